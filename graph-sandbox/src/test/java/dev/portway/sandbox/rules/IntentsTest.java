package dev.portway.sandbox.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.portway.sandbox.fidelity.Assumed;
import dev.portway.sandbox.fidelity.Documented;
import dev.portway.sandbox.fidelity.Page;
import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.refusal.Hindered;
import dev.portway.sandbox.refusal.Hindrance;
import dev.portway.sandbox.rules.waba.Intents;
import dev.portway.sandbox.switches.Switch;
import dev.portway.sandbox.world.App;
import dev.portway.sandbox.world.Intent;
import dev.portway.sandbox.world.NumberLink;
import dev.portway.sandbox.world.Solution;
import dev.portway.sandbox.world.Waba;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Trilha, a Tech Provider, proposes where a client's WABA goes. */
class IntentsTest {

    private static final String FIRST = "5511987660004";
    private static final String SECOND = "5511987660005";

    private final Rehearsal rehearsal = new Rehearsal("routes");
    private final Intents intents = rehearsal.rules.intents;
    private final App trilha = Objects.requireNonNull(rehearsal.world.apps.get("634974688087004"));
    private final Solution withRota = Objects.requireNonNull(rehearsal.world.solutions.get("650000000000002"));
    private final Waba inSolution = rehearsal.waba("200000000000021");
    private final Waba alone = rehearsal.waba("200000000000023");

    private Waba accepted(Intent intent) {
        intents.accept(intent, null);
        return Objects.requireNonNull(intent.destination);
    }

    private NumberLink moved(Waba destination, String digits) {
        NumberLink link = rehearsal.rules.initiation.initiate(destination, digits).link();
        rehearsal.rules.registration.register(link, "135790");
        return link;
    }

    private void prepare(Waba destination) {
        rehearsal.rules.subscriptions.subscribe(destination, trilha, "");
        rehearsal.rules.credit.attach(Objects.requireNonNull(rehearsal.world.creditLines.get("620000000000002")), destination, "BRL");
    }

    @Test
    @Documented(page = Page.INTENTS, but = "that it is complete once no number is left at the source")
    void acceptedIntent_movesNumbersToANewWabaWithoutACode() {
        Intent intent = intents.propose(inSolution, trilha, withRota);
        assertThat(intent.kind).isEqualTo(Intent.Kind.TO_SOLUTION);
        Waba destination = accepted(intent);
        assertThat(destination).isNotSameAs(inSolution);
        assertThat(destination.ownerId).isEqualTo(inSolution.ownerId);
        assertThat(destination.partners).containsOnlyKeys("510000000000002", "510000000000003");

        prepare(destination);
        rehearsal.line(SECOND).pin = null;
        assertThat(moved(destination, FIRST).registered()).isTrue();
        assertThat(intent.status).isEqualTo("ACCEPTED");
        moved(destination, SECOND);
        assertThat(intent.status).isEqualTo("COMPLETED");
        rehearsal.advance(Duration.ofMinutes(1));
        assertThat(destination.templates).extracting(each -> each.name).containsExactly("order_ready");
    }

    @Test
    @Documented(page = Page.INTENTS)
    void acceptance_isToldToBothPartners() {
        accepted(intents.propose(inSolution, trilha, withRota));
        rehearsal.advance(Duration.ofSeconds(1));
        assertThat(rehearsal.sent).filteredOn(notice -> notice.body().findPath("event").asString("").equals("PARTNER_ADDED"))
                .extracting(notice -> notice.app().name)
                .containsExactlyInAnyOrder("Rota", "Trilha");
        assertThat(rehearsal.sent.getFirst().body().findPath("solution_id").asString("")).isEqualTo(withRota.id);
    }

    @Test
    @Documented(page = Page.INTENTS, but = "that it is initiate that sees it")
    void twoStep_hasToBeOffAlthoughThereIsNoCode() {
        Waba destination = accepted(intents.propose(inSolution, trilha, withRota));
        prepare(destination);
        assertThat(Rehearsal.refused(() -> moved(destination, SECOND))).isEqualTo(ErrorRow.TWO_STEP_MUST_BE_OFF);
    }

    @Test
    @Documented(page = Page.OFF_SOLUTION, but = "that a number can be added while nothing pays")
    void wayOffASolution_leavesPaymentToTheClient() {
        Intent intent = intents.propose(inSolution, trilha, null);
        Waba destination = accepted(intent);
        rehearsal.rules.subscriptions.subscribe(destination, trilha, "");
        assertThat(destination.partners).containsOnlyKeys("510000000000003");
        assertThat(moved(destination, FIRST).registered()).isTrue();
        assertThat(rehearsal.rules.numbers.pays(destination)).isFalse();
    }

    @Test
    @Documented(page = Page.JOIN_SOLUTION, but = "that joining is the same call for a WABA that is in no solution")
    void wabaOfNoSolution_joinsOneAndStaysWhatItIs() {
        Intent intent = intents.propose(alone, trilha, withRota);
        assertThat(accepted(intent)).isSameAs(alone);
        assertThat(intent.status).isEqualTo("COMPLETED");
        assertThat(rehearsal.rules.solutions.activeOf(alone)).contains(withRota);
        assertThat(alone.partners).containsKeys("510000000000002", "510000000000003");
        assertThat(alone.links.getFirst().registered()).isTrue();
    }

    @Test
    @Documented(page = Page.JOIN_SOLUTION)
    void joinThatNobodyAnswers_isAcceptedAfterNinetyDays() {
        Intent intent = intents.propose(alone, trilha, withRota);
        rehearsal.advance(Duration.ofDays(89));
        assertThat(intent.status).isEqualTo("INITIATED");
        rehearsal.advance(Duration.ofDays(1));
        assertThat(intent.status).isEqualTo("COMPLETED");
    }

    @Test
    @Assumed(because = "90 days are documented for joining only", settledBy = "an intent that nobody answers for 90 days; switch intent-after-90-days")
    void otherProposal_isRejectedAfterNinetyDaysUnlessTheSwitchLeavesIt() {
        Intent intent = intents.propose(inSolution, trilha, withRota);
        rehearsal.advance(Duration.ofDays(90));
        assertThat(intent.status).isEqualTo("REJECTED");
        rehearsal.world.switches.set(Switch.INTENT_AFTER_90_DAYS, "open");
        Intent again = intents.propose(inSolution, trilha, withRota);
        rehearsal.advance(Duration.ofDays(90));
        assertThat(again.status).isEqualTo("INITIATED");
    }

    @Test
    @Documented(page = Page.INTENTS, but = "the errors, which an older page has for the on-behalf-of model")
    void intent_wantsOneTechProviderAndAnActiveSolution() {
        App cedro = Objects.requireNonNull(rehearsal.world.apps.get("634974688087001"));
        assertThat(Rehearsal.refused(() -> intents.propose(inSolution, cedro, withRota))).isEqualTo(ErrorRow.NOT_VALID_FOR_INTENT);
        withRota.status = "DEACTIVATED";
        assertThat(Rehearsal.refused(() -> intents.propose(inSolution, trilha, withRota))).isEqualTo(ErrorRow.NOT_VALID_FOR_INTENT);
        withRota.status = "ACTIVE";
        intents.propose(inSolution, trilha, withRota);
        assertThat(Rehearsal.refused(() -> intents.propose(inSolution, trilha, null))).isEqualTo(ErrorRow.TAGGED_FOR_OTHER);
    }

    @Test
    @Documented(page = Page.INTENTS)
    void onlyAnAdminOfTheClient_decidesAndOnce() {
        Intent intent = intents.propose(inSolution, trilha, withRota);
        Hindered employee = catchThrowableOfType(Hindered.class,
                () -> intents.accept(intent, rehearsal.world.people.get("615000000000003")));
        assertThat(Objects.requireNonNull(employee).hindrance()).isEqualTo(Hindrance.NOT_ADMIN);
        intents.decline(intent, rehearsal.world.people.get("615000000000001"));
        assertThat(intent.status).isEqualTo("REJECTED");
        Hindered late = catchThrowableOfType(Hindered.class, () -> intents.accept(intent, null));
        assertThat(Objects.requireNonNull(late).hindrance()).isEqualTo(Hindrance.NOT_OPEN);
    }

    @Test
    @Assumed(because = "90 days are documented for joining only", settledBy = "an intent that nobody answers for 90 days; switch intent-after-90-days")
    void oldProposalOfALoadedWorld_cannotBeAcceptedAndBlocksNoNewOne() {
        Intent old = intents.propose(inSolution, trilha, withRota);
        old.createdAt = rehearsal.world.now().minus(Duration.ofDays(90));
        Intent next = intents.propose(inSolution, trilha, withRota);
        assertThat(old.status).isEqualTo("REJECTED");
        next.createdAt = old.createdAt;
        Hindered late = catchThrowableOfType(Hindered.class, () -> intents.accept(next, null));
        assertThat(Objects.requireNonNull(late).hindrance()).isEqualTo(Hindrance.NOT_OPEN);
    }
}
