package dev.portway.preflight;

import dev.portway.graph.GraphLines;
import dev.portway.migration.Facts;
import dev.portway.migration.Findings;
import dev.portway.migration.Order;
import dev.portway.migration.ProviderId;
import dev.portway.problem.Problem;
import java.time.Duration;
import java.time.InstantSource;

/** Looks at everything an order depends on. */
public interface Preflight {
    /** What became of the looks. */
    sealed interface Result {
        record Looked(Findings findings) implements Result {}

        /**
         * Graph could not be asked at all: nothing is known of anything.
         *
         * @param pause how long before the next look is worth it
         */
        record Blind(Problem why, Duration pause) implements Result {
            public Blind(Problem why) {
                this(why, why.pause());
            }
        }
    }

    /** Reads over these lines; what is not read at the same time is read page after page. */
    static Preflight over(GraphLines lines, InstantSource clock) {
        return new GraphPreflight(lines, clock);
    }

    /** @param stated what people have said; their words count as stated, never as verified */
    Result check(ProviderId provider, Order order, Facts stated);
}
