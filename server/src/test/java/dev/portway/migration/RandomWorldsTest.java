package dev.portway.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.Serving;
import dev.portway.account.Providers;
import dev.portway.migration.HumanTask.Kind;
import dev.portway.sandbox.Sandbox;
import dev.portway.sandbox.SandboxOptions;
import dev.portway.vault.GraphApp;
import dev.portway.vault.SourceAccesses;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/**
 * Random worlds of the sandbox, walked with the server's own hands: numbers in trouble, calls that go wrong, people who do what they are asked or go away.
 * What is promised is asked of the sandbox, not of the server. {@code -Dportway.worlds=1000 -Dportway.seed=…} for more of them, or for the same again.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RandomWorldsTest {
    private static final int WORLDS = Integer.getInteger("portway.worlds", 20);
    private static final long SEED = Long.getLong("portway.seed", 0);
    private static final ProviderId PROVIDER = new ProviderId("every-route");
    private static final String FROM = "200000000000001";
    private static final String TO = "200000000000002";
    private static final String NUMBER = "+5511987660001";
    private static final List<String> CALLS = List.of("register", "register", "verify-code", "add-number", "read-number", "list-numbers",
            "request-code", "subscribe-app", "read-waba", "list-templates", "copy-templates");
    /** Not throttled: how long Graph closes a quota is reckoned by the server's clock, which stands still here. */
    private static final List<String> KINDS = List.of("drop-before", "drop-after", "http-500", "http-503", "html");
    /** A number may be registered so often in {@link #BUDGET_OF}. Source: Meta, "register", 2026. */
    private static final int BUDGET = 10;
    private static final Duration BUDGET_OF = Duration.ofHours(72);

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.onFreePort());
    private final Serving serving = Serving.shared();
    private final Map<Ending, Integer> endings = new EnumMap<>(Ending.class);

    @BeforeAll
    void provider() {
        serving.bean(Providers.class).addUnlessThere(new Providers.Provider(PROVIDER, "Every route"));
    }

    @AfterAll
    void close() {
        sandbox.close();
    }

    @Test
    void whateverTheWorld_thePromisesHold() {
        for (int no = 0; no < WORLDS; no++) {
            long seed = SEED + no;
            try {
                new World("r" + no, new Random(seed)).isWalked();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("-Dportway.worlds=1 -Dportway.seed=" + seed, e);
            }
        }
        assertThat(endings).as("of %s worlds", WORLDS).containsKeys(Ending.COMPLETED, Ending.WITHDRAWN);
    }

    private final class World {
        private final Random random;
        private final WorldPeople people;
        private final boolean leaves;
        private final boolean obliging;
        private final Desk desk;

        World(String name, Random random) {
            this.random = random;
            this.people = new WorldPeople(sandbox, name, sandbox.open(name, "routes"));
            this.leaves = random.nextInt(8) == 0;
            this.obliging = random.nextInt(4) > 0;
            prepared();
            var order = new Order(List.of(new PhoneNumber(NUMBER)), Optional.of(new WabaId(FROM)), SourceAccess.OWN,
                    leaves ? Optional.empty() : Optional.of(new WabaId(TO)), Proving.BEFORE_WINDOW, Duration.ofMinutes(1), Order.PATIENCE,
                    Optional.empty());
            desk = new Desk(leaves ? "port-out" : "migrate", PROVIDER, order, List.of(), this::carryOut);
        }

        private void prepared() {
            Stream.of("graph_calls", "graph_usage", "migrations")
                    .forEach(
                            table -> serving.sql().sql("delete from " + table + " where provider_id = ?").param(PROVIDER.value()).update());
            serving.sql().sql("delete from migrations where id = 'mig_00000000000000000000'").update();
            serving.sql()
                    .sql("""
                            insert into migrations (id, provider_id, route, route_version, asked, moment, status, step, created_at, changed_at)
                            values ('mig_00000000000000000000', ?, 'migrate', 1, '{}', 0, 'draft', '', now(), now())""")
                    .params(PROVIDER.value())
                    .update();
            String app = leaves ? WorldJourney.CEDRO : WorldJourney.ROTA;
            String whose = leaves ? "source" : "destination";
            serving.speakFor(new GraphApp(PROVIDER, app, people.env("apiVersion"), URI.create(people.env("graphBaseUrl")), null,
                    secret("secret", whose), secret("token", whose), new Secret("verify")));
            serving.bean(SourceAccesses.class)
                    .set(new SourceAccesses.SourceAccess(PROVIDER, FROM, secret("token", "source"), WorldJourney.CEDRO,
                            secret("secret", "source")));
        }

        private Secret secret(String what, String whose) {
            return new Secret(people.own("sandbox-" + what + "-" + whose));
        }

        void isWalked() {
            trouble();
            for (int turns = 0; desk.migration.ending().isEmpty() && turns < 600; turns++) {
                switch (desk.standing().next()) {
                    case Next.Call call -> desk.once(call);
                    case Next.Wait(var until, _) -> desk.now = until;
                    case Next.Ask ask -> asked(ask.task());
                    case Next.Done _ -> desk.take(Transitions.finished(desk.migration, desk.now).orElseThrow());
                }
            }
            assertThat(desk.migration.ending()).as("it ends: " + desk.standing() + " " + desk.eventNames()).isPresent();
            endings.merge(desk.migration.ending().orElseThrow(), 1, Integer::sum);
            endIsGraphs(desk.migration.ending().orElseThrow());
            budgetIsKept();
        }

        /** What is wrong with the number when it begins, and which calls will go wrong. */
        private void trouble() {
            if (random.nextInt(3) == 0) {
                people.put("numbers/" + NUMBER + "/two-step", Map.of("enabled", true));
            }
            if (random.nextInt(4) == 0) {
                people.put("numbers/" + NUMBER, Map.of("nameStatus", "PENDING_REVIEW"));
            }
            for (int faults = random.nextInt(4); faults > 0; faults--) {
                people.post("faults", Map.of("call", one(CALLS), "kind", one(KINDS), "nth", 1 + random.nextInt(2), "times",
                        1 + random.nextInt(3)));
            }
        }

        private String one(List<String> all) {
            return all.get(random.nextInt(all.size()));
        }

        private Outcome carryOut(Next.Call call, Migration migration, Instant now) {
            people.clock(now);
            if (call.act() == Act.REGISTER) {
                assertThat(migration.facts().value(Fact.CHECKED).flatMap(Findings::blocking)).as("known when register is sent").isEmpty();
                assertThat(migration.facts().value(Fact.TWO_STEP, call.number())).isNotEqualTo(Optional.of(TwoStep.ON));
            }
            Hands hands = serving.beans(Hands.class).stream().filter(one -> one.acts().contains(call.act())).findFirst().orElseThrow();
            return hands.carryOut(call, migration, Deadline.in(Duration.ofSeconds(20))).outcome();
        }

        private void asked(HumanTask task) {
            desk.now = desk.now.plusSeconds(random.nextInt(120));
            people.clock(desk.now);
            boolean goesAway = !obliging && random.nextInt(4) == 0;
            if (goesAway && desk.tell(Action.WITHDRAW, Map.of()) instanceof Told.Accepted) {
                return;
            }
            if (!obliging && random.nextInt(6) == 0) {
                people.put("numbers/" + NUMBER + "/two-step", Map.of("enabled", true));
            }
            Person.Reply reply = reply(task);
            if (!(desk.tell(reply.action(), reply.input()) instanceof Told.Accepted)) {
                desk.reply(new Person.Reply(Action.WITHDRAW, Map.of()));
            }
        }

        private Person.Reply reply(HumanTask task) {
            return switch (task.kind()) {
                case MEND -> new Person.Reply(Action.RETRY, Map.of());
                case DECIDE_DOUBT -> new Person.Reply(Action.IT_DID_NOT, Map.of());
                case ENTER_CODE -> random.nextInt(5) == 0 ? new Person.Reply(Action.ENTER_CODE, Map.of("code", "000000")) : codeOrAnother();
                case CLEAR_THE_WAY -> {
                    people.put("numbers/" + NUMBER + "/two-step", Map.of("enabled", false));
                    people.put("numbers/" + NUMBER, Map.of("nameStatus", "APPROVED"));
                    yield new Person.Reply(Action.RECHECK, Map.of());
                }
                default -> people.reply(task, desk.migration);
            };
        }

        /** Whoever typed a code that was refused asks for another; it may be too old. */
        private Person.Reply codeOrAnother() {
            boolean refused = desk.migration.latest(Act.VERIFY_CODE, new PhoneNumber(NUMBER))
                    .filter(last -> desk.migration.latest(Act.REQUEST_CODE, new PhoneNumber(NUMBER))
                            .filter(code -> code.no() > last.no())
                            .isEmpty())
                    .isPresent();
            return refused ? new Person.Reply(Action.NEW_CODE, Map.of()) : people.reply(HumanTask.of(Kind.ENTER_CODE), desk.migration);
        }

        private void endIsGraphs(Ending ending) {
            boolean here = at(TO).contains("CONNECTED");
            if (leaves) {
                assertThat(at(FROM).isEmpty()).as("gone: " + ending).isEqualTo(ending == Ending.COMPLETED);
                assertThat(people.registers()).isZero();
                return;
            }
            assertThat(here).as("works at the destination: " + ending + " " + numbers()).isEqualTo(ending == Ending.COMPLETED);
            assertThat(people.registers()).as("registers that took effect").isEqualTo(here ? 1 : 0);
            assertThat(at(FROM).contains("CONNECTED")).as("works at the source").isEqualTo(!here);
        }

        /** How the number stands in a WABA, as the sandbox has it; empty when it is not there. */
        private String at(String waba) {
            return numbers().valueStream()
                    .filter(number -> number.toString().contains(NUMBER.substring(1)))
                    .flatMap(number -> number.path("links").valueStream())
                    .filter(link -> link.toString().contains(waba))
                    .map(JsonNode::toString)
                    .findFirst()
                    .orElse("");
        }

        private JsonNode numbers() {
            return people.get("world?only=numbers").path("numbers");
        }

        private void budgetIsKept() {
            List<Instant> sent = people.get("calls?call=register")
                    .path("calls")
                    .valueStream()
                    .map(call -> Instant.parse(call.path("at").asString()))
                    .sorted()
                    .toList();
            for (Instant first : sent) {
                assertThat(sent.stream().filter(at -> !at.isBefore(first) && at.isBefore(first.plus(BUDGET_OF))))
                        .hasSizeLessThanOrEqualTo(BUDGET);
            }
        }
    }
}
