package dev.portway.migration.route;

import static dev.portway.migration.Leaves.stays;
import static dev.portway.migration.Phase.AUTHORIZING;
import static dev.portway.migration.Reaction.backTo;
import static dev.portway.migration.Reaction.help;
import static dev.portway.migration.Reaction.holds;
import static dev.portway.migration.Step.ask;
import static dev.portway.migration.Step.effect;
import static dev.portway.migration.Step.watch;

import dev.portway.migration.Act;
import dev.portway.migration.HumanTask.Kind;
import dev.portway.migration.Reaction;
import dev.portway.migration.Step;
import dev.portway.migration.View;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.SignupFound;
import dev.portway.problem.Problems;
import java.time.Duration;
import java.util.List;

/** The client goes through Meta's Embedded Signup, and what it left behind is found out. */
final class SigningUp {
    /** Then the client must go through it again. Source: Meta, "registering phone numbers", 28 Jun 2026. */
    static final Duration GOOD_FOR = Duration.ofDays(14);

    private static final Reaction SIGN_UP_AGAIN = backTo("signed-up", Fact.SIGNUP_CODE);

    /** All that the last time left behind counts no more. */
    static final Reaction COME_AGAIN = backTo("signed-up", Fact.SIGNUP_CODE, Fact.CODE_EXCHANGED, Fact.SIGNUP_FOUND);

    private SigningUp() {}

    static List<Step> signedUp() {
        return List.of(
                ask("signed-up", AUTHORIZING, Kind.SIGN_UP, Fact.SIGNUP_CODE).unless("code-exchanged",
                        view -> view.is(Fact.CODE_EXCHANGED)),
                effect("code-exchanged", AUTHORIZING, Act.EXCHANGE_CODE, stays("access-granted"))
                        .on(Problems.SIGNUP_CODE_SPENT, SIGN_UP_AGAIN),
                watch("signup-read", AUTHORIZING, Act.READ_SIGNUP, Fact.SIGNUP_FOUND, SigningUp::afterReading)
                        .refreshedBy(Fact.RECHECK_ASKED)
                        .rightBefore(Act.REGISTER, GOOD_FOR));
    }

    /** A number that the client left out may still be on its way: Meta shows some things late. */
    private static Reaction afterReading(SignupFound found, View view) {
        boolean over = view.migration()
                .facts()
                .seen(Fact.CODE_EXCHANGED, null)
                .filter(exchanged -> view.now().isAfter(exchanged.at().plus(GOOD_FOR)))
                .isPresent();
        return switch (found) {
            case VERIFIED, UNVERIFIED, WITHOUT_NUMBER ->
                over ? COME_AGAIN : holds();
            case NO_ACCOUNT -> help(Kind.SIGN_UP);
        };
    }

    /** The client's app, or an older partner, goes on using the number; only our side begins. */
    static List<Step> numberGranted() {
        return List.of(watch("number-granted", AUTHORIZING, Act.LIST_NUMBERS, Fact.LISTED_HERE,
                (listed, _) -> listed ? holds() : help(Kind.SIGN_UP)).forEachNumber().refreshedBy(Fact.RECHECK_ASKED, Fact.SIGNUP_TOLD));
    }
}
