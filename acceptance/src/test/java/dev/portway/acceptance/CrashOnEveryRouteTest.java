package dev.portway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.acceptance.Way.Case;
import dev.portway.acceptance.Way.Provider;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The server is killed and started again at every call and every task of every route. First each way is walked once; what was called and asked on it are
 * the moments. Then for each moment numbers of their own are held at it, until all are held, and the server is killed.
 *
 * <pre>
 *   a call that changes something   written down and never arrived · took effect, and nobody heard the answer
 *   a call that reads               never answered
 *   a task                          nobody has answered it yet
 * </pre>
 *
 * What was done is asked of the sandbox: it is what was done when nothing went wrong.
 */
class CrashOnEveryRouteTest {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    /** Copies of each way: more than it has moments. */
    private static final int COPIES = 40;
    /** Longer than a client waits, and than all others take to be held. */
    private static final int HELD_MILLIS = 90_000;
    /** The way that waits for the first of a month may wait for the next to begin, when it is walked once and when it is walked by many. */
    private static final int MONTHS = 5;
    /** Safe to do again, and done again after a doubt. */
    private static final Set<String> SAFE = Set.of("subscribe-app", "copy-templates", "send-message");
    /** Nothing lists what these made: somebody has to end it at Meta, and is asked to. */
    private static final Set<String> ID_IS_LOST = Set.of("set-intent", "migrate-currency");

    @TempDir
    Path folder;

    /** Where a way is when its server is killed: at a call about the number, or the WABA with these last digits; or at a task. */
    private record Moment(String name, String kind, String number, String waba) {
        boolean isTask() {
            return kind.equals("task");
        }

        boolean isAnybodys() {
            return !isTask() && number.isEmpty() && waba.isEmpty();
        }

        String order(Sandbox sandbox, Case one) {
            var about = new HashMap<String, Object>(Map.of("delayMillis", HELD_MILLIS));
            if (!number.isEmpty()) {
                about.put("number", one.number(number));
            }
            if (!waba.isEmpty()) {
                about.put("waba", one.waba(waba));
            }
            return sandbox.fault(name, kind, about);
        }

        boolean stops() {
            return kind.equals("delay-answer") && ID_IS_LOST.contains(name);
        }
    }

    @Test
    void serverKilledAtEveryMoment_everyWayLeadsToItsEnd_andNothingIsDoneTwice() {
        List<Case> all = Stream.of(Way.values()).flatMap(way -> IntStream.range(0, COPIES).mapToObj(way::at)).toList();
        try (TwoProviders here = TwoProviders.start(folder, all)) {
            var crash = new Crash(here, new Walk(here));
            for (int months = 0; months <= MONTHS && !crash.isOver(); months++) {
                try (Server killed = here.server(Provider.ROTA, months)) {
                    crash.untilHeld(killed);
                    killed.process().kill();
                }
                try (Server again = here.server(Provider.ROTA, months)) {
                    crash.untilEnded(again);
                }
            }
            crash.report();
            crash.assertDoneOnce();
        }
    }

    /** What is held where. */
    private static final class Crash implements Walk.There {
        private final TwoProviders here;
        private final Walk walk;
        private final Map<Way, List<Moment>> moments = new EnumMap<>(Way.class);
        private final Map<Case, Moment> held = new LinkedHashMap<>();
        private final Map<Case, String> faults = new HashMap<>();
        private final Set<Case> asked = new HashSet<>();
        private Set<String> struck = Set.of();

        Crash(TwoProviders here, Walk walk) {
            this.here = here;
            this.walk = walk;
        }

        boolean isOver() {
            return walk.haveEnded() || walk.cases().stream().allMatch(one -> walk.ends().containsKey(one) || stops(one));
        }

        private boolean stops(Case one) {
            return held.containsKey(one) && Objects.requireNonNull(held.get(one)).stops();
        }

        /** Ways that were walked to their end are walked by many now, each as far as its moment. */
        void untilHeld(Server server) {
            Stream.of(Way.values()).map(way -> way.at(0)).filter(one -> !walk.cases().contains(one)).forEach(one -> walk.begin(one, server));
            walk.until(server, "each way is walked once, or waits for another month", LIMIT, state -> state.ended() || state.waitsForTheClock());
            for (Way way : Way.values()) {
                if (walk.ends().containsKey(way.at(0)) && !moments.containsKey(way)) {
                    moments.put(way, moments(here, walk, way));
                    begin(way, server);
                }
            }
            walk.untilEach(server, "all are held", LIMIT, this);
        }

        private void begin(Way way, Server server) {
            int copy = 1;
            for (Moment moment : moments.getOrDefault(way, List.of())) {
                Case one = way.at(copy++);
                held.put(one, moment);
                if (moment.isTask()) {
                    walk.silentAt(one, moment.name());
                } else {
                    faults.put(one, moment.order(here.sandbox(), one));
                }
                walk.begin(one, server);
            }
        }

        @Override
        public void look() {
            struck = here.sandbox().struck();
        }

        @Override
        public boolean is(Case one, Walk.State state) {
            if (walk.isSilent(one, state)) {
                asked.add(one);
                return true;
            }
            return state.ended() || state.waitsForTheClock() || ends(held.get(one), state)
                    || faults.containsKey(one) && struck.contains(faults.get(one));
        }

        void untilEnded(Server server) {
            walk.everybodyAnswers(asked);
            walk.untilEach(server, "all have ended, or wait for another month", LIMIT,
                    (one, state) -> state.waitsForTheClock() || ends(held.get(one), state));
        }

        void report() {
            System.out.println("Killed at " + held.size() + " moments: " + moments);
        }

        /** What took effect on each way is what took effect where nothing went wrong. */
        void assertDoneOnce() {
            var wrong = new ArrayList<String>();
            held.forEach((one, moment) -> {
                Map<String, Long> expected = effects(here, one.way().at(0));
                Map<String, Long> done = effects(here, one);
                if (moment.isTask() ? !asked.contains(one) : !struck.contains(faults.get(one))) {
                    wrong.add(one + " was never held at " + moment);
                }
                if (!moment.stops() && !done.equals(expected)) {
                    wrong.add(one + " held at " + moment + ": " + done + " instead of " + expected);
                }
                if (!moment.stops() && !"completed".equals(walk.ends().get(one))) {
                    wrong.add(one + " held at " + moment + ": " + walk.ends().get(one));
                }
            });
            assertThat(wrong).isEmpty();
        }
    }

    private static boolean ends(@Nullable Moment moment, Walk.State state) {
        return state.ended() || moment != null && moment.stops() && state.task().equals("mend");
    }

    /** What was called and asked on the way that was walked, each once. */
    private static List<Moment> moments(TwoProviders here, Walk walk, Way way) {
        var moments = new LinkedHashSet<Moment>();
        for (JsonNode call : calls(here, way.at(0))) {
            String number = way.at(0).numbers().stream().filter(one -> one.equals(call.path("number").asString(""))).findFirst().orElse("");
            Optional<String> waba = Stream.of(way.at(0).source(), way.at(0).destination())
                    .flatMap(Optional::stream)
                    .filter(id -> call.path("path").asString().contains(id))
                    .findFirst();
            String name = call.path("call").asString();
            String digits = number.isEmpty() ? "" : number.substring(number.length() - 2);
            String account = number.isEmpty() ? waba.map(id -> id.substring(id.length() - 3)).orElse("") : "";
            moments.add(new Moment(name, "lost", digits, account));
            if (call.path("effect").asBoolean()) {
                moments.add(new Moment(name, "delay-answer", digits, account));
            }
        }
        walk.asked(way.at(0)).stream().distinct().forEach(task -> moments.add(new Moment(task, "task", "", "")));
        return List.copyOf(moments);
    }

    /** Calls about the numbers and WABAs of this one, in their order. */
    private static List<JsonNode> calls(TwoProviders here, Case one) {
        Collection<String> ids = Stream.concat(one.numbers().stream(), Stream.of(one.source(), one.destination()).flatMap(Optional::stream))
                .toList();
        return here.sandbox()
                .http()
                .get("/sandbox/calls")
                .json()
                .path("calls")
                .valueStream()
                .filter(call -> ids.contains(call.path("number").asString(""))
                        || ids.stream().anyMatch(id -> call.path("path").asString().contains(id)))
                .toList();
    }

    private static Map<String, Long> effects(TwoProviders here, Case one) {
        return new TreeMap<>(calls(here, one).stream()
                .filter(call -> call.path("effect").asBoolean() && !SAFE.contains(call.path("call").asString()))
                .collect(Collectors.groupingBy(call -> call.path("call").asString(), Collectors.counting())));
    }
}
