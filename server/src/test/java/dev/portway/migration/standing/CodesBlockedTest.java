package dev.portway.migration.standing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.migration.Act;
import dev.portway.migration.Action;
import dev.portway.migration.Budget;
import dev.portway.migration.Change;
import dev.portway.migration.Desk;
import dev.portway.migration.Ending;
import dev.portway.migration.HumanTask.Kind;
import dev.portway.migration.Next;
import dev.portway.migration.Spendings;
import dev.portway.problem.Party;
import dev.portway.problem.Problems;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Nobody is asked for a code, and none is sent, while Graph takes none: afterwards whoever has the number says how the next is to come. */
class CodesBlockedTest {
    private static final Duration BLOCK = Budget.CODE_ENTRIES.window();

    private final Desk desk = Desk.oneNumber();

    private void waitsOutTheBlock() {
        var wait = (Next.Wait) desk.go();
        assertThat(wait.reason()).isEqualTo(Next.Waiting.BUDGET);
        assertThat(Duration.between(desk.now, wait.until())).isBetween(BLOCK.minusMinutes(1), BLOCK);
        assertThat(desk.standing().waitsFor()).contains(Party.META);
        assertThat(desk.step()).isEqualTo("code-chosen");
        desk.now = wait.until();
    }

    private void provesItWithAnotherCode() {
        assertThat(desk.graph.codesSent).containsEntry(Desk.NUMBER, 1);
        assertThat(((Next.Ask) desk.goUntilAsked()).task().kind()).isEqualTo(Kind.CHOOSE_CODE);
        assertThat(desk.graph.codesSent).as("nobody asked for it yet").containsEntry(Desk.NUMBER, 1);

        desk.tell(Action.CHOOSE_CODE, Map.of("method", "VOICE", "language", "pt_BR"));
        assertThat(((Next.Ask) desk.goUntilAsked()).task().kind()).isEqualTo(Kind.ENTER_CODE);
        assertThat(desk.graph.codesSent).containsEntry(Desk.NUMBER, 2);

        desk.enterCode("123456");
        assertThat(desk.goUntilAsked()).isEqualTo(new Next.Done(Ending.COMPLETED));
    }

    @Test
    void blockByGraph_isWaitedOut_andAnotherCodeIsAskedFor() {
        desk.goUntilAsked();
        desk.graph.refuses.put(Act.VERIFY_CODE, Problems.CODE_BUDGET_SPENT);
        desk.enterCode("123456");

        waitsOutTheBlock();
        provesItWithAnotherCode();
    }

    @Test
    void lastTryThatWeCount_isLikeABlock() {
        desk.goUntilAsked();
        for (int tries = 0; tries < Budget.CODE_ENTRIES.limit(); tries++) {
            assertThat(((Next.Ask) desk.go()).task().kind()).isEqualTo(Kind.ENTER_CODE);
            desk.enterCode("999999");
        }

        waitsOutTheBlock();
        provesItWithAnotherCode();
    }

    @Test
    void blockThatAnotherMigrationRanInto_isWaitedOutBeforeAnybodyIsAsked() {
        desk.take(new Change(desk.migration.with(new Spendings(List.of(
                new Spendings.Try(Desk.NUMBER, Act.VERIFY_CODE, desk.now, Optional.of(desk.now))))), List.of()));

        Next next = desk.go();

        assertThat(next).isEqualTo(new Next.Wait(Desk.START.plus(BLOCK), Next.Waiting.BUDGET));
        assertThat(desk.graph.codesSent).isEmpty();
    }
}
