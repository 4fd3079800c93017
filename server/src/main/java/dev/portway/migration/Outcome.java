package dev.portway.migration;

import dev.portway.migration.fact.Learned;
import dev.portway.problem.Problem;
import java.time.Duration;
import java.util.List;

/** What came of an attempt. */
public sealed interface Outcome {
    /** It was done, and this became known by it. An effect's own fact need not be among it. */
    record Done(List<Learned<?>> learned) implements Outcome {
        public Done {
            learned = List.copyOf(learned);
        }
    }

    /**
     * It was refused; certainly nothing happened.
     *
     * @param pause how long Graph told us to wait, or the problem's own wait
     */
    record Refused(Problem problem, Duration pause) implements Outcome {
        public Refused(Problem problem) {
            this(problem, problem.pause());
        }
    }

    /** It was sent, or may have been, and nobody knows what came of it. */
    record InDoubt(String cause) implements Outcome {}

    /**
     * Certainly nothing left this machine: the send deadline had passed, a rate limit was spent, nobody listened. Spends no budget.
     *
     * @param pause how long before the next try is worth it
     */
    record NotSent(Problem problem, Duration pause) implements Outcome {}

    static Outcome done(Learned<?>... learned) {
        return new Done(List.of(learned));
    }

    /** One word, as stored and shown. */
    default String word() {
        return switch (this) {
            case Done _ -> "done";
            case Refused _ -> "refused";
            case InDoubt _ -> "in-doubt";
            case NotSent _ -> "not-sent";
        };
    }
}
