package dev.portway.migration.fact;

import java.time.Duration;
import java.time.Instant;

/** When the cutover may happen: from {@code opens} on, and not from {@code closes} on. */
public record Window(Instant opens, Instant closes) {
    /** Shorter than this and one refused try or one slow answer of Graph would use it up. */
    public static final Duration SHORTEST = Duration.ofMinutes(10);

    public Window {
        if (closes.isBefore(opens.plus(SHORTEST))) {
            throw new IllegalArgumentException("A window closes at least " + SHORTEST.toMinutes() + " minutes after it opens");
        }
    }

    /** Whether it can be meant at this time: it has not closed, and neither end has a wrong year. */
    public boolean canBeMeant(Instant now) {
        Reach reach = Reach.at(now);
        return closes.isAfter(now) && reach.holds(opens) && reach.holds(closes);
    }
}
