package dev.portway.migration.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.migration.Act;
import dev.portway.migration.Action;
import dev.portway.migration.Desk;
import dev.portway.migration.Doing;
import dev.portway.migration.Doubt;
import dev.portway.migration.Ending;
import dev.portway.migration.HumanTask.Kind;
import dev.portway.migration.Leaves;
import dev.portway.migration.Next;
import dev.portway.migration.Person;
import dev.portway.migration.Route;
import dev.portway.migration.SimulatedGraph.Mishap;
import dev.portway.migration.Step;
import dev.portway.migration.Wishes;
import dev.portway.migration.standing.Allowed;
import dev.portway.migration.standing.Continuity;
import dev.portway.migration.standing.Payer;
import dev.portway.migration.standing.Transitions;
import dev.portway.problem.Problems;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every route there is. */
class RoutesTest {
    static final List<String> ROUTES = Routes.all().stream().map(Route::name).toList();

    static Desk desk(String name) {
        Route route = Routes.named(name).orElseThrow();
        Desk desk = Desk.on(route, name.equals("signup") ? Wishes.all(route) : Wishes.needed(route));
        desk.graph.prepare(desk.migration);
        return desk;
    }

    /** An act of a route. */
    record Deed(String route, Act act) {}

    static Stream<Deed> effects() {
        return Routes.all()
                .stream()
                .flatMap(route -> route.steps().stream().flatMap(step -> step.effect().stream()).map(act -> new Deed(route.name(), act)))
                .distinct();
    }

    @ParameterizedTest
    @FieldSource("ROUTES")
    void route_leadsToItsEnd_whenEverybodyDoesWhatTheyAreAsked(String route) {
        Desk desk = desk(route);

        assertThat(desk.goWith(new Person(desk.graph))).isEqualTo(new Next.Done(Ending.COMPLETED));
    }

    /** Who pays is said from the instant of a register; where there was none, nothing of Graph's tells it. */
    @ParameterizedTest
    @CsvSource({"migrate, SOURCE, SOURCE DESTINATION", "signup, SOURCE, SOURCE DESTINATION", "intent, SOURCE, SOURCE DESTINATION",
        "reconnect, SOURCE, SOURCE DESTINATION", "add, UNKNOWN, DESTINATION", "hosting, UNKNOWN, DESTINATION", "coexist, UNKNOWN, UNKNOWN",
        "reshare, UNKNOWN, UNKNOWN", "currency, SOURCE, UNKNOWN", "port-out, SOURCE, SOURCE UNKNOWN", "partner-change, SOURCE, UNKNOWN",
        "join, SOURCE, UNKNOWN"})
    void whoPays_isSaidWhereItIsKnown(String route, String before, String after) {
        Desk desk = desk(route);
        assertThat(payers(desk)).isEqualTo(before);

        desk.goWith(new Person(desk.graph));
        Transitions.finished(desk.migration, desk.now).ifPresent(desk::take);
        assertThat(payers(desk)).isEqualTo(after);
    }

    private static String payers(Desk desk) {
        return Payer.of(desk.migration, desk.migration.order().numbers().getFirst())
                .stream()
                .map(payer -> payer.side().name())
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @MethodSource("effects")
    void lostAnswer_isFoundOut_andTheRouteStillLeadsToItsEnd(Deed deed) {
        for (Mishap mishap : List.of(Mishap.LOST_BEFORE, Mishap.LOST_AFTER, Mishap.NOT_SENT, Mishap.UNAVAILABLE)) {
            Desk desk = desk(deed.route());
            desk.graph.mishaps.put(deed.act(), mishap);

            assertThat(desk.goWith(new Person(desk.graph))).as(deed + " " + mishap).isEqualTo(new Next.Done(Ending.COMPLETED));
            assertThat(desk.graph.registersTakenEffect.values()).as(deed + " " + mishap).allMatch(times -> times == 1);
            assertThat(desk.graph.registersInTheDark).as(deed + " " + mishap).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("effects")
    void refusalThatOnlySomebodyCanMend_asksForThem_andTheRouteGoesOn(Deed deed) {
        Desk desk = desk(deed.route());
        desk.graph.refuse(deed.act(), Problems.PERMISSION_MISSING);

        assertThat(desk.goWith(new Person(desk.graph))).as(deed.toString()).isEqualTo(new Next.Done(Ending.COMPLETED));
    }

    @ParameterizedTest
    @FieldSource("ROUTES")
    void withdrawal_isRefusedPastThePivot_andGrantedBefore(String name) {
        Desk desk = desk(name);
        var person = new Person(desk.graph);
        for (int i = 0; i < 200 && desk.migration.ending().isEmpty(); i++) {
            assertThat(Allowed.of(desk.migration, desk.now).contains(Action.WITHDRAW))
                    .as(name + " at " + desk.step())
                    .isEqualTo(!desk.migration.pivotCrossed(null) && !(desk.standing().next() instanceof Next.Done));
            switch (desk.standing().next()) {
                case Next.Call call -> desk.once(call);
                case Next.Wait(var until, _) -> desk.now = until;
                case Next.Ask ask -> desk.reply(person.reply(ask.task(), desk.migration));
                case Next.Done _ -> desk.take(Transitions.finished(desk.migration, desk.now).orElseThrow());
            }
        }
        assertThat(desk.migration.ending()).contains(Ending.COMPLETED);
    }

    @ParameterizedTest
    @FieldSource("ROUTES")
    void withdrawnAtTheFirstQuestion_nothingIsChangedAtGraph(String name) {
        Desk desk = desk(name);

        desk.goUntilAsked();
        desk.tell(Action.WITHDRAW, Map.of());

        assertThat(desk.goUntilAsked()).isEqualTo(new Next.Done(Ending.WITHDRAWN));
        assertThat(desk.graph.registersSent).isEmpty();
    }

    @Test
    void continuity_isNothingOf_aRouteThatTouchesNothing() {
        Continuity leaving = Continuity.of(desk("port-out").migration);
        Continuity moving = Continuity.of(desk("migrate").migration);

        assertThat(Stream.of(leaving.webhooks(), leaving.templates(), leaving.payment(), leaving.messaging()))
                .containsOnly(Continuity.Health.UNTOUCHED);
        assertThat(Stream.of(moving.webhooks(), moving.templates(), moving.payment(), moving.messaging()))
                .doesNotContain(Continuity.Health.UNTOUCHED);
    }

    @Test
    void everyAct_isUsedByARoute_orEndsADoubt() {
        var used = Routes.all().stream().flatMap(route -> route.steps().stream()).flatMap(RoutesTest::acts).distinct().toList();

        assertThat(Arrays.asList(Act.values())).allMatch(act -> used.contains(act));
    }

    private static Stream<Act> acts(Step step) {
        return switch (step.doing()) {
            case Doing.Effect(Act act, Leaves leaves) -> Stream.of(Stream.of(act), leaves instanceof Leaves.Undo undo
                    ? Stream.of(undo.act().get())
                    : Stream.<Act>empty(), act.doubt() instanceof Doubt.Look look ? Stream.of(look.read().get()) : Stream.<Act>empty())
                    .flatMap(one -> one);
            case Doing.Watch<?> watch -> Stream.of(watch.read());
            default -> Stream.empty();
        };
    }

    @Test
    void whatIsConfirmed_isConfirmedByItsOwnWord() {
        var kinds = Arrays.stream(Kind.values()).filter(kind -> kind.confirmedBy().isPresent()).map(Kind::word).toList();

        assertThat(Action.CONFIRM.fields().getFirst().oneOf()).containsExactlyInAnyOrderElementsOf(kinds);
    }
}
