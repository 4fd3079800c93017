package dev.portway.migration.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.migration.Act;
import dev.portway.migration.Action;
import dev.portway.migration.Desk;
import dev.portway.migration.HumanTask;
import dev.portway.migration.HumanTask.Kind;
import dev.portway.migration.Next;
import dev.portway.migration.Person;
import dev.portway.migration.Route;
import dev.portway.migration.Status;
import dev.portway.migration.Wishes;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Learned;
import dev.portway.migration.fact.Source;
import dev.portway.migration.standing.Allowed;
import dev.portway.migration.standing.Transitions;
import dev.portway.problem.Party;
import dev.portway.problem.Problems;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A number that is new to Meta needs a name, and Meta reviews it. */
class NameOfANewNumberTest {
    private static Route route(String name) {
        return Routes.named(name).orElseThrow();
    }

    private static Kind asked(Desk desk) {
        return desk.goUntilAsked() instanceof Next.Ask ask ? ask.task().kind() : Kind.MEND;
    }

    /** Answers whatever is asked before. */
    private static Desk goTo(Desk desk, Kind kind) {
        var person = new Person(desk.graph);
        for (int tries = 0; tries < 20 && asked(desk) != kind; tries++) {
            desk.reply(person.reply(task(desk), desk.migration));
        }
        assertThat(asked(desk)).isEqualTo(kind);
        return desk;
    }

    private static HumanTask task(Desk desk) {
        return ((Next.Ask) desk.standing().next()).task();
    }

    @ParameterizedTest
    @ValueSource(strings = {"add", "reconnect"})
    void orderWithoutOne_isAskedForIt_andAddsNothingBefore(String way) {
        Desk desk = goTo(Desk.on(route(way), List.of()), Kind.GIVE_NAME);
        assertThat(desk.migration.latest(Act.ADD_NEW_NUMBER, Desk.NUMBER)).isEmpty();
        assertThat(Allowed.of(desk.migration, desk.now)).contains(Action.GIVE_NAME);

        desk.tell(Action.GIVE_NAME, Map.of("display-name", "Padaria Aurora"));

        assertThat(desk.goUntilCalled(Act.ADD_NEW_NUMBER).number()).isEqualTo(Desk.NUMBER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"add", "reconnect"})
    void orderOfANewNumber_needsOne(String way) {
        assertThat(route(way).asks().needed()).extracting(term -> term.field().name()).containsExactly("display-name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"add", "reconnect"})
    void metaWantsOne_soItIsAskedAgain_andTriedWithIt(String way) {
        Desk desk = Desk.on(route(way), Wishes.needed(route(way)));
        desk.graph.refuses.put(Act.ADD_NEW_NUMBER, Problems.NAME_MISSING);
        goTo(desk, Kind.GIVE_NAME);

        desk.tell(Action.GIVE_NAME, Map.of("display-name", "Padaria Aurora"));

        assertThat(desk.goWith(new Person(desk.graph)).ending().status()).isEqualTo(Status.COMPLETED);
    }

    private static Desk underReview() {
        Desk desk = Desk.on(route("add"), Wishes.needed(route("add")));
        desk.graph.nameStatus = "PENDING_REVIEW";
        goTo(desk, Kind.ENTER_CODE);
        desk.enterCode("123456");
        desk.go();
        desk.reply(new Person(desk.graph).reply(task(desk), desk.migration));
        assertThat(desk.go()).isInstanceOf(Next.Wait.class);
        assertThat(desk.step()).isEqualTo("name-approved");
        return desk;
    }

    @Test
    void whoAsksForALookAtTheName_getsOneNow_andOneOnly() {
        Desk desk = underReview();
        long before = desk.migration.latest(Act.READ_NUMBER, Desk.NUMBER).orElseThrow().no();
        desk.tell(Action.RECHECK, Map.of());

        assertThat(desk.standing().next()).isInstanceOfSatisfying(Next.Call.class,
                call -> assertThat(call.act()).isEqualTo(Act.READ_NUMBER));
        desk.go();

        assertThat(desk.migration.latest(Act.READ_NUMBER, Desk.NUMBER).orElseThrow().no()).isGreaterThan(before);
        assertThat(desk.standing().next()).isInstanceOfSatisfying(Next.Wait.class,
                wait -> assertThat(wait.until()).isAfter(desk.now.plus(Duration.ofMinutes(14))));
    }

    @Test
    void nameThatWasDeclined_isNotWaitedFor() {
        Desk desk = underReview();
        desk.graph.nameStatus = "DECLINED";
        desk.tell(Action.RECHECK, Map.of());
        desk.goUntilAsked();

        assertThat(task(desk)).isEqualTo(new HumanTask(Kind.MEND, Party.CLIENT, Problems.NAME_DECLINED.code()));
    }

    @Test
    void decisionThatIsHeard_isLookedAtWithinSeconds() {
        Desk desk = underReview();
        desk.graph.nameStatus = "APPROVED";
        desk.take(Transitions.heard(desk.migration, List.of(Learned.that(Fact.HEARD, "phone_number_name_update")), Source.webhook("1"),
                desk.now));

        desk.pass(Duration.ofSeconds(15));
        desk.go();

        assertThat(desk.step()).isNotEqualTo("name-approved");
    }
}
