package dev.portway.migration.route;

import static dev.portway.migration.Ends.End.MAYBE;
import static dev.portway.migration.Ends.End.UNNAMED;
import static dev.portway.migration.Phase.SETTLING;
import static dev.portway.migration.Route.between;
import static dev.portway.migration.Step.ask;
import static dev.portway.migration.Step.until;
import static dev.portway.migration.route.Passages.*;
import static dev.portway.migration.route.SigningUp.numberGranted;
import static dev.portway.migration.route.SigningUp.signedUp;

import dev.portway.migration.HumanTask.Kind;
import dev.portway.migration.Route;
import dev.portway.migration.Term;
import dev.portway.migration.fact.Fact;
import java.util.List;

/**
 * The route {@code join}: a second partner on the same number. The client shares it in Embedded Signup, both partners work side by side, and the old one
 * leaves when nobody misses it: a move without a point of no return, in which nothing is dark.
 */
final class Join {
    static final Route ROUTE = Route.of("join",
            between(MAYBE, UNNAMED).checking(Must.SHARE_A_NUMBER).taking(Term.CREDIT_LINE, Term.EFFECTIVE),
            submitted(),
            checked(),
            signedUp(),
            destination(),
            numberGranted(),
            List.of(
                    confirmed(),
                    until("parallel-run", SETTLING, Passages::agreed),
                    ask("old-partner-gone", SETTLING, Kind.LET_OLD_PARTNER_GO, Fact.OLD_PARTNER_LEFT),
                    settledAfter(since(Fact.OLD_PARTNER_LEFT))));

    private Join() {}
}
