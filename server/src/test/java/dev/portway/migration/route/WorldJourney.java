package dev.portway.migration.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.Serving;
import dev.portway.migration.Act;
import dev.portway.migration.Action;
import dev.portway.migration.Deadline;
import dev.portway.migration.Desk;
import dev.portway.migration.Hands;
import dev.portway.migration.HumanTask;
import dev.portway.migration.HumanTask.Kind;
import dev.portway.migration.Migration;
import dev.portway.migration.Next;
import dev.portway.migration.Order;
import dev.portway.migration.Outcome;
import dev.portway.migration.Person;
import dev.portway.migration.ProviderId;
import dev.portway.migration.Proving;
import dev.portway.migration.Term;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Learned;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.Secret;
import dev.portway.migration.fact.SourceAccess;
import dev.portway.migration.fact.Statement;
import dev.portway.migration.fact.WabaId;
import dev.portway.migration.standing.Told;
import dev.portway.migration.standing.Transitions;
import dev.portway.migration.standing.Vigil;
import dev.portway.sandbox.switches.Switch;
import dev.portway.vault.GraphApp;
import dev.portway.vault.SourceAccesses;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One migration with the server's own hands, in a world of its own. */
final class WorldJourney {
    static final String CEDRO = "634974688087001";
    static final String ROTA = "634974688087002";
    private static final int TURNS = 2000;

    private final Serving serving;
    private final ProviderId provider;
    private final String route;
    private final WorldPeople people;
    private final List<Learned<?>> said = new ArrayList<>();
    private Optional<WabaId> source = Optional.empty();
    private Optional<WabaId> destination = Optional.empty();
    private List<PhoneNumber> numbers = List.of();
    private SourceAccess access = SourceAccess.OWN;
    /** What nobody here answers: the journey stops there. */
    private final Set<Kind> stops = EnumSet.of(Kind.MEND, Kind.DECIDE_DOUBT, Kind.NAME_ALL_NUMBERS);
    /** Who looks at each call before it is made. */
    private BiConsumer<Next.Call, Migration> heeding = (_, _) -> {};
    /** Who answers otherwise than everybody does; with nothing where it is left to them. */
    private Function<HumanTask, Optional<Person.Reply>> answering = _ -> Optional.empty();
    private @Nullable Desk desk;
    private @Nullable Lost lost;

    WorldJourney(Serving serving, ProviderId provider, String route, WorldPeople people) {
        this.serving = serving;
        this.provider = provider;
        this.route = route;
        this.people = people;
        as(ROTA, "destination");
        sql("delete from graph_calls where provider_id = ?");
        sql("delete from migrations where provider_id = ?");
        serving.sql().sql("delete from migrations where id = 'mig_00000000000000000000'").update();
        serving.sql()
                .sql("""
                        insert into migrations (id, provider_id, route, route_version, asked, moment, status, step, created_at, changed_at)
                        values ('mig_00000000000000000000', ?, ?, 1, '{}', 0, 'draft', '', now(), now())""")
                .params(provider.value(), route)
                .update();
        sql("delete from graph_usage where provider_id = ?");
        sql("delete from source_accesses where provider_id = ?");
    }

    private void sql(String statement) {
        serving.sql().sql(statement).param(provider.value()).update();
    }

    /** The provider of the source looks after it with this software, too. */
    WorldJourney asCedro() {
        return as(CEDRO, "source");
    }

    private WorldJourney as(String app, String whose) {
        serving.speakFor(new GraphApp(provider, app, people.env("apiVersion"), URI.create(people.env("graphBaseUrl")), null,
                new Secret(people.own("sandbox-secret-" + whose)), new Secret(people.own("sandbox-token-" + whose)),
                new Secret("verify")));
        return this;
    }

    WorldJourney reading(String waba, String whose, String app) {
        return reading(waba, people.own("sandbox-token-" + whose), whose, app);
    }

    /** An access that Graph no longer takes. */
    WorldJourney readingInVain(String waba) {
        return reading(waba, "a-token-that-ended", "source", CEDRO);
    }

    private WorldJourney reading(String waba, String token, String whose, String app) {
        serving.bean(SourceAccesses.class)
                .set(new SourceAccesses.SourceAccess(provider, waba, new Secret(token), app,
                        new Secret(people.own("sandbox-secret-" + whose.split("-", 2)[0]))));
        return this;
    }

    WorldJourney from(String waba) {
        source = Optional.of(new WabaId(waba));
        return this;
    }

    /** Nobody here can read the source, though it is known. */
    WorldJourney withoutAccess() {
        access = SourceAccess.NONE;
        return this;
    }

    WorldJourney to(String waba) {
        destination = Optional.of(new WabaId(waba));
        return this;
    }

    WorldJourney numbers(String... all) {
        numbers = Stream.of(all).map(PhoneNumber::new).toList();
        return this;
    }

    WorldJourney said(Term term, String value) {
        said.add(term.says(value).orElseThrow());
        return this;
    }

    WorldJourney signsUp(Function<WorldPeople, String> way) {
        people.signUp = way;
        return this;
    }

    WorldJourney stoppingAt(Kind kind) {
        stops.add(kind);
        return this;
    }

    WorldJourney with(Switch unknown, String value) {
        people.turn(unknown, value);
        return this;
    }

    WorldJourney heeding(BiConsumer<Next.Call, Migration> who) {
        heeding = who;
        return this;
    }

    WorldJourney answering(Function<HumanTask, Optional<Person.Reply>> who) {
        answering = who;
        return this;
    }

    WorldPeople people() {
        return people;
    }

    String route() {
        return route;
    }

    List<PhoneNumber> numbers() {
        return numbers;
    }

    Desk desk() {
        return Objects.requireNonNull(desk);
    }

    long registers() {
        return people.registers();
    }

    void completes() {
        assertThat(goes()).as("%s %s", desk().eventNames(), desk().migration.facts().value(Fact.CHECKED)).isEqualTo("completed");
    }

    /** How it ends, or where it stops: whose the task is, what it is, and what it is about. */
    String goes() {
        var order = new Order(numbers, source, source.isEmpty() ? SourceAccess.NONE : access, destination,
                Proving.BEFORE_WINDOW, Duration.ofMinutes(1), Order.PATIENCE, Optional.empty());
        desk = new Desk(route, provider, order, said, this::carryOut);
        return goesOn();
    }

    /** From where it stopped. */
    String goesOn() {
        Desk carried = desk();
        for (int turns = 0; carried.migration.ending().isEmpty(); turns++) {
            assertThat(turns).as("it never ends: " + carried.standing() + " " + carried.eventNames()).isLessThan(TURNS);
            switch (carried.standing().next()) {
                case Next.Call call -> carried.once(call);
                case Next.Wait(var until, _) -> carried.now = until;
                case Next.Ask(var task, _, _, _) when answered(carried, task) -> {
                    // Somebody did as they liked.
                }
                case Next.Ask _ when !(carried.standing().next() instanceof Next.Ask) -> {
                    // While somebody took their time another look became due.
                }
                case Next.Ask(var task, _, _, _) when stopsAt(task) -> {
                    return task.owner() + " " + task.kind().word() + " " + task.subject();
                }
                case Next.Ask ask -> carried.reply(people.reply(ask.task(), carried.migration));
                case Next.Done _ -> carried.take(Transitions.finished(carried.migration, carried.now).orElseThrow());
            }
        }
        return carried.migration.ending().orElseThrow().status().word();
    }

    /** While it waits, this is done at Meta's pages, and then the look is made that is due after an hour. */
    WorldJourney meanwhile(Consumer<WorldPeople> change) {
        change.accept(people);
        desk().pass(Drifting.WHILE_WAITING);
        desk().once(Vigil.call(desk().migration, desk().standing(), desk().now).orElseThrow());
        return this;
    }

    /** Somebody puts it right, and says so. */
    WorldJourney putRight(Consumer<WorldPeople> change) {
        change.accept(people);
        desk().tell(Action.RECHECK, Map.of());
        return this;
    }

    WorldJourney goingOnAt(Kind kind) {
        stops.remove(kind);
        return this;
    }

    private boolean answered(Desk carried, HumanTask task) {
        return answering.apply(task).filter(reply -> carried.tell(reply.action(), reply.input()) instanceof Told.Accepted).isPresent();
    }

    private boolean stopsAt(HumanTask task) {
        return stops.contains(task.kind()) || task.kind() == Kind.CLEAR_THE_WAY && !Statement.answers(task.subject());
    }

    /** The first answer to this act is lost, and the call with it or not: its node is killed right before, or right after, Graph was asked. */
    WorldJourney losing(Act act, boolean callToo) {
        lost = new Lost(act, callToo);
        return this;
    }

    private record Lost(Act act, boolean callToo) {}

    private Outcome carryOut(Next.Call call, Migration migration, Instant now) {
        people.clock(now);
        heeding.accept(call, migration);
        if (lost == null || lost.act() != call.act()) {
            return ask(call, migration);
        }
        boolean arrives = !lost.callToo();
        lost = null;
        if (arrives) {
            ask(call, migration);
        }
        return new Outcome.InDoubt("its node is gone");
    }

    private Outcome ask(Next.Call call, Migration migration) {
        Hands hands = serving.beans(Hands.class).stream().filter(one -> one.acts().contains(call.act())).findFirst().orElseThrow();
        return hands.carryOut(call, migration, Deadline.in(Duration.ofSeconds(20))).outcome();
    }
}
