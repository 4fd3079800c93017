package dev.portway.finder;

import java.util.List;

/**
 * All ways, the best first, and what follows.
 *
 * @param knowledge what it was drawn from, with what the wish says by itself
 */
public record Ranking(List<Verdict> ways, Outcome outcome, Knowledge knowledge) {
    public Ranking {
        ways = List.copyOf(ways);
    }

    /** One of three, always. */
    public sealed interface Outcome {}

    /** The first of the ways is the one. */
    public record Best(Way way) implements Outcome {}

    /** One question, the most decisive one: its answer changes the ranking. */
    public record Ask(Topic topic) implements Outcome {}

    /** None does, and why: what all that serve the wish have in common, or else each of their reasons. */
    public record Nothing(List<Reason> because) implements Outcome {
        public Nothing {
            because = List.copyOf(because);
        }
    }

    public Verdict of(Way way) {
        return ways.stream().filter(verdict -> verdict.way() == way).findFirst().orElseThrow();
    }
}
