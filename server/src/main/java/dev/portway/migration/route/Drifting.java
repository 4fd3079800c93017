package dev.portway.migration.route;

import static dev.portway.migration.Phase.CHECKING;
import static dev.portway.migration.Phase.CUTTING_OVER;
import static dev.portway.migration.Reaction.help;
import static dev.portway.migration.Reaction.holds;
import static dev.portway.migration.Step.watch;

import dev.portway.migration.Act;
import dev.portway.migration.Doing;
import dev.portway.migration.HumanTask;
import dev.portway.migration.HumanTask.Kind;
import dev.portway.migration.Reaction;
import dev.portway.migration.Step;
import dev.portway.migration.View;
import dev.portway.migration.fact.Drift;
import dev.portway.migration.fact.Fact;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What was true when it was checked is watched until the point of no return: while the migration waits for anything, and once more right before. What
 * is no longer so holds it, with the comparison. What must be so must be put right; the rest somebody may accept as it is.
 */
final class Drifting {
    /** A look costs about six calls of 200 an hour for each WABA, and many migrations may wait for the same two. */
    static final Duration WHILE_WAITING = Duration.ofHours(1);
    private static final Duration PACE = Duration.ofSeconds(15);
    private static final Duration SLOWEST = Duration.ofMinutes(15);

    private Drifting() {}

    /** Before anything is done that takes time. The check itself is the first look. */
    static List<Step> nothingDrifted() {
        return List.of(watch("nothing-drifted", CHECKING, looking(Optional.of(WHILE_WAITING)))
                .refreshedBy(Fact.RECHECK_ASKED)
                .unless("code-exchanged", Drifting::signedUp));
    }

    /** Right before the act after which there is only forward. */
    static Step stillNothingDrifted(Act pivot) {
        return watch("still-nothing-drifted", CUTTING_OVER, looking(Optional.empty()))
                .refreshedBy(Fact.RECHECK_ASKED)
                .rightBefore(pivot, Step.JUST_NOW)
                .unless("code-exchanged", Drifting::signedUp);
    }

    private static Doing.Watch<Drift> looking(Optional<Duration> meanwhile) {
        return new Doing.Watch<>(Act.LOOK_FOR_DRIFT, Fact.DRIFT, Drifting::meaning, PACE, SLOWEST, meanwhile);
    }

    /** Once the client has signed up the number may be dark at the source: to hold it then would do more harm than going on. */
    private static boolean signedUp(View view) {
        return view.is(Fact.CODE_EXCHANGED);
    }

    private static Reaction meaning(Drift drift, View view) {
        return drift.open(view.value(Fact.DRIFT_ACCEPTED)).stream().findFirst().map(Drifting::holding).orElse(holds());
    }

    private static Reaction holding(Drift.Difference difference) {
        return difference.stops()
                ? help(new HumanTask(Kind.CLEAR_THE_WAY, difference.owner(), difference.check()))
                : help(Kind.LOOK_AT_DRIFT);
    }
}
