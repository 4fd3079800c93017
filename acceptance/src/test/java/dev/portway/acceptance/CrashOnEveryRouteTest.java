package dev.portway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.acceptance.Way.Case;
import dev.portway.acceptance.Way.Whose;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
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
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The server is killed and started again at every call and every task of every route. First each way is walked once; what was called and asked on it are
 * the moments. Then for each moment numbers of their own are held at it, all beside each other in one server, and that server is killed.
 *
 * <pre>
 *   a call that changes something   written down and never arrived · took effect, and nobody heard the answer
 *   a call that reads               never answered
 *   a task                          nobody has answered it yet
 * </pre>
 *
 * What was done is asked of the sandbox: it is what was done when nothing went wrong. Calls that name neither a number nor an account of the way, such as
 * the exchange of a sign-up code, are lost within one process, in the server's own test of every route.
 */
class CrashOnEveryRouteTest {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    /** Copies of each way: more than it has moments. */
    private static final int COPIES = 40;
    /** Longer than a client waits, and than all others take to be held. */
    private static final int HELD_MILLIS = 90_000;
    /** Safe to do again, and done again after a doubt. */
    private static final Set<String> SAFE = Set.of("subscribe-app", "copy-templates", "send-message");
    /** Nothing lists what these made: somebody has to end it at Meta, and is asked to. */
    private static final Set<String> ID_IS_LOST = Set.of("set-intent", "currency-migration");

    /** What a way does after it has waited for minutes: those are held where the server was started a month later. */
    private static final Map<Way, List<Moment>> AFTER_A_WAIT = Map.of(Way.RECONNECT,
            Stream.concat(Stream.of("add-number", "request-code", "verify-code", "register")
                    .flatMap(call -> Stream.of("lost", "delay-answer").map(kind -> new Moment(call, kind, "02", ""))),
                    Stream.of("choose-code", "enter-code").map(task -> new Moment(task, "task", "", ""))).toList());

    @TempDir
    Path folder;

    /** Where a way is when its server is killed: at a call about the number, or the WABA with these last digits; or at a task. */
    private record Moment(String name, String kind, String number, String waba) {
        boolean isTask() {
            return kind.equals("task");
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

        boolean isUnanswered(String call) {
            return kind.equals("delay-answer") && name.equals(call);
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
            try (Server server = here.server(Whose.ROTA, 1)) {
                crash.untilWalked(server);
                crash.begin(server);
                crash.untilHeld(server);
                server.process().kill();
            }
            try (Server server = here.server(Whose.ROTA, 1)) {
                crash.untilEnded(server, "all have ended, or wait for another month", Walk.State::waitsForTheClock);
                server.process().kill();
            }
            try (Server server = here.server(Whose.ROTA, 2)) {
                crash.untilHeld(server);
                server.process().kill();
            }
            try (Server server = here.server(Whose.ROTA, 2)) {
                crash.untilEnded(server, "all have ended", _ -> false);
            }
            crash.assertDoneOnce();
        }
    }

    /** What is held where. */
    private static final class Crash implements Walk.There {
        private final TwoProviders here;
        private final Walk walk;
        private final Map<Case, Moment> held = new LinkedHashMap<>();
        private final Map<Case, String> faults = new HashMap<>();
        private final Set<Case> asked = new HashSet<>();
        private Set<String> struck = Set.of();

        Crash(TwoProviders here, Walk walk) {
            this.here = here;
            this.walk = walk;
        }

        /** Each way once, by one that nobody holds. */
        void untilWalked(Server server) {
            Stream.of(Way.values())
                    .map(way -> way.at(0))
                    .filter(one -> !walk.cases().contains(one))
                    .forEach(one -> walk.begin(one, server));
            walk.until(server, "each way is walked once, or waits for another month", LIMIT,
                    state -> state.ended() || state.waitsForTheClock());
        }

        /** On each way one for each of its moments. */
        void begin(Server server) {
            for (Way way : Way.values()) {
                int copy = 1;
                var all = new LinkedHashSet<>(moments(here, walk, way));
                all.addAll(AFTER_A_WAIT.getOrDefault(way, List.of()));
                for (Moment moment : all) {
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
        }

        void untilHeld(Server server) {
            walk.untilEach(server, "all are held, or wait for another month", LIMIT, this);
        }

        @Override
        public void look() {
            struck = here.sandbox().struck();
        }

        @Override
        public boolean is(Case one, Walk.State state) {
            if (walk.isSilent(one, state)) {
                asked.add(one);
            }
            return state.ended() || state.waitsForTheClock() || isHeld(one);
        }

        private boolean isHeld(Case one) {
            return asked.contains(one) || faults.containsKey(one) && struck.contains(faults.get(one));
        }

        void untilEnded(Server server, String what, Predicate<Walk.State> or) {
            walk.everybodyAnswers(asked);
            walk.untilEach(server, what, LIMIT,
                    (one, state) -> state.ended() || or.test(state) || stops(one) && state.task().equals("mend"));
        }

        private boolean stops(Case one) {
            return held.containsKey(one) && Objects.requireNonNull(held.get(one)).stops();
        }

        /** The sandbox tells of a call once it has answered, and some are held still when all has ended. */
        private boolean isAllTold() {
            List<JsonNode> calls = all(here);
            return held.entrySet()
                    .stream()
                    .filter(one -> !one.getValue().stops())
                    .map(Map.Entry::getKey)
                    .allMatch(one -> effects(calls, one).keySet().containsAll(effects(calls, one.way().at(0)).keySet()));
        }

        /** Each was held at its moment, and what took effect on its way is what took effect where nothing went wrong. */
        void assertDoneOnce() {
            Await.until("every effect is told", LIMIT, this::isAllTold);
            List<JsonNode> calls = all(here);
            var wrong = new ArrayList<String>();
            for (Way way : Way.values()) {
                var names = new HashSet<>(effects(calls, way.at(0)).keySet());
                held.forEach((one, moment) -> names.removeIf(name -> one.way() == way && moment.isUnanswered(name)));
                names.forEach(name -> wrong.add("nobody is held at " + name + " of " + way));
            }
            held.forEach((one, moment) -> {
                Map<String, Long> expected = effects(calls, one.way().at(0));
                Map<String, Long> done = effects(calls, one);
                if (!isHeld(one)) {
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

    /** What was called and asked on the way that was walked, each once. */
    private static List<Moment> moments(TwoProviders here, Walk walk, Way way) {
        var moments = new LinkedHashSet<Moment>();
        for (JsonNode call : calls(all(here), way.at(0))) {
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
    private static List<JsonNode> calls(List<JsonNode> all, Case one) {
        Collection<String> ids = Stream.concat(one.numbers().stream(), Stream.of(one.source(), one.destination()).flatMap(Optional::stream))
                .toList();
        return all.stream()
                .filter(call -> ids.contains(call.path("number").asString(""))
                        || ids.stream().anyMatch(id -> call.path("path").asString().contains(id)))
                .toList();
    }

    private static List<JsonNode> all(TwoProviders here) {
        return here.sandbox().http().get("/sandbox/calls").json().path("calls").valueStream().toList();
    }

    private static Map<String, Long> effects(List<JsonNode> all, Case one) {
        return new TreeMap<>(calls(all, one).stream()
                .filter(call -> call.path("effect").asBoolean() && !SAFE.contains(call.path("call").asString()))
                .collect(Collectors.groupingBy(call -> call.path("call").asString(), Collectors.counting())));
    }
}
