package dev.portway.migration.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.migration.Act;
import dev.portway.migration.Action;
import dev.portway.migration.Attempt;
import dev.portway.migration.Budget;
import dev.portway.migration.Desk;
import dev.portway.migration.Ending;
import dev.portway.migration.HumanTask.Kind;
import dev.portway.migration.Next;
import dev.portway.migration.Order;
import dev.portway.migration.Outcome;
import dev.portway.migration.Proving;
import dev.portway.migration.SimulatedGraph;
import dev.portway.migration.SimulatedGraph.Mishap;
import dev.portway.migration.Spending;
import dev.portway.migration.Status;
import dev.portway.migration.View;
import dev.portway.migration.fact.CodeChoice;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.SourceAccess;
import dev.portway.migration.standing.Allowed;
import dev.portway.migration.standing.Told;
import dev.portway.migration.standing.Transitions;
import dev.portway.problem.Problems;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The route {@code migrate}, step by step, against a simulated Graph. */
class MigrateTest {
    private final Desk desk = Desk.oneNumber();

    @Test
    void number_movesFromCheckToCompleted() {
        assertThat(asked(desk.goUntilAsked())).isEqualTo(Kind.ENTER_CODE);
        assertThat(desk.standing().status()).isEqualTo(Status.AUTHORIZING);

        desk.enterCode("123-456");

        assertThat(desk.goUntilAsked()).isEqualTo(new Next.Done(Ending.COMPLETED));
        assertThat(desk.graph.registersTakenEffect).containsEntry(Desk.NUMBER, 1);
        assertThat(desk.eventNames()).containsSubsequence("checked", "snapshot-taken", "app-subscribed", "templates-copied", "number-added",
                "code-requested",
                "enter-code-told", "ownership-verified", "registered", "assets-compared", "completed");
    }

    @Test
    void settling_takesItsTimeBeforeItCompletes() {
        desk.goUntilAsked();
        desk.enterCode("123456");
        desk.go();

        assertThat(desk.step()).isEqualTo("settled");
        assertThat(desk.standing().status()).isEqualTo(Status.SETTLING);
        assertThat(desk.standing().next()).isInstanceOfSatisfying(Next.Wait.class,
                wait -> assertThat(Duration.between(desk.now, wait.until())).isCloseTo(Duration.ofHours(24), Duration.ofMinutes(1)));
    }

    @Test
    void wrongCode_leavesOneTryLess() {
        assertThat(triesLeft(desk.goUntilAsked())).isEqualTo(Budget.CODE_ENTRIES.limit());

        desk.enterCode("000000");

        assertThat(triesLeft(desk.goUntilAsked())).isEqualTo(Budget.CODE_ENTRIES.limit() - 1);
    }

    @Test
    void wrongCode_asksForTheCodeAgain_andSendsNoOther() {
        desk.goUntilAsked();
        desk.enterCode("999999");

        assertThat(asked(desk.go())).isEqualTo(Kind.ENTER_CODE);
        assertThat(desk.graph.codesSent).containsEntry(Desk.NUMBER, 1);
        assertThat(desk.eventNames()).contains("verify-code-refused");

        desk.enterCode("123456");
        assertThat(desk.goUntilAsked()).isEqualTo(new Next.Done(Ending.COMPLETED));
    }

    @Test
    void lostCodeRequest_isSettledByThePersonWhoGotTheCode() {
        loseAt(Act.REQUEST_CODE, Mishap.LOST_AFTER);
        assertThat(asked(desk.goUntilAsked())).isEqualTo(Kind.ENTER_CODE);

        desk.enterCode("123456");

        assertThat(desk.goUntilAsked()).isEqualTo(new Next.Done(Ending.COMPLETED));
        assertThat(desk.graph.codesSent).containsEntry(Desk.NUMBER, 1);
    }

    @Test
    void anotherCode_isSentOnlyWhenAskedFor() {
        loseAt(Act.REQUEST_CODE, Mishap.LOST_BEFORE);
        desk.goUntilAsked();
        assertThat(desk.graph.codesSent).isEmpty();

        desk.tell(Action.NEW_CODE, Map.of("method", "VOICE"));
        assertThat(asked(desk.goUntilAsked())).isEqualTo(Kind.ENTER_CODE);

        assertThat(desk.graph.codesSent).containsEntry(Desk.NUMBER, 1);
        assertThat(desk.migration.facts().value(Fact.CODE_CHOICE, Desk.NUMBER)).contains(new CodeChoice(CodeChoice.Method.VOICE, "pt_BR"));
    }

    @Test
    void registerThatTookEffectUnanswered_isFoundByLooking_andNotRepeated() {
        loseAt(Act.REGISTER, Mishap.LOST_AFTER);
        complete();

        assertThat(desk.graph.registersSent).containsEntry(Desk.NUMBER, 1);
        assertThat(desk.eventNames()).containsSubsequence("register-in-doubt", "register-found-done", "completed");
    }

    @Test
    void registerThatNeverArrived_isFoundByLooking_andSentAgain() {
        loseAt(Act.REGISTER, Mishap.LOST_BEFORE);
        complete();

        assertThat(desk.graph.registersSent).containsEntry(Desk.NUMBER, 1);
        assertThat(desk.eventNames()).containsSubsequence("register-in-doubt", "register-found-undone", "registered", "completed");
    }

    @Test
    void doubtThatNoLookEnds_isDecidedByAPerson() {
        loseAt(Act.REGISTER, Mishap.LOST_AFTER);
        desk.goUntilAsked();
        desk.enterCode("123456");
        desk.go();
        desk.graph.lookShowsNothing = true;

        assertThat(asked(desk.goUntilAsked())).isEqualTo(Kind.DECIDE_DOUBT);
        assertThat(Allowed.of(desk.migration, desk.now)).contains(Action.IT_HAPPENED, Action.IT_DID_NOT).doesNotContain(Action.WITHDRAW);

        desk.graph.lookShowsNothing = false;
        desk.tell(Action.IT_HAPPENED, Map.of());
        assertThat(desk.goUntilAsked()).isEqualTo(new Next.Done(Ending.COMPLETED));
        assertThat(desk.graph.registersSent).containsEntry(Desk.NUMBER, 1);
    }

    @Test
    void nobodyLooksOrRepeats_beforeTheLostCallCanNoLongerArrive() {
        loseAt(Act.REGISTER, Mishap.LOST_AFTER);
        desk.goUntilAsked();
        desk.enterCode("123456");

        assertThat(desk.go()).isInstanceOfSatisfying(Next.Wait.class, wait -> {
            assertThat(wait.reason()).isEqualTo(Next.Waiting.ANSWER);
            assertThat(wait.until()).isAfter(desk.now.plusSeconds(50));
        });
    }

    @Test
    void withdrawal_looksOnceMore_undoesWhatItCan() {
        desk.goUntilAsked();
        assertThat(desk.tell(Action.WITHDRAW, Map.of())).isInstanceOf(Told.Accepted.class);
        assertThat(desk.standing().status()).isEqualTo(Status.WITHDRAWING);

        assertThat(desk.goUntilAsked()).isEqualTo(new Next.Done(Ending.WITHDRAWN));

        assertThat(desk.graph.subscribed).isFalse();
        assertThat(desk.graph.calls.getLast().act()).isEqualTo(Act.UNSUBSCRIBE_APP);
        assertThat(desk.graph.calls.get(desk.graph.calls.size() - 2).act()).isEqualTo(Act.READ_NUMBER);
    }

    @Test
    void withdrawal_isRefusedFromCutoverOn() {
        desk.goUntilAsked();
        desk.enterCode("123456");
        desk.go();

        assertThat(desk.tell(Action.WITHDRAW, Map.of())).isInstanceOf(Told.NotAllowed.class);
    }

    @Test
    void withdrawalOvertakenByACutover_goesOnForward() {
        desk.goUntilAsked();
        desk.graph.verified.add(Desk.NUMBER);
        desk.graph.live.add(Desk.NUMBER);
        desk.tell(Action.WITHDRAW, Map.of());

        assertThat(desk.goUntilAsked()).isEqualTo(new Next.Done(Ending.COMPLETED));
        assertThat(desk.eventNames()).contains("withdrawal-overtaken");
    }

    @Test
    void budgetThatGraphCallsSpent_isNotTriedAgainBeforeItOpens() {
        desk.graph.refuses.put(Act.REGISTER, Problems.REGISTER_BUDGET_SPENT);
        desk.goUntilAsked();
        desk.enterCode("123456");

        assertThat(desk.go()).isInstanceOfSatisfying(Next.Wait.class, wait -> {
            assertThat(wait.reason()).isEqualTo(Next.Waiting.BUDGET);
            assertThat(Duration.between(desk.now, wait.until())).isCloseTo(Duration.ofHours(72), Duration.ofMinutes(1));
        });
        assertThat(Allowed.of(desk.migration, desk.now)).contains(Action.WITHDRAW);
        assertThat(desk.goUntilAsked()).isEqualTo(new Next.Done(Ending.COMPLETED));
        assertThat(desk.graph.registersSent).containsEntry(Desk.NUMBER, 2);
    }

    @Test
    void window_holdsTheCutover_notTheProof() {
        desk.tell(Action.SCHEDULE, Map.of("opens", "2026-11-22T02:00:00Z", "closes", "2026-11-22T04:00:00Z"));
        assertThat(asked(desk.go())).isEqualTo(Kind.ENTER_CODE);
        desk.enterCode("123456");

        assertThat(desk.go()).isEqualTo(new Next.Wait(Instant.parse("2026-11-22T02:00:00Z"), Next.Waiting.CLOCK));
        assertThat(desk.graph.registersSent).isEmpty();

        desk.now = Instant.parse("2026-11-22T02:00:00Z");
        desk.graph.twoStepOn.add(Desk.NUMBER);
        assertThat(asked(desk.go())).isEqualTo(Kind.TURN_OFF_TWO_STEP);
        assertThat(desk.graph.registersSent).isEmpty();

        desk.now = Instant.parse("2026-11-22T05:00:00Z");
        assertThat(asked(desk.go())).isEqualTo(Kind.SCHEDULE);
    }

    @Test
    void ownership_isProvedAtMost72HoursBeforeTheWindow() {
        desk.tell(Action.SCHEDULE, Map.of("opens", "2026-11-30T02:00:00Z", "closes", "2026-11-30T04:00:00Z"));

        assertThat(desk.go()).isEqualTo(new Next.Wait(Instant.parse("2026-11-27T02:00:00Z"), Next.Waiting.CLOCK));
        assertThat(desk.graph.added).isEmpty();
    }

    @Test
    void otherOrder_startsNothingBeforeTheWindow() {
        var inWindow = new Desk(Desk.order(List.of(Desk.NUMBER), SourceAccess.READ, Proving.IN_WINDOW));
        inWindow.tell(Action.SCHEDULE, Map.of("opens", "2026-11-22T02:00:00Z", "closes", "2026-11-22T04:00:00Z"));

        assertThat(inWindow.go()).isEqualTo(new Next.Wait(Instant.parse("2026-11-22T02:00:00Z"), Next.Waiting.CLOCK));
        assertThat(inWindow.graph.added).isEmpty();
    }

    @Test
    void expiredProof_asksHowTheNextCodeShallCome_andSendsNoneUnasked() {
        desk.tell(Action.SCHEDULE, Map.of("opens", "2026-11-22T02:00:00Z", "closes", "2026-11-22T04:00:00Z"));
        desk.go();
        desk.enterCode("123456");
        desk.go();
        desk.now = Instant.parse("2026-11-22T02:00:00Z");
        desk.graph.verified.clear();

        assertThat(asked(desk.go())).isEqualTo(Kind.CHOOSE_CODE);
        assertThat(desk.graph.codesSent).containsEntry(Desk.NUMBER, 1);
        assertThat(desk.graph.registersSent).isEmpty();
    }

    @Test
    void numbersThatMoveTogether_allMove_andOneRefusedDoesNotStopTheOther() {
        var both = new Desk(Desk.order(List.of(Desk.NUMBER, Desk.SECOND), SourceAccess.NONE, Proving.BEFORE_WINDOW));
        both.goUntilAsked();
        both.enterCode("123456");
        both.goUntilAsked();
        both.enterCode("123456");

        assertThat(both.goUntilAsked()).isEqualTo(new Next.Done(Ending.COMPLETED));
        assertThat(both.graph.registersTakenEffect).containsEntry(Desk.NUMBER, 1).containsEntry(Desk.SECOND, 1);
    }

    @Test
    void withoutSourceAccess_templatesAreNotCopiedEarly_withAReason() {
        var blind = new Desk(Desk.order(List.of(Desk.NUMBER), SourceAccess.NONE, Proving.BEFORE_WINDOW));
        blind.goUntilAsked();

        assertThat(blind.graph.calls).extracting(SimulatedGraph.Call::act).doesNotContain(Act.COPY_TEMPLATES);
        assertThat(blind.migration.route().step("templates-copied").orElseThrow().skipped(new View(blind.migration, null, blind.now)))
                .contains("no-source-access");
    }

    @Test
    void answerThatComesAfterTheLook_doesNotBringTheDoubtBack() {
        desk.goUntilAsked();
        desk.enterCode("123456");
        Attempt ofAPausedNode = desk.begin(desk.goUntilCalled(Act.REGISTER));
        assertThat(desk.goUntilAsked()).isEqualTo(new Next.Done(Ending.COMPLETED));

        desk.take(Transitions.ended(desk.migration, ofAPausedNode, new Outcome.InDoubt("timeout"), desk.now));

        assertThat(desk.migration.doubtful()).isEmpty();
        assertThat(desk.graph.registersSent).containsEntry(Desk.NUMBER, 1);
    }

    @Test
    void silence_expiresWhatNobodyComesBackTo() {
        desk.goUntilAsked();
        desk.pass(Order.PATIENCE.plusDays(1));

        assertThat(desk.goUntilAsked()).isEqualTo(new Next.Done(Ending.EXPIRED));
        assertThat(desk.graph.subscribed).isFalse();
    }

    @Test
    void whatIsAskedPastThePivot_neverExpires() {
        desk.goUntilAsked();
        desk.enterCode("123456");
        while (!desk.migration.pivotCrossed(null)) {
            desk.once((Next.Call) desk.standing().next());
        }
        desk.graph.refuse(Act.READ_NUMBER, Problems.TOKEN_INVALID);
        assertThat(asked(desk.go())).isEqualTo(Kind.MEND);
        desk.pass(Order.PATIENCE.plusDays(1));
        desk.graph.refuse(Act.READ_NUMBER, Problems.TOKEN_INVALID);

        assertThat(asked(desk.go())).isEqualTo(Kind.MEND);
        assertThat(desk.standing().leaving()).isFalse();
    }

    @Test
    void attemptThatWasNotSent_spendsNothing() {
        loseAt(Act.REGISTER, Mishap.NOT_SENT);
        complete();

        assertThat(desk.graph.registersSent).containsEntry(Desk.NUMBER, 1);
        assertThat(desk.migration.spendings().of(Budget.REGISTERS, Desk.NUMBER, desk.now).used()).isEqualTo(1);
    }

    @Test
    void problemThatThisRouteCannotSolve_endsItBeforeThePivot() {
        desk.graph.refuses.put(Act.ADD_NUMBER, Problems.DIFFERENT_BUSINESS);

        assertThat(desk.goUntilAsked()).isEqualTo(new Next.Done(Ending.FAILED));
    }

    private static Kind asked(Next next) {
        assertThat(next).isInstanceOf(Next.Ask.class);
        return ((Next.Ask) next).task().kind();
    }

    private static int triesLeft(Next next) {
        return next instanceof Next.Ask ask ? ask.spending().map(Spending::left).orElse(-1) : -1;
    }

    private void loseAt(Act act, Mishap mishap) {
        desk.graph.mishaps.put(act, mishap);
    }

    private void complete() {
        desk.goUntilAsked();
        desk.enterCode("123456");
        assertThat(desk.goUntilAsked()).isEqualTo(new Next.Done(Ending.COMPLETED));
    }
}
