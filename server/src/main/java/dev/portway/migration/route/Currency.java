package dev.portway.migration.route;

import static dev.portway.migration.Ends.End.NAMED;
import static dev.portway.migration.Ends.End.UNNAMED;
import static dev.portway.migration.Leaves.nothing;
import static dev.portway.migration.Leaves.stays;
import static dev.portway.migration.Phase.CUTTING_OVER;
import static dev.portway.migration.Phase.PREPARING;
import static dev.portway.migration.Phase.SETTLING;
import static dev.portway.migration.Reaction.again;
import static dev.portway.migration.Reaction.backTo;
import static dev.portway.migration.Reaction.help;
import static dev.portway.migration.Reaction.holds;
import static dev.portway.migration.Route.between;
import static dev.portway.migration.Step.effect;
import static dev.portway.migration.Step.see;
import static dev.portway.migration.Step.watch;
import static dev.portway.migration.route.Drifting.nothingDrifted;
import static dev.portway.migration.route.Drifting.stillNothingDrifted;
import static dev.portway.migration.route.Passages.*;

import dev.portway.migration.Act;
import dev.portway.migration.HumanTask.Kind;
import dev.portway.migration.Reaction;
import dev.portway.migration.Route;
import dev.portway.migration.Term;
import dev.portway.migration.View;
import dev.portway.migration.fact.AssetsCompared;
import dev.portway.migration.fact.CloneState;
import dev.portway.migration.fact.Fact;
import dev.portway.problem.Problems;
import java.time.Duration;
import java.util.List;

/**
 * The route {@code currency}: a WABA is cloned into one that is billed in another currency, and then all its numbers move at once, without a code. Told
 * to go on, Graph does not turn back.
 */
final class Currency {
    static final Route ROUTE = Route.of("currency",
            between(NAMED, UNNAMED).checking(Must.CLONE_A_WABA).needing(Term.CURRENCY).taking(Term.CREDIT_LINE),
            submitted(),
            allNamed(),
            checked(),
            snapshot(),
            nothingDrifted(),
            List.of(
                    effect("clone-started", PREPARING, Act.START_CLONE, stays("clone-made")),
                    watch("clone-ready", PREPARING, Act.READ_CLONE, Fact.CLONE, (state, _) -> whileCloning(state)),
                    watch("clone-compared", PREPARING, Act.COMPARE_ASSETS, Fact.ASSETS, Currency::afterComparing)
                            .refreshedBy(Fact.RECHECK_ASKED)),
            subscribed(),
            window(),
            List.of(
                    stillNothingDrifted(Act.RESUME_CLONE),
                    effect("resumed", CUTTING_OVER, Act.RESUME_CLONE, nothing()).pointOfNoReturn(),
                    watch("moved", CUTTING_OVER, Act.READ_CLONE, Fact.CLONE, Currency::whileMoving),
                    see("numbers-found", SETTLING, Act.LIST_NUMBERS, Fact.LISTED_HERE, again(Duration.ofSeconds(5))).forEachNumber()),
            working(since(Fact.RESUMED)));

    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);
    /** Graph's page says: resume again. What fails as often needs somebody. */
    private static final int RESUMES = 3;

    private static Reaction whileCloning(CloneState state) {
        return switch (state) {
            case INITIATED, ACCEPTED, IN_PROGRESS -> again(BETWEEN_LOOKS);
            case READY_TO_COMPLETE, COMPLETED, FAILED_TO_COMPLETE -> holds();
            case FAILED -> backTo("clone-started", Fact.CLONE_STARTED, Fact.CLONE);
            case REJECTED -> mend(Problems.CLONE_REFUSED);
            case UNKNOWN -> mend(Problems.UNRECOGNISED);
        };
    }

    /** What was changed at the source while the clone was made is not in it. */
    private static Reaction afterComparing(AssetsCompared compared, View view) {
        return compared.failed() == 0 || view.is(Fact.CLONE_ACCEPTED) ? holds() : help(Kind.ACCEPT_CLONE);
    }

    private static Reaction whileMoving(CloneState state, View view) {
        return switch (state) {
            case COMPLETED -> holds();
            case FAILED_TO_COMPLETE -> resumes(view) < RESUMES
                    ? backTo("resumed", Fact.RESUMED, Fact.CLONE)
                    : mend(Problems.CLONE_NOT_COMPLETED);
            case INITIATED, ACCEPTED, IN_PROGRESS, READY_TO_COMPLETE -> again(BETWEEN_LOOKS);
            case FAILED, REJECTED -> mend(Problems.CLONE_NOT_COMPLETED);
            case UNKNOWN -> mend(Problems.UNRECOGNISED);
        };
    }

    private static long resumes(View view) {
        return view.migration().attempts().stream().filter(attempt -> attempt.act() == Act.RESUME_CLONE).count();
    }

    private Currency() {}
}
