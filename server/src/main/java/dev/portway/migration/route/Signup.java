package dev.portway.migration.route;

import static dev.portway.migration.Ends.End.MAYBE;
import static dev.portway.migration.Ends.End.UNNAMED;
import static dev.portway.migration.Route.between;
import static dev.portway.migration.route.Drifting.nothingDrifted;
import static dev.portway.migration.route.Passages.*;
import static dev.portway.migration.route.SigningUp.signedUp;

import dev.portway.migration.Route;
import dev.portway.migration.Term;

/**
 * The route {@code signup}: the client takes the number along through Meta's Embedded Signup, which makes or picks the destination WABA and as a rule
 * proves the number. A window guards the beginning: after it there is no waiting.
 */
final class Signup {
    static final Route ROUTE = Route.of("signup",
            between(MAYBE, UNNAMED).checking(Must.SIGN_UP_A_NUMBER).taking(Term.CREDIT_LINE).oneNumberOnly(),
            submitted(),
            checked(),
            snapshot(),
            nothingDrifted(),
            windowToBegin(),
            signedUp(),
            destination(),
            initiated(),
            ownership(),
            cutover(),
            settled());

    private Signup() {}
}
