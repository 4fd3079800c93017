package dev.portway.migration;

import java.time.Duration;
import java.time.Instant;

/** When the cutover may happen: from {@code opens} on, and not from {@code closes} on. */
public record Window(Instant opens, Instant closes) {
    /** Shorter than this and one refused try or one slow answer of Graph would use it up. */
    public static final Duration SHORTEST = Duration.ofMinutes(10);

    /** Nobody plans farther ahead; a window that seems to be has a wrong year, or a wrong clock behind it. */
    public static final Duration FARTHEST = Duration.ofDays(366);

    public Window {
        if (closes.isBefore(opens.plus(SHORTEST))) {
            throw new IllegalArgumentException("A window closes at least " + SHORTEST.toMinutes() + " minutes after it opens");
        }
    }
}
