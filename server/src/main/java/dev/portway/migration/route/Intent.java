package dev.portway.migration.route;

import static dev.portway.migration.Ends.End.NAMED;
import static dev.portway.migration.Ends.End.UNNAMED;
import static dev.portway.migration.Leaves.stays;
import static dev.portway.migration.Phase.AUTHORIZING;
import static dev.portway.migration.Phase.PREPARING;
import static dev.portway.migration.Reaction.help;
import static dev.portway.migration.Reaction.holds;
import static dev.portway.migration.Route.between;
import static dev.portway.migration.Step.effect;
import static dev.portway.migration.Step.watch;
import static dev.portway.migration.route.Drifting.nothingDrifted;
import static dev.portway.migration.route.Passages.*;

import dev.portway.migration.Act;
import dev.portway.migration.HumanTask.Kind;
import dev.portway.migration.Reaction;
import dev.portway.migration.Route;
import dev.portway.migration.Step;
import dev.portway.migration.Term;
import dev.portway.migration.View;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.IntentState;
import dev.portway.problem.Problems;
import java.util.List;

/**
 * The route {@code intent}: a WABA moves between, onto or off the Multi-Partner Solutions of one Tech Provider. The client accepts in Business Suite;
 * nobody needs a code, though two-step verification must be off. Adding a WABA to a solution moves nothing: it ends with the acceptance.
 */
final class Intent {
    static final Route ROUTE = Route.of("intent",
            between(NAMED, UNNAMED).checking(Must.SIGN_UP_A_NUMBER).needing(Term.INTENT, Term.SOLUTION).taking(Term.CREDIT_LINE),
            submitted(),
            checked(),
            snapshot(),
            nothingDrifted(),
            List.of(
                    effect("intent-set", PREPARING, Act.SET_INTENT, stays("intent-set")),
                    watch("accepted", AUTHORIZING, Act.READ_INTENT, Fact.INTENT, (state, _) -> afterIntent(state))
                            .refreshedBy(Fact.RECHECK_ASKED)),
            moving(destination()),
            moving(initiated()),
            moving(window()),
            moving(cutoverWithoutCode()),
            moving(settled()));

    /** Only on acceptance does Graph let anything follow. */
    private static Reaction afterIntent(IntentState state) {
        return switch (state) {
            case ACCEPTED, COMPLETED -> holds();
            case INITIATED -> help(Kind.ACCEPT_REQUEST);
            case REJECTED -> mend(Problems.REQUEST_DECLINED);
            case UNKNOWN -> mend(Problems.UNRECOGNISED);
        };
    }

    private static List<Step> moving(List<Step> passage) {
        return passage.stream().map(step -> step.unless("waba-stays", Intent::wabaStays)).toList();
    }

    private static boolean wabaStays(View view) {
        return view.value(Fact.INTENT_KIND).filter("add-to-solution"::equals).isPresent();
    }

    private Intent() {}
}
