package dev.portway.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.Serving;
import dev.portway.account.Providers;
import dev.portway.partner.Partners;
import dev.portway.sandbox.Sandbox;
import dev.portway.sandbox.SandboxOptions;
import dev.portway.vault.GraphApp;
import dev.portway.vault.GraphApps;
import dev.portway.vault.SourceAccesses;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Every route with the server's own hands in a world of the sandbox, where each number waits for its way: what people do on Meta's pages is done at the
 * sandbox's controls, and time is moved on both sides together.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryRouteTest {
    static final String CEDRO = "634974688087001";
    static final String ROTA = "634974688087002";
    private static final String TRILHA = "634974688087004";
    private static final ProviderId PROVIDER = new ProviderId("every-route");
    private static int worlds;
    private static final String CEDRO_WABA = "200000000000001";
    private static final String ROTA_WABA = "200000000000002";
    private static final String LINE = "620000000000002";

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.onFreePort());
    private final Serving serving = Serving.shared();

    @BeforeAll
    void provider() {
        serving.bean(Providers.class).addUnlessThere(new Providers.Provider(PROVIDER, "Every route"));
    }

    @AfterAll
    void close() {
        sandbox.close();
    }

    @Test
    void migrate() {
        var one = world("migrate").from(CEDRO_WABA).to(ROTA_WABA).numbers("+5511987660001");
        one.reading(CEDRO_WABA, "source", CEDRO);

        one.completes();

        assertThat(one.registers()).isOne();
    }

    @Test
    void signup_endedWithoutTheNumber_goesOnWithTheTailOfMigrate() {
        var one = world("signup").numbers("+5511987660001");
        one.signsUp(person -> person.codeFor(ROTA_WABA));

        one.completes();

        assertThat(one.registers()).isOne();
    }

    @Test
    void join() {
        var one = world("join").numbers("+5511987660014").said(Term.CREDIT_LINE, LINE);
        one.signsUp(person -> {
            person.post("numbers/+5511987660014/partners", Map.of("appId", ROTA));
            return person.codeFor(person.wabaBeside("5511987660014", "200000000000026"));
        });

        one.completes();

        assertThat(one.registers()).isZero();
    }

    @Test
    void reshare() {
        var one = world("reshare").to("200000000000026").numbers("+5511987660014").said(Term.CREDIT_LINE, LINE);
        one.signsUp(person -> {
            person.put("wabas/200000000000026", Map.of("partners", Map.of("510000000000002", "MANAGE")));
            return person.codeFor("200000000000026");
        });

        one.completes();

        assertThat(one.registers()).isZero();
        assertThat(one.desk().now.toString()).as("until the first of a month").contains("-01T");
    }

    @Test
    void intent_toAnotherSolution() {
        var one = world("intent").from("200000000000021")
                .numbers("+5511987660004")
                .said(Term.INTENT, "to-solution")
                .said(Term.SOLUTION, "650000000000002")
                .said(Term.CREDIT_LINE, LINE);
        one.reading("200000000000021", "trilha-aurora", TRILHA);

        one.completes();

        assertThat(one.registers()).isOne();
    }

    @Test
    void intent_ontoASolution_keepsTheWaba() {
        var one = world("intent").from("200000000000023")
                .numbers("+5511987660006")
                .said(Term.INTENT, "add-to-solution")
                .said(Term.SOLUTION, "650000000000002");
        one.reading("200000000000023", "trilha-aurora", TRILHA);

        one.completes();

        assertThat(one.registers()).isZero();
    }

    @Test
    void currency() {
        var one = world("currency").from("200000000000024")
                .numbers("+5511987660007", "+5511987660008")
                .said(Term.CURRENCY, "BRL")
                .said(Term.CREDIT_LINE, LINE);

        one.completes();

        assertThat(one.registers()).isZero();
        assertThat(one.desk().migration.destination()).isPresent();
    }

    @Test
    void add() {
        var one = world("add").to(ROTA_WABA).numbers("+5511987660012").said(Term.DISPLAY_NAME, "Padaria Aurora");

        one.completes();

        assertThat(one.registers()).isOne();
    }

    @Test
    void coexist() {
        var one = world("coexist").numbers("+5511987660010");
        one.signsUp(person -> person.post("phones/5511987660010/app/connection", Map.of("appId", ROTA)).path("code").asString());

        one.completes();

        assertThat(one.registers()).isZero();
    }

    @Test
    void reconnect() {
        var one = world("reconnect").from(CEDRO_WABA)
                .to(ROTA_WABA)
                .numbers("+5511987660002")
                .said(Term.DISPLAY_NAME, "Padaria Aurora");
        one.reading(CEDRO_WABA, "source", CEDRO);

        one.completes();

        assertThat(one.registers()).isOne();
    }

    @Test
    void hosting() {
        var one = world("hosting").to(CEDRO_WABA).numbers("+5511987660013");
        one.asCedro();

        one.completes();

        assertThat(one.registers()).isOne();
    }

    @Test
    void partnerChange() {
        var one = world("partner-change").from("200000000000026").numbers("+5511987660014").said(Term.PARTNER, "aurora");
        one.asCedro();
        serving.bean(Partners.class).set(PROVIDER, new Partners.Partner("aurora", "Aurora", false));

        one.completes();

        assertThat(serving.bean(Partners.class).partnerOf(PROVIDER, new PhoneNumber("+5511987660014"))).contains("aurora");
        assertThat(one.registers()).isZero();
    }

    @Test
    void portOut() {
        var one = world("port-out").from(CEDRO_WABA).numbers("+5511987660002");
        one.asCedro();

        one.completes();

        assertThat(one.registers()).isZero();
    }

    private Journey world(String route) {
        String name = "w" + worlds++;
        return new Journey(route, new WorldPeople(sandbox, name, sandbox.open(name, "routes")));
    }

    /** One migration in a world of its own. */
    private final class Journey {
        private final String route;
        private final WorldPeople people;
        private final List<Learned<?>> said = new ArrayList<>();
        private Optional<WabaId> source = Optional.empty();
        private Optional<WabaId> destination = Optional.empty();
        private List<PhoneNumber> numbers = List.of();
        private @Nullable Desk desk;

        Journey(String route, WorldPeople people) {
            this.route = route;
            this.people = people;
            as(ROTA, "destination");
            serving.sql().sql("delete from graph_calls where provider_id = ?").param(PROVIDER.value()).update();
            serving.sql().sql("delete from migrations where provider_id = ?").param(PROVIDER.value()).update();
            serving.sql()
                    .sql("""
                            insert into migrations (id, provider_id, route, route_version, asked, moment, status, step, created_at, changed_at)
                            values ('mig_00000000000000000000', ?, ?, 1, '{}', 0, 'draft', '', now(), now())""")
                    .params(PROVIDER.value(), route)
                    .update();
            serving.sql().sql("delete from graph_usage where provider_id = ?").param(PROVIDER.value()).update();
        }

        /** The provider of the source looks after it with this software, too. */
        void asCedro() {
            as(CEDRO, "source");
        }

        private void as(String app, String whose) {
            serving.bean(GraphApps.class)
                    .set(new GraphApp(PROVIDER, app, people.env("apiVersion"), URI.create(people.env("graphBaseUrl")), null,
                            new Secret(people.own("sandbox-secret-" + whose)), new Secret(people.own("sandbox-token-" + whose)),
                            new Secret("verify")));
        }

        Journey reading(String waba, String whose, String app) {
            serving.bean(SourceAccesses.class)
                    .set(new SourceAccesses.SourceAccess(PROVIDER, waba, new Secret(people.own("sandbox-token-" + whose)), app,
                            new Secret(people.own("sandbox-secret-" + whose.split("-", 2)[0]))));
            return this;
        }

        Journey from(String waba) {
            source = Optional.of(new WabaId(waba));
            return this;
        }

        Journey to(String waba) {
            destination = Optional.of(new WabaId(waba));
            return this;
        }

        Journey numbers(String... all) {
            numbers = Stream.of(all).map(PhoneNumber::new).toList();
            return this;
        }

        Journey said(Term term, String value) {
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

        private Outcome carryOut(Next.Call call, Migration migration, Instant now) {
            people.clock(now);
            Hands hands = serving.beans(Hands.class).stream().filter(one -> one.acts().contains(call.act())).findFirst().orElseThrow();
            return hands.carryOut(call, migration, Deadline.in(Duration.ofSeconds(20))).outcome();
        }
    }
}
