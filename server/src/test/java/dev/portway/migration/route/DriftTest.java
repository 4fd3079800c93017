package dev.portway.migration.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.migration.Act;
import dev.portway.migration.Action;
import dev.portway.migration.Desk;
import dev.portway.migration.HumanTask;
import dev.portway.migration.HumanTask.Kind;
import dev.portway.migration.Next;
import dev.portway.migration.Route;
import dev.portway.migration.SimulatedGraph;
import dev.portway.migration.Step;
import dev.portway.migration.fact.Drift;
import dev.portway.migration.fact.Drift.Difference;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Learned;
import dev.portway.migration.fact.Source;
import dev.portway.migration.standing.Allowed;
import dev.portway.migration.standing.Told;
import dev.portway.migration.standing.Transitions;
import dev.portway.migration.standing.Vigil;
import dev.portway.problem.Party;
import dev.portway.problem.Problems;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was true when it was checked holds the migration once it is no longer so, up to the point of no return. */
class DriftTest {
    private static final Difference QUALITY = difference("quality", "GREEN", "RED", false);
    private static final Difference TEMPLATE = difference("templates", "APPROVED", "edited", false);
    private static final Difference TWO_STEP = difference("two-step-off", "off", "on", true);

    private static Difference difference(String check, String was, String is, boolean stops) {
        return new Difference(check, Optional.empty(), "", was, is, Desk.START, Party.CLIENT, stops);
    }

    private static Drift drift(Difference... all) {
        return new Drift(List.of(all), List.of());
    }

    @Test
    void differenceThatCannotBeSeenForAWhile_isHeldToBeSoStill() {
        var blind = new Drift(List.of(), List.of("two-step-off"));

        assertThat(blind.since(drift(TWO_STEP), Set.of("two-step-off")).differences()).containsExactly(TWO_STEP);
        assertThat(blind.since(drift(TWO_STEP), Set.of("quality")).differences()).isEmpty();
        assertThat(drift(QUALITY).since(drift(QUALITY), Set.of("quality")).differences()).containsExactly(QUALITY);
    }

    /** Waits for the code that is typed, and an hour has passed. */
    private static Desk waitingForItsCode() {
        Desk desk = Desk.oneNumber();
        desk.goUntilAsked();
        assertThat(desk.step()).isEqualTo("code-entered");
        desk.pass(Drifting.WHILE_WAITING);
        return desk;
    }

    private static void lookMeanwhile(Desk desk) {
        desk.once(Vigil.call(desk.migration, desk.standing(), desk.now).orElseThrow());
    }

    private static HumanTask task(Desk desk) {
        return desk.goUntilAsked() instanceof Next.Ask ask ? ask.task() : new HumanTask(Kind.SUBMIT, Party.PORTWAY, desk.step());
    }

    @Test
    void difference_holdsIt_untilSomebodyLetsItPass() {
        Desk desk = waitingForItsCode();
        desk.graph.drifted = drift(QUALITY);
        lookMeanwhile(desk);

        assertThat(task(desk).kind()).isEqualTo(Kind.LOOK_AT_DRIFT);
        assertThat(desk.step()).isEqualTo("nothing-drifted");
        assertThat(desk.eventNames()).contains("drift-seen");

        desk.tell(Action.ACCEPT_DRIFT, Map.of("mark", drift(QUALITY).mark()));

        assertThat(task(desk).kind()).isEqualTo(Kind.ENTER_CODE);
    }

    @Test
    void newerDifference_isAskedAgain_afterAnOlderWasAccepted() {
        Desk desk = waitingForItsCode();
        desk.graph.drifted = drift(QUALITY);
        lookMeanwhile(desk);
        desk.tell(Action.ACCEPT_DRIFT, Map.of("mark", drift(QUALITY).mark()));

        desk.pass(Drifting.WHILE_WAITING);
        desk.graph.drifted = drift(QUALITY, TEMPLATE);
        lookMeanwhile(desk);

        assertThat(task(desk).kind()).isEqualTo(Kind.LOOK_AT_DRIFT);
        assertThat(desk.migration.facts().value(Fact.DRIFT).orElseThrow().open(desk.migration.facts().value(Fact.DRIFT_ACCEPTED)))
                .containsExactly(TEMPLATE);
    }

    @Test
    void acceptedDifference_thatIsUndone_asksNobody() {
        Desk desk = waitingForItsCode();
        desk.graph.drifted = drift(QUALITY, TEMPLATE);
        lookMeanwhile(desk);
        desk.tell(Action.ACCEPT_DRIFT, Map.of("mark", drift(QUALITY, TEMPLATE).mark()));
        desk.pass(Drifting.WHILE_WAITING);
        desk.graph.drifted = drift(TEMPLATE);

        lookMeanwhile(desk);

        assertThat(task(desk).kind()).isEqualTo(Kind.ENTER_CODE);
    }

    @Test
    void pageThatStoodOpen_acceptsNothingElse() {
        Desk desk = waitingForItsCode();
        desk.graph.drifted = drift(QUALITY, TEMPLATE);
        lookMeanwhile(desk);

        assertThat(desk.tell(Action.ACCEPT_DRIFT, Map.of("mark", drift(QUALITY).mark()))).isEqualTo(
                new Told.Misunderstood("mark", "impossible"));
    }

    @Test
    void whatMustBeSo_isNotAccepted_butPutRight() {
        Desk desk = waitingForItsCode();
        desk.graph.drifted = drift(QUALITY, TWO_STEP);
        lookMeanwhile(desk);

        assertThat(task(desk)).isEqualTo(new HumanTask(Kind.CLEAR_THE_WAY, Party.CLIENT, "two-step-off"));
        assertThat(Allowed.of(desk.migration, desk.now)).contains(Action.RECHECK).doesNotContain(Action.ACCEPT_DRIFT);

        desk.graph.drifted = drift(QUALITY);
        assertThat(desk.tellThenGo(Action.RECHECK)).isInstanceOfSatisfying(Next.Ask.class,
                ask -> assertThat(ask.task().kind()).isEqualTo(Kind.LOOK_AT_DRIFT));
    }

    @Test
    void rightBeforeRegister_itIsLookedOnceMore() {
        Desk desk = Desk.oneNumber();
        desk.goUntilAsked();
        desk.graph.drifted = drift(QUALITY);

        desk.enterCode("123456");

        assertThat(task(desk).kind()).isEqualTo(Kind.LOOK_AT_DRIFT);
        assertThat(desk.graph.registersSent).isEmpty();

        desk.tell(Action.ACCEPT_DRIFT, Map.of("mark", drift(QUALITY).mark()));
        desk.goUntilAsked();
        assertThat(desk.graph.registersTakenEffect).containsEntry(Desk.NUMBER, 1);
    }

    @Test
    void registerThatWasRefused_isMended_howeverOldTheLookBeforeItIs() {
        Desk desk = Desk.oneNumber();
        desk.goUntilAsked();
        desk.graph.refuses.put(Act.REGISTER, Problems.ACCOUNT_LOCKED);
        desk.enterCode("123456");
        assertThat(task(desk).kind()).isEqualTo(Kind.MEND);

        desk.pass(Step.JUST_NOW.plusMinutes(1));

        assertThat(desk.standing().next()).isInstanceOfSatisfying(Next.Ask.class,
                ask -> assertThat(ask.task().kind()).isEqualTo(Kind.MEND));
        assertThat(Allowed.of(desk.migration, desk.now)).contains(Action.RETRY);
    }

    @Test
    void pastThePivot_nothingIsHeld() {
        Desk desk = Desk.oneNumber();
        desk.goUntilAsked();
        desk.enterCode("123456");
        desk.goUntilCalled(Act.REGISTER);
        desk.graph.drifted = drift(TWO_STEP);

        assertThat(desk.goUntilAsked()).isInstanceOf(Next.Done.class);
    }

    @Test
    void person_isAskedWhileItIsLooked() {
        Desk desk = waitingForItsCode();

        assertThat(Vigil.call(desk.migration, desk.standing(), desk.now)).isPresent();
        desk.enterCode("123456");
    }

    @Test
    void looksMeanwhile_areAnHourApart_andSoonAfterNews() {
        Desk desk = Desk.oneNumber();
        desk.goUntilAsked();
        Instant looked = desk.migration.facts().seen(Fact.DRIFT, null).orElseThrow().at();
        assertThat(Vigil.due(desk.migration, desk.now)).contains(looked.plus(Duration.ofHours(1)));
        assertThat(Vigil.call(desk.migration, desk.standing(), desk.now)).isEmpty();

        desk.take(Transitions.heard(desk.migration, List.of(Learned.that(Fact.HEARD, "phone_number_name_update")), Source.webhook("1"),
                desk.now));

        assertThat(Vigil.due(desk.migration, desk.now)).contains(looked.plus(Step.JUST_NOW));
    }

    @Test
    void lookThatGraphRefuses_changesNothing_andIsMadeAgain() {
        Desk desk = waitingForItsCode();
        desk.graph.mishaps.put(Act.LOOK_FOR_DRIFT, SimulatedGraph.Mishap.UNAVAILABLE);

        lookMeanwhile(desk);

        assertThat(desk.step()).isEqualTo("code-entered");
        assertThat(Vigil.due(desk.migration, desk.now).orElseThrow()).isBefore(desk.now.plusSeconds(60));
    }

    @ParameterizedTest
    @ValueSource(strings = {"migrate", "signup", "intent", "currency", "reshare", "hosting", "reconnect"})
    void routesWithAPivotOfOursOrAPersonsToCome_watch(String name) {
        Route route = Routes.named(name).orElseThrow();

        int watched = route.steps().indexOf(route.step("nothing-drifted").orElseThrow());
        assertThat(watched).isLessThan(route.pivot());
        assertThat(route.steps().subList(0, watched)).as("nothing is changed before").allMatch(step -> step.effect().isEmpty());
    }

    @Test
    void differencesKeepWhenTheyWereFirstSeen() {
        var earlier = drift(QUALITY);
        var again = new Drift(List.of(new Difference("quality", Optional.empty(), "", "GREEN", "RED", Desk.START.plusSeconds(60),
                Party.CLIENT, false)), List.of("source-ready"));

        assertThat(again.since(earlier, Set.of()).differences()).containsExactly(QUALITY);
        assertThat(again.since(earlier, Set.of()).mark()).isEqualTo(earlier.mark());
        assertThat(again.mark()).isNotEqualTo(earlier.mark());
    }
}
