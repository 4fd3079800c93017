package dev.portway.sandbox.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.sandbox.fidelity.Assumed;
import dev.portway.sandbox.fidelity.Documented;
import dev.portway.sandbox.fidelity.Page;
import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.switches.Switch;
import dev.portway.sandbox.world.NumberLink;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RegistrationTest {

    private static final String READY = "5511987650002";

    private final Rehearsal stage = new Rehearsal();

    @Test
    @Assumed(because = "the PIN is documented; the status MIGRATED exists, and this is where it would fit", settledBy = "the old id read by the source after a move; switch source-number-after-move")
    void register_turnsTheSourceLinkMigratedAndSetsThePin() {
        NumberLink source = stage.rules.numbers.home(stage.line(READY)).orElseThrow();
        NumberLink link = stage.proved(READY);

        assertThat(stage.rules.registration.register(link, "148392")).isTrue();
        assertThat(stage.rules.numbers.status(source)).isEqualTo("MIGRATED");
        assertThat(stage.rules.numbers.status(link)).isEqualTo("CONNECTED");
        assertThat(stage.line(READY).twoStepOn()).isTrue();
    }

    @Test
    @Documented(page = Page.ERROR_CODES)
    void register_withoutProofOfOwnershipIsRefused() {
        NumberLink link = stage.initiated(READY);

        assertThat(register(link, "148392")).isEqualTo(ErrorRow.NOT_VERIFIED);
    }

    @Test
    @Assumed(because = "the number already has that PIN", settledBy = "register sent twice to a registered number")
    void register_againWithTheSamePinDoesNothing() {
        NumberLink link = stage.proved(READY);
        stage.rules.registration.register(link, "148392");

        assertThat(stage.rules.registration.register(link, "148392")).isFalse();
    }

    @Test
    @Documented(page = Page.REGISTRATION)
    void eleventhRegister_isRefusedAndBlocksForThreeDays() {
        NumberLink link = stage.proved(READY);
        for (int i = 0; i < 10; i++) {
            stage.rules.registration.register(link, "148392");
        }

        assertThat(register(link, "148392")).isEqualTo(ErrorRow.REGISTER_BUDGET_SPENT);
        stage.advance(Duration.ofDays(3).minusSeconds(1));
        assertThat(register(link, "148392")).isEqualTo(ErrorRow.REGISTER_BUDGET_SPENT);
        stage.advance(Duration.ofSeconds(1));
        assertThat(stage.rules.registration.register(link, "148392")).isFalse();
    }

    @Test
    @Assumed(because = "the page counts requests and does not say whether refused ones are meant", settledBy = "ten refused registers, then a right one; switch registers-counted")
    void refusedRegisters_areCountedUnlessTheSwitchSaysOtherwise() {
        NumberLink link = stage.initiated(READY);
        register(link, "148392");
        assertThat(link.line.registers).hasSize(1);

        stage.world.switches.set(Switch.REGISTERS_COUNTED, "successes");
        register(link, "148392");
        assertThat(link.line.registers).hasSize(1);
    }

    @Test
    @Assumed(because = "133009 and 133008 are documented, their counts and times are not", settledBy = "wrong PINs until it blocks; switches wrong-pins-before-block and wrong-pin-block-minutes")
    void wrongPins_areSlowedThenBlocked() {
        NumberLink link = stage.proved(READY);
        stage.rules.twoStep.turnOn(link.line, "111111");

        assertThat(register(link, "222222")).isEqualTo(ErrorRow.PIN_MISMATCH);
        assertThat(register(link, "222222")).isEqualTo(ErrorRow.PIN_GUESSED_TOO_FAST);
        for (int i = 0; i < 4; i++) {
            stage.advance(Duration.ofSeconds(3));
            assertThat(register(link, "222222")).isEqualTo(ErrorRow.PIN_MISMATCH);
        }
        stage.advance(Duration.ofSeconds(3));
        assertThat(register(link, "111111")).isEqualTo(ErrorRow.TOO_MANY_PIN_GUESSES);
        stage.advance(Duration.ofHours(1));
        assertThat(stage.rules.registration.register(link, "111111")).isTrue();
    }

    @Test
    @Documented(page = Page.ERROR_CODES, but = "the old provider who does it")
    void numberWhosePinComesBack_isRefusedAtRegister() {
        NumberLink link = stage.proved("5511987650019");

        assertThat(register(link, "148392")).isEqualTo(ErrorRow.PIN_MISMATCH);
    }

    @Test
    @Documented(page = Page.WEBHOOK_SECURITY)
    void owner_turningTwoStepOffIsToldToTheAppsOfTheSource() {
        stage.world.run(() -> stage.rules.twoStep.turnOff(stage.line("5511987650001")));
        stage.world.run(() -> {});

        assertThat(stage.fieldsSent()).containsExactlyInAnyOrder("security PIN_RESET_REQUEST", "security PIN_RESET_REQUEST",
                "security PIN_REQUEST_SUCCESS", "security PIN_REQUEST_SUCCESS");
    }

    @Test
    @Documented(page = Page.WEBHOOK_SECURITY, but = "by its absence from the list of triggers")
    void pinSetByApi_isToldToNobody() {
        stage.rules.twoStep.setByApi(stage.line(READY), "111111");
        stage.world.run(() -> {});

        assertThat(stage.sent).isEmpty();
    }

    @Test
    @Documented(page = Page.REGISTRATION, but = "the status DISCONNECTED")
    void deregister_endsSendingAndCanBeRegisteredAgain() {
        NumberLink link = stage.proved(READY);
        stage.rules.registration.register(link, "148392");

        assertThat(stage.rules.registration.deregister(link)).isTrue();
        assertThat(stage.rules.numbers.status(link)).isEqualTo("DISCONNECTED");
        assertThat(stage.rules.registration.register(link, "148392")).isTrue();
    }

    private ErrorRow register(NumberLink link, String pin) {
        return Rehearsal.refused(() -> stage.rules.registration.register(link, pin));
    }

    @Test
    @Assumed(because = "the page counts requests and does not say whether refused ones are meant", settledBy = "ten refused registers, then a right one; switch registers-counted")
    void numberFromOnPremises_spendsTheBudgetEitherWay() {
        NumberLink link = stage.line(READY).links.getFirst();
        stage.rules.registration.rehost(link, "148392", true);
        assertThat(link.line.registers).hasSize(1);

        stage.world.switches.set(Switch.REGISTERS_COUNTED, "successes");
        stage.rules.registration.rehost(link, "148392", true);
        assertThat(link.line.registers).hasSize(2);
    }

    @Test
    @Assumed(because = "that asking again begins the review anew is not said", settledBy = "asking for two display names within a day; switch name-review-minutes")
    void secondNameAskedFor_isReviewedFromThenOn() {
        NumberLink link = stage.line(READY).links.getFirst();
        stage.rules.decisions.askName(link, "First");
        stage.advance(Duration.ofHours(12));
        stage.rules.decisions.askName(link, "Second");
        stage.advance(Duration.ofHours(13));
        assertThat(link.newNameStatus).isEqualTo("PENDING_REVIEW");
        stage.advance(Duration.ofHours(12));
        assertThat(link.newNameStatus).isEqualTo("APPROVED");
    }
}
