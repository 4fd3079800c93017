package dev.portway.preflight;

import dev.portway.graph.GraphLines;
import dev.portway.migration.Facts;
import dev.portway.migration.Findings;
import dev.portway.migration.Order;
import dev.portway.migration.ProviderId;
import dev.portway.problem.Problem;
import java.time.InstantSource;

/** Looks at everything an order depends on. */
public interface Preflight {
    /** What became of the looks. */
    sealed interface Result {
        record Looked(Findings findings) implements Result {}

        /** Graph could not be asked at all: nothing is known of anything. */
        record Blind(Problem why) implements Result {}
    }

    /** Reads over these lines; what is not read at the same time is read page after page. */
    static Preflight over(GraphLines lines, InstantSource clock) {
        return new GraphPreflight(lines, clock);
    }

    /** @param stated what people have said; their words count as stated, never as verified */
    Result check(ProviderId provider, Order order, Facts stated);
}
