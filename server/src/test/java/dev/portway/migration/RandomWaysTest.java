package dev.portway.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.Serving;
import dev.portway.migration.HumanTask.Kind;
import dev.portway.sandbox.switches.Switch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/**
 * Random ways in random worlds: any route, with what nobody knows about Graph set at random, calls that go wrong, throttled ones too, and people who do
 * what they are asked, try again, or go away. What is promised is asked of the sandbox. {@code -Dportway.worlds=1000 -Dportway.seed=…} for more of them,
 * or for the same again.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RandomWaysTest {
    private static final int WORLDS = Integer.getInteger("portway.worlds", 25);
    private static final long SEED = Long.getLong("portway.seed", 0);
    private static final List<String> CALLS = List.of("*", "register", "verify-code", "add-number", "request-code", "read-number",
            "list-numbers", "read-waba", "subscribe-app", "list-subscriptions", "exchange-code", "debug-token", "list-templates",
            "copy-templates");
    private static final List<String> KINDS = List.of("drop-before", "drop-after", "http-500", "http-500-after", "http-503", "html",
            "throttle", "error:two-step-must-be-off", "error:number-in-maintenance", "error:server-unavailable", "error:wrong-code");
    /** What a person can mend, or decide: a journey may stand there. */
    private static final Set<String> STANDS = Set.of("mend", "decide-doubt", "clear-the-way", "name-all-numbers");
    /** A number may be registered so often in this time. Source: Meta, "register", 2026. */
    private static final int REGISTERS = 10;
    private static final Duration REGISTERS_WITHIN = Duration.ofHours(72);

    private final WorldJourneys journeys = new WorldJourneys("random-ways");
    private final Map<String, Integer> ends = new TreeMap<>();

    @AfterAll
    void close() {
        Serving.shared().clock(Optional.empty());
        journeys.close();
    }

    @Test
    void whateverTheWay_thePromisesHold() {
        for (int no = 0; no < WORLDS; no++) {
            long seed = SEED + no;
            var way = new AnyWay(new Random(seed));
            try {
                way.isWalked();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("-Dportway.worlds=1 -Dportway.seed=" + seed + " " + way.said, e);
            }
        }
        System.out.println(WORLDS + " random ways from seed " + SEED + ": " + ends);
        assertThat(ends.keySet()).as("of %s ways", WORLDS)
                .anyMatch(end -> end.endsWith(" completed"))
                .anyMatch(end -> end.contains("withdrawn"));
    }

    /** One of them. */
    private final class AnyWay {
        private final Random random;
        private final String name;
        private final WorldJourney journey;
        private final boolean obliging;
        private final List<String> said = new ArrayList<>();
        private int retries;

        AnyWay(Random random) {
            this.random = random;
            name = one(EveryRouteTest.NAMES);
            journey = Objects.requireNonNull(EveryRouteTest.WAYS.get(name)).apply(journeys).heeding(this::heeds).answering(this::answers);
            obliging = random.nextInt(3) > 0;
            said.add(name);
            if (random.nextInt(3) == 0) {
                Switch unknown = one(List.of(Switch.values()));
                String value = one(EverySwitchTest.others(unknown));
                journey.with(unknown, value);
                said.add(unknown + "=" + value);
            }
            for (int faults = random.nextInt(4); faults > 0; faults--) {
                Map<String, Object> fault = Map.of("call", one(CALLS), "kind", one(KINDS), "nth", 1 + random.nextInt(4), "times",
                        1 + random.nextInt(3), "delayMillis", 0);
                journey.people().post("faults", fault);
                said.add(fault.toString());
            }
        }

        private <T> T one(List<T> all) {
            return all.get(random.nextInt(all.size()));
        }

        void isWalked() {
            String end = journey.goes();
            ends.merge(journey.route() + " " + end, 1, Integer::sum);
            said.add(end);
            if (end.contains(" ")) {
                assertThat(STANDS).as("somebody is asked for something that has a name: " + end).contains(end.split(" ")[1]);
            }
            endIsGraphs(end);
            budgetIsKept();
        }

        private void heeds(Next.Call call, Migration migration) {
            Serving.shared().clock(Optional.of(journey.desk().now));
            if (call.act() == Act.REGISTER) {
                assertThat(migration.facts().value(Fact.CHECKED).flatMap(Findings::blocking)).as("known when register is sent").isEmpty();
                assertThat(migration.facts().value(Fact.TWO_STEP, call.number())).isNotEqualTo(Optional.of(TwoStep.ON));
            }
        }

        /** Some go away; what failed is tried again now and then. */
        private Optional<Person.Reply> answers(HumanTask task) {
            journey.desk().now = journey.desk().now.plusSeconds(random.nextInt(120));
            if (!obliging && random.nextInt(8) == 0) {
                return Optional.of(new Person.Reply(Action.WITHDRAW, Map.of()));
            }
            if (task.kind() == Kind.MEND && retries++ < 3) {
                return Optional.of(new Person.Reply(Action.RETRY, Map.of()));
            }
            return Optional.empty();
        }

        /** What became of the numbers at Graph is what the migration says. */
        private void endIsGraphs(String end) {
            long registers = journey.registers();
            assertThat(registers).as("registers that took effect").isLessThanOrEqualTo(1);
            if (EveryRouteTest.REGISTERING.contains(name)) {
                if (end.equals("completed")) {
                    assertThat(registers).as("registers of what has completed").isEqualTo(1);
                }
                if (end.equals("withdrawn") || end.equals("expired")) {
                    assertThat(registers).as("registers of what was withdrawn").isZero();
                }
            } else {
                assertThat(registers).as("registers of " + name).isZero();
            }
            if (end.equals("completed") && !name.equals("port-out")) {
                assertThat(connected()).as("work somewhere").containsAll(journey.desk().migration.order().numbers());
            }
            if (end.equals("completed") && name.equals("port-out")) {
                assertThat(connected()).as("has gone").doesNotContainAnyElementsOf(journey.desk().migration.order().numbers());
            }
        }

        private List<PhoneNumber> connected() {
            return numbers().filter(number -> number.path("links").valueStream().anyMatch(link -> link.toString().contains("CONNECTED")))
                    .map(number -> new PhoneNumber("+" + number.path("countryCode").asString() + number.path("national").asString()))
                    .toList();
        }

        private Stream<JsonNode> numbers() {
            return journey.people().get("world?only=numbers").path("numbers").valueStream();
        }

        private void budgetIsKept() {
            List<Instant> sent = journey.people()
                    .get("calls?call=register")
                    .path("calls")
                    .valueStream()
                    .map(call -> Instant.parse(call.path("at").asString()))
                    .sorted()
                    .toList();
            for (Instant first : sent) {
                assertThat(sent.stream().filter(at -> !at.isBefore(first) && at.isBefore(first.plus(REGISTERS_WITHIN))))
                        .hasSizeLessThanOrEqualTo(REGISTERS);
            }
        }
    }
}
