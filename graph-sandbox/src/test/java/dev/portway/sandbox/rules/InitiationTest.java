package dev.portway.sandbox.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.sandbox.fidelity.Assumed;
import dev.portway.sandbox.fidelity.Documented;
import dev.portway.sandbox.fidelity.Page;
import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.rules.moving.Initiation;
import dev.portway.sandbox.switches.Switch;
import dev.portway.sandbox.world.NumberLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every documented precondition of initiate refuses with its own row. */
class InitiationTest {

    private static final String READY = "5511987650002";

    private final Rehearsal stage = new Rehearsal();

    @ParameterizedTest
    @CsvSource({"5511987650001, TWO_STEP_MUST_BE_OFF", "5511987650003, NAME_NOT_APPROVED", "5511987650004, NAME_NOT_APPROVED",
        "5511987650005, MIGRATION_FAILED", "5511987650006, MIGRATION_FAILED", "5511987650007, NUMBER_IN_MAINTENANCE",
        "5511987650008, ACCOUNT_LOCKED", "5511987650009, ALREADY_IN_WABA", "5511987650010, CAN_BE_ADDED_DIRECTLY",
        "5511987650012, SOURCE_NOT_SET_UP", "5511987650013, OTHER_BUSINESS", "15550150014, MIGRATION_FAILED",
        "5511987659999, CAN_BE_ADDED_DIRECTLY"})
    @Documented(page = Page.ERROR_CODES, but = "the outer code 100, and which trouble is looked at first")
    void numberInTrouble_isRefusedWithItsRow(String digits, ErrorRow row) {
        assertThat(refused(Rehearsal.DESTINATION, digits)).isEqualTo(row);
    }

    @ParameterizedTest
    @CsvSource({"200000000000004, DESTINATION_WITHOUT_PAYMENT", "200000000000005, DESTINATION_WEBHOOKS_MISSING",
        "200000000000006, DESTINATION_NOT_APPROVED", "200000000000011, MESSAGING_FOR_NOT_APPROVED",
        "200000000000008, OTHER_BUSINESS"})
    @Documented(page = Page.ERROR_CODES, but = "the outer code 100")
    void destinationInTrouble_isRefusedWithItsRow(String waba, ErrorRow row) {
        assertThat(refused(waba, READY)).isEqualTo(row);
    }

    @Test
    @Assumed(because = "Meta says it may rewrite the prefix in Brazil, not that initiate does", settledBy = "an initiate of a number whose account lacks the ninth digit")
    void ninthDigit_mayBeGivenOrLeftOut() {
        assertThat(stage.initiated("5531987650015").line).isSameAs(stage.line("553187650015"));
    }

    @Test
    @Assumed(because = "nothing is said about a second one", settledBy = "initiate sent twice; switch second-initiate")
    void secondInitiate_findsThePendingLink() {
        NumberLink first = stage.initiated(READY);
        Initiation.Initiated second = stage.rules.initiation.initiate(stage.waba(Rehearsal.DESTINATION), READY);

        assertThat(second.link()).isSameAs(first);
        assertThat(second.isNew()).isFalse();
    }

    @Test
    @Assumed(because = "2388012 says it is there already, which fits a pending one too", settledBy = "initiate sent twice; switch second-initiate")
    void secondInitiate_isRefusedWhenTheSwitchSaysSo() {
        stage.initiated(READY);
        stage.world.switches.set(Switch.SECOND_INITIATE, "refused");

        assertThat(refused(Rehearsal.DESTINATION, READY)).isEqualTo(ErrorRow.ALREADY_IN_WABA);
    }

    @Test
    @Assumed(because = "without 2388001 only 133005 is left to refuse it", settledBy = "an initiate with two-step verification on; switch two-step-checked-at")
    void twoStep_passesInitiateWhenOnlyRegisterLooks() {
        stage.world.switches.set(Switch.TWO_STEP_CHECKED_AT, "register");
        NumberLink link = stage.proved("5511987650001");

        assertThat(Rehearsal.refused(() -> stage.rules.registration.register(link, "148392"))).isEqualTo(ErrorRow.PIN_MISMATCH);
    }

    @Test
    @Assumed(because = "a provider saw the id kept in a currency migration", settledBy = "the id that initiate answers, beside the old one; switch phone-number-id-on-migrate")
    void sameId_isSharedByBothLinks() {
        stage.world.switches.set(Switch.PHONE_NUMBER_ID_ON_MIGRATE, "same");
        NumberLink link = stage.initiated(READY);

        assertThat(stage.world.links(link.id)).hasSize(2);
    }

    @Test
    @Assumed(because = "a refusal that did something would be a fault of Graph", settledBy = "the list of numbers after a refused initiate")
    void refused_changesNothing() {
        long before = stage.world.links().count();
        refused("200000000000004", READY);

        assertThat(stage.world.links().count()).isEqualTo(before);
    }

    private ErrorRow refused(String waba, String digits) {
        return Rehearsal.refused(() -> stage.rules.initiation.initiate(stage.waba(waba), digits));
    }
}
