package dev.portway.migration.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.migration.Act;
import dev.portway.migration.Action;
import dev.portway.migration.Desk;
import dev.portway.migration.Ending;
import dev.portway.migration.HumanTask;
import dev.portway.migration.HumanTask.Kind;
import dev.portway.migration.Next;
import dev.portway.migration.Reaction;
import dev.portway.migration.fact.AccountTold;
import dev.portway.migration.fact.Certainty;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Finding;
import dev.portway.migration.fact.Learned;
import dev.portway.migration.fact.Source;
import dev.portway.migration.fact.TwoStep;
import dev.portway.migration.fact.TwoStepTold;
import dev.portway.migration.fact.WabaId;
import dev.portway.migration.standing.Tidings;
import dev.portway.migration.standing.Told;
import dev.portway.migration.standing.Transitions;
import dev.portway.problem.Party;
import dev.portway.problem.Problems;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** Two-step verification on the way, as Graph shows it, as people state it and as webhooks tell it; and what else webhooks tell. */
class TwoStepTest {
    private final Desk desk = Desk.oneNumber();

    @Test
    void twoStepFoundOn_asksWhoeverOwnsIt_andGoesOnOnceItIsOff() {
        desk.graph.standsInTheWay = Optional
                .of(new Finding("two-step-off", Optional.of(Desk.NUMBER), Finding.Verdict.FAILS, Certainty.VERIFIED, Party.CLIENT,
                        "true", "is_pin_enabled", Desk.START, true, Optional.empty(), Optional.empty()));
        assertThat(desk.go()).isInstanceOfSatisfying(Next.Ask.class,
                ask -> assertThat(ask.task()).isEqualTo(new HumanTask(Kind.CLEAR_THE_WAY, Party.CLIENT, "two-step-off")));
        assertThat(desk.step()).isEqualTo("checked");

        desk.graph.standsInTheWay = Optional.empty();
        assertThat(desk.tell(Action.RECHECK, Map.of())).isInstanceOf(Told.Accepted.class);

        assertThat(asked(desk.goUntilAsked())).isEqualTo(Kind.ENTER_CODE);
    }

    @Test
    void twoStepBackOnRightBeforeInitiate_pullsItBackWithoutACall() {
        desk.graph.twoStepOn.add(Desk.NUMBER);

        assertThat(asked(desk.go())).isEqualTo(Kind.TURN_OFF_TWO_STEP);
        assertThat(desk.graph.added).isEmpty();

        desk.graph.twoStepOn.clear();
        assertThat(asked(desk.tellThenGo(Action.RECHECK))).isEqualTo(Kind.ENTER_CODE);
    }

    @Test
    void twoStepThatGraphDoesNotShow_isAskedOfAPerson_andKeptAsStated() {
        desk.graph.twoStepShown = TwoStep.UNKNOWN;
        assertThat(asked(desk.go())).isEqualTo(Kind.CONFIRM_TWO_STEP_OFF);

        desk.tell(Action.STATE, Map.of("check", "two-step-off"));

        assertThat(asked(desk.goUntilAsked())).isEqualTo(Kind.ENTER_CODE);
        assertThat(desk.migration.facts().seen(Fact.TWO_STEP_STATED_OFF, Desk.NUMBER).orElseThrow().certainty())
                .isEqualTo(Certainty.STATED);
    }

    @Test
    void answerThatComesWhileItIsLookedAtAgain_isTaken() {
        desk.graph.twoStepShown = TwoStep.UNKNOWN;
        desk.go();
        desk.pass(Duration.ofHours(1));

        assertThat(desk.standing().next()).isInstanceOf(Next.Call.class);
        assertThat(desk.tell(Action.STATE, Map.of("check", "two-step-off"))).isInstanceOf(Told.Accepted.class);
    }

    @Test
    void twoStepThatGraphDoesNotShow_isBelievedOfAWebhook_untilRegisterSaysOtherwise() {
        desk.graph.twoStepShown = TwoStep.UNKNOWN;
        assertThat(asked(desk.go())).isEqualTo(Kind.CONFIRM_TWO_STEP_OFF);

        tell("PIN_CHANGED", "100001", Desk.START);
        assertThat(asked(desk.go())).isEqualTo(Kind.CONFIRM_TWO_STEP_OFF);
        tell("PIN_REQUEST_SUCCESS", "200002", Desk.START.plusSeconds(2));
        assertThat(asked(desk.go())).as("it speaks of the destination").isEqualTo(Kind.CONFIRM_TWO_STEP_OFF);
        tell("PIN_REQUEST_SUCCESS", "100001", Desk.START.minusSeconds(1));
        assertThat(asked(desk.go())).as("it was overtaken").isEqualTo(Kind.CONFIRM_TWO_STEP_OFF);

        tell("PIN_REQUEST_SUCCESS", "100001", Desk.START.plusSeconds(2));
        assertThat(asked(desk.goUntilAsked())).isEqualTo(Kind.ENTER_CODE);

        assertThat(Passages.TWO_STEP_CAME_BACK).asInstanceOf(InstanceOfAssertFactories.type(Reaction.BackTo.class))
                .satisfies(back -> assertThat(back.forget()).contains(Fact.TWO_STEP_TOLD));
    }

    @Test
    void wordThatIsNewerThanTheWebhook_counts() {
        desk.graph.twoStepShown = TwoStep.UNKNOWN;
        desk.go();
        tell("PIN_CHANGED", "100001", Desk.START);

        desk.tell(Action.STATE, Map.of("check", "two-step-off"));
        assertThat(asked(desk.goUntilAsked())).isEqualTo(Kind.ENTER_CODE);
        tell("PIN_CHANGED", "100001", Desk.START.plusSeconds(3));

        assertThat(TwoStepTold.standing(desk.migration.facts(), Desk.NUMBER)).isPresent();
    }

    @Test
    void whatIsAnnouncedOfAnAccount_isKeptForItsSide_andTheLatestCounts() {
        desk.go();
        announce(AccountTold.banned("SCHEDULE_FOR_DISABLE", "2026-12-01", Desk.START.plusSeconds(2)), "100001");
        announce(AccountTold.banned("REINSTATE", "", Desk.START), "100001");
        announce(AccountTold.banned("DISABLE", "", Desk.START.plusSeconds(3)), "300003");
        announce(AccountTold.restricted(List.of(new AccountTold.Restriction("RESTRICTED", Desk.START.plusSeconds(9))),
                Desk.START.plusSeconds(4)), "100001");

        AccountTold source = desk.migration.facts().value(Fact.SOURCE_TOLD).orElseThrow();
        assertThat(source.against(Desk.START.plusSeconds(5))).containsExactly("SCHEDULE_FOR_DISABLE 2026-12-01",
                "RESTRICTED " + Desk.START.plusSeconds(9));
        assertThat(source.against(Desk.START.plusSeconds(9))).containsExactly("SCHEDULE_FOR_DISABLE 2026-12-01");
        assertThat(desk.migration.facts().value(Fact.DESTINATION_TOLD)).isEmpty();
    }

    /** A second is all that webhooks tell of time. */
    @Test
    void twoStepTurnedOffAndOnInOneSecond_isOn_whicheverComesFirst() {
        tell("PIN_CHANGED", "100001", Desk.START);
        tell("PIN_REQUEST_SUCCESS", "100001", Desk.START);

        assertThat(desk.migration.facts().value(Fact.TWO_STEP_TOLD, Desk.NUMBER).map(TwoStepTold::says)).contains(TwoStep.ON);

        tell("PIN_REQUEST_SUCCESS", "100001", Desk.START.plusSeconds(1));
        tell("PIN_CHANGED", "100001", Desk.START.plusSeconds(1));

        assertThat(desk.migration.facts().value(Fact.TWO_STEP_TOLD, Desk.NUMBER).map(TwoStepTold::says)).contains(TwoStep.ON);
    }

    private void announce(AccountTold told, String waba) {
        desk.take(Transitions.heard(desk.migration, Tidings.of(desk.migration, told, Optional.of(new WabaId(waba))), Source.webhook("1"),
                desk.now));
    }

    private void tell(String event, String waba, Instant at) {
        List<Learned<?>> learned = Tidings.of(desk.migration, TwoStepTold.of(event, at).orElseThrow(), Desk.NUMBER,
                Optional.of(new WabaId(waba)));
        desk.take(Transitions.heard(desk.migration, learned, Source.webhook("1"), desk.now));
    }

    @Test
    void pinMismatchAtRegister_meansTwoStepCameBack_andAsksItsOwner() {
        desk.graph.refuses.put(Act.REGISTER, Problems.PIN_MISMATCH);
        desk.graph.twoStepShown = TwoStep.UNKNOWN;
        desk.go();
        desk.tell(Action.STATE, Map.of("check", "two-step-off"));
        desk.goUntilAsked();
        desk.enterCode("123456");

        assertThat(asked(desk.goUntilAsked())).isEqualTo(Kind.CONFIRM_TWO_STEP_OFF);
        assertThat(desk.step()).isEqualTo("two-step-still-off");
        desk.tell(Action.STATE, Map.of("check", "two-step-off"));
        assertThat(desk.goUntilAsked()).isEqualTo(new Next.Done(Ending.COMPLETED));
    }

    private static Kind asked(Next next) {
        assertThat(next).isInstanceOf(Next.Ask.class);
        return ((Next.Ask) next).task().kind();
    }
}
