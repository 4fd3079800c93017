package dev.portway.migration.standing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.migration.Act;
import dev.portway.migration.Action;
import dev.portway.migration.Attempt;
import dev.portway.migration.Desk;
import dev.portway.migration.Ending;
import dev.portway.migration.Next;
import dev.portway.migration.Proving;
import dev.portway.migration.SimulatedGraph.Mishap;
import dev.portway.migration.fact.SourceAccess;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What nobody knows yet while something else goes on: another number, a withdrawal. */
class DoubtTest {
    @Test
    void lostCodeRequestOfOneNumber_isNotRepeatedWhenTheOtherGetsItsCode() {
        var both = new Desk(Desk.order(List.of(Desk.NUMBER, Desk.SECOND), SourceAccess.READ, Proving.BEFORE_WINDOW));
        both.graph.mishaps.put(Act.REQUEST_CODE, Mishap.LOST_AFTER);

        both.goUntilAsked();

        assertThat(both.graph.codesSent).containsEntry(Desk.NUMBER, 1).containsEntry(Desk.SECOND, 1);
    }

    @Test
    void withdrawalOvertakenByALateAnswer_goesOnForward() {
        var desk = registering();
        Next.Call call = desk.goUntilCalled(Act.REGISTER);
        Attempt ofAPausedNode = desk.begin(call);
        desk.goUntilCalled(Act.REGISTER);
        assertThat(desk.tell(Action.WITHDRAW, Map.of())).isInstanceOf(Told.Accepted.class);

        desk.take(Transitions.ended(desk.migration, ofAPausedNode, desk.graph.carryOut(call, desk.migration, desk.now), desk.now));

        assertThat(desk.goUntilAsked()).isEqualTo(new Next.Done(Ending.COMPLETED));
        assertThat(desk.graph.subscribed).isTrue();
    }

    private static Desk registering() {
        var desk = Desk.oneNumber();
        desk.goUntilAsked();
        desk.enterCode("123456");
        return desk;
    }
}
