package dev.portway.migration.fact;

import java.time.Duration;
import java.time.Instant;

/**
 * Which times somebody can mean who types one now. Beyond them it is a wrong year, or a wrong clock; and what is reckoned from such a time, or shown by
 * somebody's clock, is no time at all.
 */
public record Reach(Instant earliest, Instant latest) {
    /** Nobody plans farther ahead. */
    private static final Duration AHEAD = Duration.ofDays(366);

    /** WhatsApp had no numbers of businesses that long ago. */
    private static final Duration BACK = Duration.ofDays(3_660);

    /** What can be meant at this time. */
    public static Reach at(Instant now) {
        return new Reach(now.minus(BACK), now.plus(AHEAD));
    }

    public boolean holds(Instant typed) {
        return !typed.isBefore(earliest) && !typed.isAfter(latest);
    }
}
