package dev.portway.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** An instant of the past, as people write one. */
final class Since {
    private static final Duration A_DAY = Duration.ofDays(1);

    private Since() {}

    /**
     * @param text {@code yesterday}, how long ago ({@code PT6H}), a day ({@code 2026-11-20}) or an instant ({@code 2026-11-20T09:00:00Z})
     * @param zone where a day begins
     * @return empty when it is none of these
     */
    static Optional<Instant> of(String text, Instant now, ZoneId zone) {
        try {
            return Optional.of(text.equals("yesterday") ? now.minus(A_DAY) : text.startsWith("P") ? ago(text, now) : at(text, zone));
        } catch (DateTimeException | ArithmeticException nothingOfThese) {
            return Optional.empty();
        }
    }

    /** A sign would point ahead. */
    private static Instant ago(String text, Instant now) {
        return now.minus(Duration.parse(text).abs());
    }

    private static Instant at(String text, ZoneId zone) {
        return text.contains("T") ? Instant.parse(text) : LocalDate.parse(text).atStartOfDay(zone).toInstant();
    }
}
