package dev.portway.finder;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The day it is, where the calendar is read. Meta does not say in which zone its months turn; the reader's is taken, and said.
 */
public record Day(LocalDate date, ZoneId zone) {
    public static Day of(Instant now, ZoneId zone) {
        return new Day(now.atZone(zone).toLocalDate(), zone);
    }
}
