package dev.portway.migration.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.Serving;
import dev.portway.migration.Act;
import dev.portway.migration.Action;
import dev.portway.migration.HumanTask;
import dev.portway.migration.Migration;
import dev.portway.migration.Next;
import dev.portway.migration.Person;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Findings;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.Statement;
import dev.portway.migration.fact.TwoStep;
import dev.portway.sandbox.switches.Switch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * A random world and a random way through it: what nobody knows about Graph is set at random, the number is in trouble, calls go wrong, throttled ones
 * too, and people do what they are asked, try again, mistype, turn two-step verification on again, or go away.
 */
final class RandomWorld {
    private static final List<String> CALLS = List.of("*", "register", "register", "verify-code", "add-number", "request-code",
            "read-number", "list-numbers", "read-waba", "subscribe-app", "list-subscriptions", "exchange-code", "debug-token",
            "list-templates", "copy-templates");
    private static final List<String> KINDS = List.of("drop-before", "drop-after", "http-500", "http-500-after", "http-503", "html",
            "throttle", "error:two-step-must-be-off", "error:number-in-maintenance", "error:server-unavailable", "error:wrong-code");
    /** What a person can mend, or decide: a journey may stand there. */
    private static final Set<String> STANDS = Set.of("mend", "decide-doubt", "clear-the-way", "name-all-numbers");
    /** On these a number that works at another provider is to be let go of, and may be in trouble there. */
    private static final Set<String> FROM_ANOTHER = Set.of("migrate", "signup", "port-out");
    /** What is put right where it is wrong. */
    private static final Set<String> TROUBLE = Set.of("two-step-off", "display-name-approved");
    /** More often nobody tries what has failed. */
    private static final int TRIES = 12;

    private final Random random;
    private final String way;
    private final WorldJourney journey;
    private final GraphShows graph;
    private final boolean obliging;
    private final List<String> said = new ArrayList<>();
    private final Map<PhoneNumber, Set<String>> before;
    private int tries;

    RandomWorld(Random random, WorldJourneys journeys) {
        this.random = random;
        way = one(EveryRouteTest.NAMES);
        journey = Objects.requireNonNull(EveryRouteTest.WAYS.get(way)).apply(journeys).heeding(this::heeds).answering(this::answers);
        graph = new GraphShows(journey);
        obliging = random.nextInt(3) > 0;
        said.add(way);
        if (random.nextInt(3) == 0) {
            Switch unknown = one(List.of(Switch.values()));
            String value = one(EverySwitchTest.others(unknown));
            journey.with(unknown, value);
            said.add(unknown + "=" + value);
        }
        trouble();
        before = graph.working();
    }

    /** What is wrong with the number when it begins, and which calls will go wrong. */
    private void trouble() {
        if (FROM_ANOTHER.contains(way)) {
            if (random.nextInt(3) == 0) {
                twoStep(true);
            }
            if (random.nextInt(4) == 0) {
                name("PENDING_REVIEW");
            }
        }
        for (int faults = random.nextInt(4); faults > 0; faults--) {
            String call = one(CALLS);
            String kind = one(KINDS);
            int nth = 1 + random.nextInt(4);
            int times = 1 + random.nextInt(random.nextInt(4) == 0 ? TRIES : 3);
            Map<String, Object> fault = Map.of("call", call, "kind", kind, "nth", nth, "times", times);
            journey.people().post("faults", fault);
            said.add(fault.toString());
        }
    }

    private void twoStep(boolean on) {
        journey.people().put(number() + "/two-step", Map.of("enabled", on));
        said.add(on ? "two-step on" : "two-step off");
    }

    private void name(String status) {
        journey.people().put(number(), Map.of("nameStatus", status));
        said.add("name " + status);
    }

    private String number() {
        return "numbers/" + journey.numbers().getFirst().e164();
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** Goes to its end, or to where somebody is asked for something that has a name; the promises are kept. */
    String isWalked() {
        String end = journey.goes();
        said.add(end);
        if (end.contains(" ")) {
            assertThat(STANDS).as("somebody is asked for something that has a name: " + end).contains(end.split(" ")[1]);
        }
        endIsGraphs(end);
        graph.budgetsAreKept();
        return way + " " + (end.contains(" ") ? end.split(" ")[1] : end);
    }

    private void heeds(Next.Call call, Migration migration) {
        Serving.shared().clock(Optional.of(journey.desk().now));
        if (call.act() == Act.REGISTER) {
            assertThat(migration.facts().value(Fact.CHECKED).flatMap(Findings::blocking)).as("known when register is sent").isEmpty();
            assertThat(migration.facts().value(Fact.TWO_STEP, call.number())).isNotEqualTo(Optional.of(TwoStep.ON));
        }
    }

    /** Some go away, or turn on again what was to be off; what failed is tried again, for a while. */
    private Optional<Person.Reply> answers(HumanTask task) {
        journey.desk().now = journey.desk().now.plusSeconds(random.nextInt(120));
        journey.people().clock(journey.desk().now);
        if (!obliging && random.nextInt(6) == 0) {
            return Optional.of(new Person.Reply(Action.WITHDRAW, Map.of()));
        }
        if (!obliging && FROM_ANOTHER.contains(way) && random.nextInt(6) == 0) {
            twoStep(true);
        }
        return switch (task.kind()) {
            case MEND -> tried(Action.RETRY);
            case DECIDE_DOUBT -> tried(Action.IT_DID_NOT);
            case ENTER_CODE -> code();
            case CLEAR_THE_WAY -> TROUBLE.contains(task.subject()) || !Statement.answers(task.subject()) ? putRight() : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<Person.Reply> tried(Action action) {
        return tries++ < TRIES ? Optional.of(new Person.Reply(action, Map.of())) : Optional.empty();
    }

    private Optional<Person.Reply> putRight() {
        if (FROM_ANOTHER.contains(way)) {
            twoStep(false);
            name("APPROVED");
        }
        return tried(Action.RECHECK);
    }

    /** Some mistype it; whoever typed a code that was refused asks for another, as it may be too old. */
    private Optional<Person.Reply> code() {
        if (random.nextInt(5) == 0) {
            return Optional.of(new Person.Reply(Action.ENTER_CODE, Map.of("code", "000000")));
        }
        Migration migration = journey.desk().migration;
        PhoneNumber number = journey.numbers().getFirst();
        boolean refused = migration.latest(Act.VERIFY_CODE, number)
                .filter(last -> migration.latest(Act.REQUEST_CODE, number).filter(code -> code.no() > last.no()).isEmpty())
                .isPresent();
        return refused ? Optional.of(new Person.Reply(Action.NEW_CODE, Map.of())) : Optional.empty();
    }

    /** What became of the numbers at Graph is what the migration says. */
    private void endIsGraphs(String end) {
        long registers = journey.registers();
        boolean registering = EveryRouteTest.REGISTERING.contains(way);
        assertThat(registers).as("registers that took effect").isLessThanOrEqualTo(registering ? 1 : 0);
        switch (end) {
            case "completed" -> {
                graph.hasCompleted(way);
                assertThat(registers).as("registers of what has completed").isEqualTo(registering ? 1 : 0);
            }
            case "withdrawn", "expired", "failed" -> {
                graph.worksAs(before);
                assertThat(registers).as("registers of what was " + end).isZero();
            }
            default -> {
                if (registering && registers == 0 && !way.equals("reconnect")) {
                    graph.worksAs(before);
                }
            }
        }
    }

    @Override
    public String toString() {
        return String.join(", ", said);
    }
}
