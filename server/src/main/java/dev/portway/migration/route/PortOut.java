package dev.portway.migration.route;

import static dev.portway.migration.Ends.End.NAMED;
import static dev.portway.migration.Ends.End.UNNAMED;
import static dev.portway.migration.Leaves.nothing;
import static dev.portway.migration.Phase.AUTHORIZING;
import static dev.portway.migration.Phase.CHECKING;
import static dev.portway.migration.Phase.CUTTING_OVER;
import static dev.portway.migration.Phase.SETTLING;
import static dev.portway.migration.Reaction.help;
import static dev.portway.migration.Reaction.holds;
import static dev.portway.migration.Route.between;
import static dev.portway.migration.Step.ask;
import static dev.portway.migration.Step.effect;
import static dev.portway.migration.Step.watch;
import static dev.portway.migration.route.Passages.*;

import dev.portway.migration.Act;
import dev.portway.migration.HumanTask.Kind;
import dev.portway.migration.Reaction;
import dev.portway.migration.Route;
import dev.portway.migration.Step;
import dev.portway.migration.Term;
import dev.portway.migration.fact.AtSource;
import dev.portway.migration.fact.Fact;
import java.util.List;

/**
 * The route {@code port-out}: a number leaves us. We help it go and keep its name; whether it goes is not ours to say. When it is gone, its access here is
 * shut and billing ends at that instant.
 */
final class PortOut {
    static final Route ROUTE = Route.of("port-out", between(NAMED, UNNAMED).checking(Must.KNOW_THE_NUMBER).taking(Term.OPEN_INVOICES),
            submitted(),
            checkedOnce(),
            List.of(ask("invoices-settled", CHECKING, Kind.SETTLE_INVOICES, Fact.INVOICES_SETTLED)),
            snapshot(),
            List.of(watch("two-step-off", AUTHORIZING, Act.READ_SOURCE_NUMBER, Fact.TWO_STEP, Passages::afterTwoStep).forEachNumber()
                    .refreshedBy(Fact.RECHECK_ASKED)
                    .rightBefore(Act.SHUT_ACCESS, Step.JUST_NOW)),
            List.of(
                    watch("gone", CUTTING_OVER, Act.READ_SOURCE_NUMBER, Fact.AT_SOURCE, (seen, _) -> whileHere(seen)).forEachNumber()
                            .refreshedBy(Fact.RECHECK_ASKED, Fact.HEARD)
                            .pointOfNoReturn(),
                    effect("access-shut", SETTLING, Act.SHUT_ACCESS, nothing())));

    /** It may be gone at any moment, and then is not where it was: known once is enough. */
    private static List<Step> checkedOnce() {
        return checked().stream().map(step -> step.unless("invoices-settled", view -> view.is(Fact.INVOICES_SETTLED))).toList();
    }

    private static Reaction whileHere(AtSource seen) {
        return switch (seen) {
            case GONE -> holds();
            case HERE, UNKNOWN -> help(Kind.LET_GO);
        };
    }

    private PortOut() {}
}
