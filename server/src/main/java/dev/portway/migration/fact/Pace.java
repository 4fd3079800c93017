package dev.portway.migration.fact;

import java.time.Duration;

/** How pauses grow. */
public final class Pace {
    private Pace() {}

    /** Twice as long each time, up to the slowest. */
    public static Duration growing(Duration first, Duration slowest, int times) {
        Duration grown = first.multipliedBy(1L << Math.min(Math.max(times - 1, 0), 20));
        return grown.compareTo(slowest) < 0 ? grown : slowest;
    }
}
