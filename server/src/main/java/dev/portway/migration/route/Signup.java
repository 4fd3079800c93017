package dev.portway.migration.route;

import static dev.portway.migration.Ends.End.MAYBE;
import static dev.portway.migration.Ends.End.UNNAMED;
import static dev.portway.migration.Leaves.stays;
import static dev.portway.migration.Phase.AUTHORIZING;
import static dev.portway.migration.Route.between;
import static dev.portway.migration.Step.effect;
import static dev.portway.migration.route.Drifting.nothingDrifted;
import static dev.portway.migration.route.Passages.*;
import static dev.portway.migration.route.SigningUp.signedUp;

import dev.portway.migration.Act;
import dev.portway.migration.Route;
import dev.portway.migration.Term;
import dev.portway.problem.Problems;
import java.util.List;

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
            twoStepOff("two-step-off", AUTHORIZING, Act.ADD_NUMBER),
            List.of(effect("initiated", AUTHORIZING, Act.ADD_NUMBER, stays("number-listed")).forEachNumber()
                    .on(Problems.TWO_STEP_ON, TWO_STEP_CAME_BACK)),
            ownership(),
            cutover(),
            settled());

    private Signup() {}
}
