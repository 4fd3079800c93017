package dev.portway.migration;

import dev.portway.migration.fact.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/** What a step does to hold. */
public sealed interface Doing {
    /** Make it so. */
    record Effect(Act act, Leaves leaves) implements Doing {}

    /**
     * Read until it holds.
     *
     * @param meaning what a value seen means; a switch over a closed enum where it is one
     * @param pace the first pause between two looks; it doubles up to {@code slowest}
     * @param meanwhile how old a look that holds may get while the migration waits at a later step; empty: as old as it likes
     */
    record Watch<T>(Act read, Fact<T> fact, BiFunction<T, View, Reaction> meaning, Duration pace, Duration slowest,
            Optional<Duration> meanwhile) implements Doing {}

    /**
     * A person says it.
     *
     * @param counts whether an answer that was given is one, as things are known now
     */
    record Ask(HumanTask task, Fact<?> answer, Predicate<View> counts) implements Doing {}

    /** Not before, and not after. */
    record Until(Function<View, Optional<Span>> span) implements Doing {}

    /** From when, and until when it holds: empty for ever. */
    record Span(Instant from, Optional<Instant> to) {
        public static Span startingAt(Instant from) {
            return new Span(from, Optional.empty());
        }
    }
}
