package dev.portway.migration.route;

import static dev.portway.migration.Ends.End.UNNAMED;
import static dev.portway.migration.Leaves.stays;
import static dev.portway.migration.Phase.SETTLING;
import static dev.portway.migration.Route.between;
import static dev.portway.migration.Step.effect;
import static dev.portway.migration.route.Passages.*;
import static dev.portway.migration.route.SigningUp.COME_AGAIN;
import static dev.portway.migration.route.SigningUp.numberGranted;
import static dev.portway.migration.route.SigningUp.signedUp;

import dev.portway.migration.Act;
import dev.portway.migration.Route;
import dev.portway.migration.Term;
import dev.portway.migration.fact.Fact;
import dev.portway.problem.Problems;
import java.util.List;

/**
 * The route {@code coexist}: a number that lives in the WhatsApp Business app stays there and works through us beside it. The client confirms in the app;
 * contacts and history are asked for within a day, and nothing is registered.
 */
final class Coexist {
    static final Route ROUTE = Route.of("coexist", between(UNNAMED, UNNAMED).taking(Term.CREDIT_LINE).oneNumberOnly(),
            submitted(),
            signedUp(),
            destination(),
            numberGranted(),
            // A day after sign-up nothing can be asked for any more: the client leaves and comes again.
            List.of(
                    effect("contacts-synced", SETTLING, Act.SYNC_CONTACTS, stays("contacts-copied")).forEachNumber()
                            .on(Problems.SYNC_TOO_LATE, COME_AGAIN),
                    effect("history-synced", SETTLING, Act.SYNC_HISTORY, stays("history-copied")).forEachNumber()
                            .on(Problems.SYNC_TOO_LATE, COME_AGAIN)),
            working(since(Fact.CODE_EXCHANGED)));

    private Coexist() {}
}
