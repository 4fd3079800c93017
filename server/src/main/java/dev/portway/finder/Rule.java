package dev.portway.finder;

import java.util.Locale;
import java.util.Optional;

/**
 * How we know a way's conditions.
 *
 * @param source the page and its date, or why it is assumed
 * @param decidedBy the set-up that says otherwise where nobody here knows; empty where there is none
 */
public record Rule(Sureness sureness, String source, Optional<Topic> decidedBy) {
    /** How surely. */
    public enum Sureness {
        DOCUMENTED,
        /** Documented, and the same page speaks of it with reserve. */
        WITH_RESERVE, ASSUMED;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Rule documented(String source) {
        return new Rule(Sureness.DOCUMENTED, source, Optional.empty());
    }

    static Rule withReserve(String source) {
        return new Rule(Sureness.WITH_RESERVE, source, Optional.empty());
    }

    static Rule assumed(String source) {
        return new Rule(Sureness.ASSUMED, source, Optional.empty());
    }

    Rule decidedBy(Topic setUp) {
        return new Rule(sureness, source, Optional.of(setUp));
    }
}
