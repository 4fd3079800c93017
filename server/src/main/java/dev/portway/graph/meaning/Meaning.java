package dev.portway.graph.meaning;

import dev.portway.problem.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an error of Graph means, and by what we know.
 *
 * @param row the row that fits; empty when none does
 * @param seen the checks whose look tells it, where they do
 * @param maybe what it may be, where nobody knows: shown to people, never acted on
 */
public record Meaning(Problem problem, By by, Optional<ErrorRow> row, List<String> seen, List<Problem> maybe) {
    /** By what it is known. */
    public enum By {
        /** The number has this meaning only. */
        CODE,
        /** Graph's words say which of several it is. */
        TEXT,
        /** The words do not say it; one check had seen it. */
        CHECKS,
        /** The number has several meanings, and neither words nor checks say which. */
        AMBIGUOUS,
        /** No row knows it. */
        NOTHING;

        /** As in JSON and message keys: {@code meaning.by.<word>}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Meaning {
        seen = List.copyOf(seen);
        maybe = List.copyOf(maybe);
    }
}
