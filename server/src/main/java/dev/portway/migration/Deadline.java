package dev.portway.migration;

import java.time.Duration;

/**
 * A moment on this machine's monotonic clock: a paused process that comes back finds it passed, whatever the wall clock says.
 *
 * @param nanos as {@link System#nanoTime()} counts
 */
public record Deadline(long nanos) {
    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    public boolean passed() {
        return System.nanoTime() - nanos >= 0;
    }
}
