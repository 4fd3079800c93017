package dev.portway.sandbox.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portway.sandbox.fidelity.Assumed;
import dev.portway.sandbox.fidelity.Documented;
import dev.portway.sandbox.fidelity.Page;
import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.refusal.Refused;
import dev.portway.sandbox.switches.Switch;
import dev.portway.sandbox.world.CreditLine;
import dev.portway.sandbox.world.Waba;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A WABA that its owner takes from one provider and gives to another. It begins on 21 November 2026. */
class ResharingTest {

    private static final String ROTA = "510000000000002";

    private final Rehearsal rehearsal = new Rehearsal();
    private final Waba waba = rehearsal.waba("200000000000004");
    private final CreditLine line = Objects.requireNonNull(rehearsal.world.creditLines.get("620000000000002"));

    @BeforeEach
    void payByLine() {
        rehearsal.rules.credit.attach(line, waba, "BRL");
    }

    private boolean pays() {
        return rehearsal.rules.numbers.pays(waba);
    }

    private void attach(String currency) {
        rehearsal.rules.credit.attach(line, waba, currency);
    }

    @Test
    @Documented(page = Page.RESHARING, but = "that the month is one of UTC")
    void unsharing_blocksSendsUntilTheFirstAfterSharing() {
        assertThat(pays()).isTrue();
        rehearsal.rules.partners.remove(waba, ROTA);
        assertThat(pays()).isFalse();
        rehearsal.advance(Duration.ofDays(3));
        attach("BRL");
        rehearsal.advance(Duration.between(rehearsal.world.now(), Instant.parse("2026-11-30T23:59:59Z")));
        assertThat(pays()).isFalse();
        rehearsal.advance(Duration.ofSeconds(1));
        assertThat(pays()).isTrue();
    }

    @Test
    @Documented(page = Page.RESHARING, but = "the error and its words, and that the days are those of UTC")
    void sharing_isRefusedOnTheLastThreeAndFirstFourDays() {
        rehearsal.rules.partners.remove(waba, ROTA);
        rehearsal.advance(Duration.between(rehearsal.world.now(), Instant.parse("2026-11-28T00:00:00Z")));
        assertThatThrownBy(() -> attach("BRL")).isInstanceOf(Refused.class);
        rehearsal.advance(Duration.between(rehearsal.world.now(), Instant.parse("2026-12-04T23:59:59Z")));
        assertThatThrownBy(() -> attach("BRL")).isInstanceOf(Refused.class);
        rehearsal.advance(Duration.ofSeconds(1));
        attach("BRL");
        assertThat(waba.paysFrom).isEqualTo(Instant.parse("2027-01-01T00:00:00Z"));
    }

    @Test
    @Documented(page = Page.RESHARING, but = "the error and its words")
    void anotherCurrency_isRefused() {
        rehearsal.rules.partners.remove(waba, ROTA);
        assertThatThrownBy(() -> attach("USD")).isInstanceOf(Refused.class);
        assertThat(waba.unshared).isTrue();
    }

    @Test
    @Assumed(because = "the page speaks only of the partner whose credit line pays", settledBy = "removing a partner that only reads from a WABA that another pays for")
    void partnerThatDoesNotPay_leavesWithoutABlock() {
        waba.partners.put("510000000000001", Waba.Share.READ);
        rehearsal.rules.partners.remove(waba, "510000000000001");
        assertThat(waba.partners).doesNotContainKey("510000000000001");
        assertThat(pays()).isTrue();
    }

    private void remove() {
        rehearsal.rules.partners.remove(waba, ROTA);
    }

    private void wait(String until) {
        rehearsal.advance(Duration.between(rehearsal.world.now(), Instant.parse(until)));
    }

    @Test
    @Documented(page = Page.WEBHOOK_REFERENCE)
    void partner_isToldThatItWasRemovedOrAdded() {
        remove();
        rehearsal.rules.partners.add(waba, "510000000000001", Waba.Share.MANAGE);
        rehearsal.advance(Duration.ofSeconds(1));
        assertThat(rehearsal.sent).extracting(each -> each.app().name + " " + each.body().findPath("event").asString(""))
                .contains("Rota PARTNER_REMOVED", "Cedro PARTNER_ADDED");
    }

    @Test
    @Assumed(because = "nothing is said of the subscription", settledBy = "an inbound message after unsharing; switch subscription-after-unsharing")
    void removedPartner_hearsNoMoreUnlessTheSwitchSaysSo() {
        remove();
        assertThat(waba.subscriptions).isEmpty();
        rehearsal.world.switches.set(Switch.SUBSCRIPTION_AFTER_UNSHARING, "kept");
        Waba other = rehearsal.waba("200000000000002");
        rehearsal.rules.partners.remove(other, ROTA);
        assertThat(other.subscriptions).containsOnlyKeys("634974688087002");
    }

    @Test
    @Assumed(because = "that sharing is refused is documented, the error is not", settledBy = "sharing a line on the 29th; switch credit-sharing-refusal")
    void refusal_isTheOneOfTheSwitch() {
        remove();
        wait("2026-11-28T00:00:00Z");
        assertThat(Rehearsal.refused(() -> attach("BRL"))).isEqualTo(ErrorRow.INVALID_PARAMETER);
        rehearsal.world.switches.set(Switch.CREDIT_SHARING_REFUSAL, "200");
        assertThat(Rehearsal.refused(() -> attach("BRL"))).isEqualTo(ErrorRow.WRITE_DENIED);
        rehearsal.world.switches.set(Switch.CREDIT_SHARING_REFUSAL, "131042");
        assertThat(Rehearsal.refused(() -> attach("BRL"))).isEqualTo(ErrorRow.PAYMENT_ISSUE);
    }

    @Test
    @Assumed(because = "no page says whose months they are", settledBy = "sharing within hours of a boundary; switch credit-months-of")
    void month_isTheOneOfTheSwitch() {
        rehearsal.world.switches.set(Switch.CREDIT_MONTHS_OF, "America/Los_Angeles");
        remove();
        wait("2026-11-28T07:59:59Z");
        attach("BRL");
        assertThat(waba.paysFrom).isEqualTo(Instant.parse("2026-12-01T08:00:00Z"));
    }

    @Test
    @Documented(page = Page.RESHARING, but = "that it is the owner who has to pay then, see the switch unshared-after-90-days")
    void wabaThatNobodyTakesOn_isMovedAfterNinetyDays() {
        remove();
        rehearsal.advance(Duration.ofDays(89));
        assertThat(waba.unshared).isTrue();
        rehearsal.advance(Duration.ofDays(1));
        assertThat(waba.unshared).isFalse();
        assertThat(pays()).isFalse();
        waba.fundingId = "630000000000002";
        assertThat(pays()).isTrue();
    }

    @Test
    @Assumed(because = "the page may mean something else by moving", settledBy = "a WABA left unshared for 91 days; switch unshared-after-90-days")
    void wabaThatNobodyTakesOn_staysBlockedWhenTheSwitchSaysSo() {
        rehearsal.world.switches.set(Switch.UNSHARED_AFTER_90_DAYS, "blocked");
        remove();
        rehearsal.advance(Duration.ofDays(91));
        assertThat(waba.unshared).isTrue();
    }
}
