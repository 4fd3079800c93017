package dev.portway.guest;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Whoever held a link did not answer what it asks, and said so. The link is over; the migration stands where it stood.
 *
 * @param words why, in theirs; empty where they left it at that
 */
public record SaidNo(Why why, String words, Instant at) {
    /** What a no means. */
    public enum Why {
        /** They will not do or confirm it. */
        NO,
        /** It is somebody else's to say. */
        NOT_ME;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<Why> named(String word) {
            return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
        }
    }
}
