package dev.portway.migration.standing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.migration.Act;
import dev.portway.migration.Action;
import dev.portway.migration.Desk;
import dev.portway.migration.Ending;
import dev.portway.migration.SimulatedGraph.Mishap;
import dev.portway.migration.fact.Certainty;
import dev.portway.problem.Problems;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a withdrawal takes back and what it leaves is said before it is asked for, and is still true after it. */
class WithdrawalTest {
    private final Desk desk = Desk.oneNumber();

    @Test
    void beforeAnythingWasDone_nothingIsUndoneAndNothingStays() {
        assertThat(now()).isEqualTo(new Withdrawal(List.of(), List.of()));
    }

    @Test
    void whileTheCodeIsAwaited_theSubscriptionGoes_templatesAndTheNumberStay() {
        desk.goUntilAsked();

        assertThat(now().undone()).containsExactly(Act.UNSUBSCRIBE_APP);
        assertThat(now().stays()).extracting(Withdrawal.Stays::words).containsExactly("templates-copied", "number-listed");
        assertThat(now().stays()).extracting(Withdrawal.Stays::number).containsExactly(Optional.empty(), Optional.of(Desk.NUMBER));
        assertThat(now().stays()).allSatisfy(one -> assertThat(one.certainty()).isEqualTo(Certainty.VERIFIED));
    }

    @Test
    void whatWasSaidBefore_isWhatItCameTo() {
        desk.goUntilAsked();
        Withdrawal said = now();

        desk.tellThenGo(Action.WITHDRAW);

        assertThat(desk.migration.ending()).contains(Ending.WITHDRAWN);
        assertThat(now()).isEqualTo(said);
    }

    @Test
    void subscriptionThatWasThereBefore_isNeitherUndoneNorMentioned() {
        desk.graph.subscribedByOthers = true;
        desk.goUntilAsked();

        assertThat(now().undone()).isEmpty();
        assertThat(now().stays()).extracting(Withdrawal.Stays::words).doesNotContain("app-subscribed");
    }

    @Test
    void subscriptionThatCannotBeTakenBack_isSaidToStay() {
        desk.goUntilAsked();
        desk.graph.refuses.put(Act.UNSUBSCRIBE_APP, Problems.PERMISSION_MISSING);

        desk.tellThenGo(Action.WITHDRAW);

        assertThat(desk.migration.ending()).contains(Ending.WITHDRAWN);
        assertThat(desk.graph.subscribed).isTrue();
        assertThat(now().undone()).isEmpty();
        assertThat(now().stays()).extracting(Withdrawal.Stays::words).contains("app-subscribed");
    }

    @Test
    void whatMayHaveBeenDone_isSaidToStayPerhaps() {
        desk.graph.mishaps.put(Act.ADD_NUMBER, Mishap.LOST_AFTER);
        desk.go();

        assertThat(now().stays()).filteredOn(one -> one.words().equals("number-listed"))
                .extracting(Withdrawal.Stays::certainty)
                .containsExactly(Certainty.UNKNOWN);

        desk.goUntilAsked();
        assertThat(now().stays()).filteredOn(one -> one.words().equals("number-listed"))
                .extracting(Withdrawal.Stays::certainty)
                .containsExactly(Certainty.VERIFIED);
    }

    @Test
    void subscriptionWhoseAnswerWasLost_isTakenBackWithTheRest() {
        desk.graph.mishaps.put(Act.SUBSCRIBE_APP, Mishap.LOST_AFTER);
        desk.goUntilAsked();

        desk.tellThenGo(Action.WITHDRAW);

        assertThat(desk.graph.subscribed).isFalse();
    }

    @Test
    void migrationThatFailed_undidNothing_andSaysSo() {
        desk.graph.refuses.put(Act.ADD_NUMBER, Problems.DIFFERENT_BUSINESS);
        desk.goUntilAsked();

        assertThat(desk.migration.ending()).contains(Ending.FAILED);
        assertThat(now().undone()).isEmpty();
        assertThat(now().stays()).extracting(Withdrawal.Stays::words).containsExactly("app-subscribed", "templates-copied");
    }

    private Withdrawal now() {
        return Withdrawal.of(desk.migration, desk.now);
    }
}
