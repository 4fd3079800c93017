package dev.portway.preflight;

import dev.portway.asset.TemplateMark;
import dev.portway.graph.GraphLines;
import dev.portway.migration.Order;
import dev.portway.migration.ProviderId;
import dev.portway.migration.Spendings;
import dev.portway.migration.fact.Facts;
import dev.portway.migration.fact.Findings;
import dev.portway.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Looks at everything an order depends on. */
public interface Preflight {
    /** What became of the looks. */
    sealed interface Result {
        /** When another look is worth it; empty when that takes more than time. */
        Optional<Duration> again();

        /**
         * @param templates of the source; empty when they could not be read
         */
        record Looked(Findings findings, Optional<List<TemplateMark>> templates, Instant at) implements Result {
            @Override
            public Optional<Duration> again() {
                return findings.again();
            }
        }

        /**
         * Graph could not be asked at all: nothing is known of anything.
         *
         * @param pause how long Graph, or the row of the problem, says to wait; zero where neither says
         */
        record Blind(Problem why, Duration pause) implements Result {
            public Blind(Problem why) {
                this(why, why.pause());
            }

            @Override
            public Optional<Duration> again() {
                return switch (why.retry()) {
                    case SOON, AFTER_WAIT -> Optional.of(pause.isPositive() ? pause : Findings.UNTIL_GRAPH_ANSWERS);
                    case AFTER_FIX, NEVER -> Optional.empty();
                };
            }
        }
    }

    /** Reads over these lines; what is not read at the same time is read page after page. */
    static Preflight over(GraphLines lines, InstantSource clock) {
        return new GraphPreflight(lines, clock);
    }

    /**
     * What is to be looked at, and for whom.
     *
     * @param checks ids of those that are made
     * @param stated what people have said; their words count as stated, never as verified
     * @param tried what Portway tried on these numbers lately, in whichever migration
     */
    record Question(ProviderId provider, Order order, List<String> checks, Facts stated, Spendings tried) {}

    /** How much is read. */
    enum Depth {
        ALL,
        /** Without the destination's numbers and templates, which the migration itself changes. */
        WHAT_DRIFTS
    }

    Result look(Question question, Depth depth);

    /** Everything that an order depends on. */
    default Result check(Question question) {
        return look(question, Depth.ALL);
    }
}
