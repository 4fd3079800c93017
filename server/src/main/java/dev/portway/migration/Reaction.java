package dev.portway.migration;

import dev.portway.migration.fact.Fact;
import dev.portway.problem.Problem;
import java.time.Duration;
import java.util.List;

/** What follows from something seen, or from a refusal. */
public sealed interface Reaction {
    /** The step holds. */
    record Holds() implements Reaction {}

    /** Look, or try, again after a while. */
    record Again(Duration after) implements Reaction {}

    /** Forget these facts, so that an earlier step no longer holds. */
    record BackTo(String step, List<Fact<?>> forget) implements Reaction {}

    /** A person is needed. It is looked at again all the same. */
    record Help(HumanTask task) implements Reaction {}

    /** This route does not lead there. Before the pivot only. */
    record GiveUp(Problem problem) implements Reaction {}

    static Reaction holds() {
        return new Holds();
    }

    static Reaction again(Duration after) {
        return new Again(after);
    }

    static Reaction backTo(String step, Fact<?>... forget) {
        return new BackTo(step, List.of(forget));
    }

    static Reaction help(HumanTask task) {
        return new Help(task);
    }

    static Reaction help(HumanTask.Kind kind) {
        return new Help(HumanTask.of(kind));
    }
}
