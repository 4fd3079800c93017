package dev.portway.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portway.Serving;
import dev.portway.account.Providers;
import dev.portway.sandbox.Sandbox;
import dev.portway.vault.GraphApp;
import dev.portway.vault.SourceAccesses;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One migration, carried by the server's own hands in a world of the sandbox that is its own: time is moved on both sides together. */
final class SandboxJourney {
    static final String CEDRO = "634974688087001";
    static final String ROTA = "634974688087002";
    static final String TRILHA = "634974688087004";
    private static final ProviderId PROVIDER = new ProviderId("every-route");
    private static final AtomicInteger WORLDS = new AtomicInteger();

    private final Serving serving;
    private final String route;
    private final WorldPeople people;
    private final List<Learned<?>> said = new ArrayList<>();
    private Optional<WabaId> source = Optional.empty();
    private Optional<WabaId> destination = Optional.empty();
    private List<PhoneNumber> numbers = List.of();
    private @Nullable Desk desk;
    private @Nullable Lost lost;

    private SandboxJourney(String route, WorldPeople people, Serving serving) {
        this.route = route;
        this.people = people;
        this.serving = serving;
        serving.bean(Providers.class).addUnlessThere(new Providers.Provider(PROVIDER, "Every route"));
        as(ROTA, "destination");
        serving.sql().sql("delete from graph_calls where provider_id = ?").param(PROVIDER.value()).update();
        serving.sql().sql("delete from migrations where provider_id = ?").param(PROVIDER.value()).update();
        serving.sql().sql("delete from migrations where id = 'mig_00000000000000000000'").update();
        serving.sql()
                .sql("""
                        insert into migrations (id, provider_id, route, route_version, asked, moment, status, step, created_at, changed_at)
                        values ('mig_00000000000000000000', ?, ?, 1, '{}', 0, 'draft', '', now(), now())""")
                .params(PROVIDER.value(), route)
                .update();
        serving.sql().sql("delete from source_accesses where provider_id = ?").param(PROVIDER.value()).update();
        serving.sql().sql("delete from graph_usage where provider_id = ?").param(PROVIDER.value()).update();
    }

    static SandboxJourney on(String route, Sandbox sandbox, Serving serving) {
        String name = "w" + WORLDS.incrementAndGet();
        return new SandboxJourney(route, new WorldPeople(sandbox, name, sandbox.open(name, "routes")), serving);
    }

    ProviderId provider() {
        return PROVIDER;
    }

    /** The provider of the source looks after it with this software, too. */
    void asCedro() {
        as(CEDRO, "source");
    }

    private void as(String app, String whose) {
        serving.speakFor(new GraphApp(PROVIDER, app, people.env("apiVersion"), URI.create(people.env("graphBaseUrl")), null,
                new Secret(people.own("sandbox-secret-" + whose)), new Secret(people.own("sandbox-token-" + whose)),
                new Secret("verify")));
    }

    SandboxJourney reading(String waba, String whose, String app) {
        serving.bean(SourceAccesses.class)
                .set(new SourceAccesses.SourceAccess(PROVIDER, waba, new Secret(people.own("sandbox-token-" + whose)), app,
                        new Secret(people.own("sandbox-secret-" + whose.split("-", 2)[0]))));
        return this;
    }

    SandboxJourney from(String waba) {
        source = Optional.of(new WabaId(waba));
        return this;
    }

    SandboxJourney to(String waba) {
        destination = Optional.of(new WabaId(waba));
        return this;
    }

    SandboxJourney numbers(String... all) {
        numbers = Stream.of(all).map(PhoneNumber::new).toList();
        return this;
    }

    SandboxJourney said(Term term, String value) {
        said.add(term.says(value).orElseThrow());
        return this;
    }

    void signsUp(Function<WorldPeople, String> way) {
        people.signUp = way;
    }

    Desk desk() {
        return Objects.requireNonNull(desk);
    }

    long registers() {
        return people.registers();
    }

    void completes() {
        var order = new Order(numbers, source, source.isEmpty() ? SourceAccess.NONE : SourceAccess.OWN, destination,
                Proving.BEFORE_WINDOW, Duration.ofMinutes(1), Order.PATIENCE, Optional.empty());
        Desk carried = new Desk(route, PROVIDER, order, said, this::carryOut);
        desk = carried;
        for (int turns = 0; carried.migration.ending().isEmpty(); turns++) {
            assertThat(turns).as("it never ends: " + carried.standing() + " " + carried.eventNames()).isLessThan(400);
            switch (carried.standing().next()) {
                case Next.Call call -> carried.once(call);
                case Next.Wait(var until, _) -> carried.now = until;
                case Next.Ask ask -> carried.reply(people.reply(ask.task(), carried.migration));
                case Next.Done _ -> carried.take(Transitions.finished(carried.migration, carried.now).orElseThrow());
            }
        }
        assertThat(carried.migration.ending()).as(carried.eventNames().toString()).contains(Ending.COMPLETED);
    }

    /** Nothing tells what the lost call made: somebody is asked. */
    void asksToMend(Act act) {
        assertThatThrownBy(this::completes).isInstanceOf(AssertionError.class).hasMessageContaining("kind=MEND");
        assertThat(desk().standing().step().flatMap(Step::effect)).contains(act);
    }

    /** The first answer to this act is lost, and the call with it or not. */
    SandboxJourney losing(Act act, boolean callToo) {
        lost = new Lost(act, callToo);
        return this;
    }

    private record Lost(Act act, boolean callToo) {}

    private Outcome carryOut(Next.Call call, Migration migration, Instant now) {
        people.clock(now);
        if (lost != null && lost.act() == call.act()) {
            boolean arrives = !lost.callToo();
            lost = null;
            if (arrives) {
                ask(call, migration);
            }
            return new Outcome.InDoubt("its node is gone");
        }
        return ask(call, migration);
    }

    private Outcome ask(Next.Call call, Migration migration) {
        Hands hands = serving.beans(Hands.class).stream().filter(one -> one.acts().contains(call.act())).findFirst().orElseThrow();
        return hands.carryOut(call, migration, Deadline.in(Duration.ofSeconds(20))).outcome();
    }
}
