package dev.portway.migration.route;

import static dev.portway.migration.Ends.End.NAMED;
import static dev.portway.migration.Ends.End.UNNAMED;
import static dev.portway.migration.Leaves.nothing;
import static dev.portway.migration.Phase.AUTHORIZING;
import static dev.portway.migration.Phase.CHECKING;
import static dev.portway.migration.Phase.CUTTING_OVER;
import static dev.portway.migration.Reaction.holds;
import static dev.portway.migration.Route.between;
import static dev.portway.migration.Step.ask;
import static dev.portway.migration.Step.effect;
import static dev.portway.migration.Step.until;
import static dev.portway.migration.Step.watch;
import static dev.portway.migration.route.Passages.*;

import dev.portway.migration.Act;
import dev.portway.migration.HumanTask.Kind;
import dev.portway.migration.Reaction;
import dev.portway.migration.Route;
import dev.portway.migration.Term;
import dev.portway.migration.View;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.PartnerSeen;
import dev.portway.problem.Problems;
import java.util.List;

/**
 * The route {@code partner-change}: a client with all its numbers goes to another partner of this provider. Nothing changes at Graph, and nothing is
 * dark: on the agreed day another partner is written down for all of them at once. A WABA that moves is a {@code migrate}.
 */
final class PartnerChange {
    static final Route ROUTE = Route.of("partner-change",
            between(NAMED, UNNAMED).checking(Must.KNOW_THE_NUMBER).needing(Term.PARTNER).taking(Term.EFFECTIVE),
            submitted(),
            allNamed(),
            checked(),
            List.of(
                    watch("partner-known", CHECKING, Act.READ_PARTNER, Fact.PARTNER_SEEN, (seen, _) -> afterReading(seen))
                            .refreshedBy(Fact.RECHECK_ASKED),
                    ask("partner-approved", AUTHORIZING, Kind.APPROVE_PARTNER, Fact.PARTNER_APPROVED)
                            .unless("partner-approves-all", PartnerChange::approvesAll),
                    ask("payment-confirmed", AUTHORIZING, Kind.CONFIRM_PAYMENT, Fact.PAYMENT_CONFIRMED),
                    until("day-reached", CUTTING_OVER, Passages::agreed),
                    effect("partner-changed", CUTTING_OVER, Act.CHANGE_PARTNER, nothing()).pointOfNoReturn()));

    private static Reaction afterReading(PartnerSeen seen) {
        return switch (seen) {
            case APPROVES_ALL, ASKS -> holds();
            case UNKNOWN -> mend(Problems.PARTNER_UNKNOWN);
        };
    }

    private static boolean approvesAll(View view) {
        return view.value(Fact.PARTNER_SEEN).filter(PartnerSeen.APPROVES_ALL::equals).isPresent();
    }

    private PartnerChange() {}
}
