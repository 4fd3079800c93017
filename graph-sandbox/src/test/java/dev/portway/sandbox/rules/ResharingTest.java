package dev.portway.sandbox.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portway.sandbox.fidelity.Assumed;
import dev.portway.sandbox.fidelity.Documented;
import dev.portway.sandbox.fidelity.Page;
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
        rehearsal.rules.credit.unshare(waba, ROTA);
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
        rehearsal.rules.credit.unshare(waba, ROTA);
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
        rehearsal.rules.credit.unshare(waba, ROTA);
        assertThatThrownBy(() -> attach("USD")).isInstanceOf(Refused.class);
        assertThat(waba.unshared).isTrue();
    }

    @Test
    @Assumed(because = "the page speaks only of the partner whose credit line pays", settledBy = "removing a partner that only reads from a WABA that another pays for")
    void partnerThatDoesNotPay_leavesWithoutABlock() {
        waba.partners.put("510000000000001", Waba.Share.READ);
        rehearsal.rules.credit.unshare(waba, "510000000000001");
        assertThat(waba.partners).doesNotContainKey("510000000000001");
        assertThat(pays()).isTrue();
    }
}
