package dev.portway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A node is killed, and another stands still for longer than take-over and comes back, at every step of the route. Each number has its own moment: its
 * call is held where it can be seen, until all are held. What happened is asked of the sandbox.
 *
 * <pre>
 *   attempt written ── LOST ──▶ sent ── LATE ──▶ took effect ── UNANSWERED ──▶ answered ──▶ the next call, held
 * </pre>
 *
 * What is cut off after its answer is cut off at the call that follows it.
 */
class CrashAtEveryStepTest {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    /** Given up by the client after 40 s: no call is repeated before. */
    private static final Duration MAY_ARRIVE_FOR = Duration.ofSeconds(40);
    /** Into this WABA the first three numbers find the app not subscribed. */
    private static final String UNSUBSCRIBED_WABA = "200000000000005";

    /** Where a call is when its node is cut off from it. */
    private enum Moment {
        /** Written down, and never arrived: the node was cut off before it was sent. */
        LOST("lost", 45_000),
        /** Arrives and takes effect after its node is gone, as late as a network may be. */
        LATE("delay", 35_000),
        /** Took effect; nobody hears the answer. */
        UNANSWERED("delay-answer", 45_000);

        private final String fault;
        private final int heldMillis;

        Moment(String fault, int heldMillis) {
            this.fault = fault;
            this.heldMillis = heldMillis;
        }
    }

    private record Cut(String call, int nth, Moment moment) {
        void order(Sandbox sandbox, String number) {
            sandbox.fault(call, moment.fault, Map.of("number", number, "nth", nth, "delayMillis", moment.heldMillis));
        }

        void order(Sandbox sandbox) {
            sandbox.fault(call, moment.fault, Map.of("nth", nth, "delayMillis", moment.heldMillis));
        }
    }

    /** Calls about one number, and the looks before and after its register. */
    private static final List<Cut> OF_A_NUMBER = ofANumber();
    /** Calls about a WABA, whoever makes them. */
    private static final List<Cut> OF_A_WABA = List.of(new Cut("read-waba", 2, Moment.LOST), new Cut("list-templates", 5, Moment.LOST),
            new Cut("list-subscriptions", 1, Moment.LOST), new Cut("copy-templates", 1, Moment.LOST),
            new Cut("copy-templates", 2, Moment.LATE), new Cut("copy-templates", 3, Moment.UNANSWERED),
            new Cut("list-numbers", 20, Moment.LOST));
    private static final List<Cut> SUBSCRIBING = List.of(new Cut("subscribe-app", 1, Moment.LOST), new Cut("subscribe-app", 2, Moment.LATE),
            new Cut("subscribe-app", 3, Moment.UNANSWERED));

    @TempDir
    Path folder;

    private static List<Cut> ofANumber() {
        List<Cut> cuts = new ArrayList<>(List.of(new Cut("read-number", 1, Moment.LOST), new Cut("read-number", 2, Moment.LOST)));
        for (String call : Crowd.ONCE) {
            for (Moment moment : Moment.values()) {
                cuts.add(new Cut(call, 1, moment));
            }
        }
        return List.copyOf(cuts);
    }

    @Test
    void nodesKilledAndPausedAtEveryStep_moveEveryNumberOnce() {
        try (Rehearsed rehearsed = Rehearsed.start(folder)) {
            rehearsed.sandbox().plentyOfCalls();
            Held held = new Held(rehearsed, Crowd.nobody(rehearsed), List.of(), List.of());
            try (Server killed = rehearsed.server()) {
                held = held.subscribing(killed).more(killed);
                killed.process().kill();
            }
            try (Server paused = rehearsed.server()) {
                held = held.more(paused);
                paused.process().pause();
                try (Server other = rehearsed.beside(paused)) {
                    other.process().until("it takes over", LIMIT, () -> other.process().output().contains("is taken over from"));
                    paused.process().resume();
                    held.crowd().untilCompleted(other, LIMIT);
                    assertThat(paused.http().isUp("/health/ready")).isTrue();
                }
            }
            held.crowd().assertMovedOnce();
            held.assertNothingRepeatedInDoubt();
        }
    }

    /** Numbers whose calls are held: the crowd, and for those with a moment of their own the number and its cut, side by side. */
    private record Held(Rehearsed rehearsed, Crowd crowd, List<String> numbers, List<Cut> cuts) {
        Held subscribing(Server node) {
            SUBSCRIBING.forEach(cut -> cut.order(rehearsed.sandbox()));
            Crowd more = crowd.joinedBy(rehearsed.sandbox().batch(SUBSCRIBING.size()), UNSUBSCRIBED_WABA, node);
            more.until(node, "calls to subscribe are held", LIMIT, rehearsed.sandbox()::allStruck);
            return new Held(rehearsed, more, numbers, cuts);
        }

        /** Some whose calls about their WABA are held, then one for each moment of a number. */
        Held more(Server node) {
            Sandbox sandbox = rehearsed.sandbox();
            String waba = rehearsed.env().path("wabaId").asString();
            OF_A_WABA.forEach(cut -> cut.order(sandbox));
            Crowd some = crowd.joinedBy(sandbox.batch(OF_A_WABA.size()), waba, node);
            some.until(node, "calls about the WABA are held", LIMIT, sandbox::allStruck);
            List<String> own = sandbox.batch(OF_A_NUMBER.size());
            for (int at = 0; at < own.size(); at++) {
                OF_A_NUMBER.get(at).order(sandbox, own.get(at));
            }
            Crowd all = some.joinedBy(own, waba, node);
            all.until(node, "calls about each number are held", LIMIT, sandbox::allStruck);
            return new Held(rehearsed, all, both(numbers, own), both(cuts, OF_A_NUMBER));
        }

        private static <T> List<T> both(List<T> some, List<T> others) {
            List<T> both = new ArrayList<>(some);
            both.addAll(others);
            return both;
        }

        /** What was lost is sent again once it can no longer arrive; nothing else is sent twice. */
        void assertNothingRepeatedInDoubt() {
            for (String call : Crowd.ONCE) {
                Map<String, List<JsonNode>> calls = rehearsed.sandbox().callsByNumber(call);
                for (String number : crowd.ids().keySet()) {
                    List<JsonNode> sent = calls.getOrDefault(number, List.of());
                    boolean lost = numbers.contains(number) && cuts.get(numbers.indexOf(number)).equals(new Cut(call, 1, Moment.LOST));
                    assertThat(sent).as(call + " of " + number + (lost ? ", lost once" : "")).hasSize(lost ? 2 : 1);
                    assertThat(Duration.between(at(sent.getFirst()), at(sent.getLast()))).as("between the two")
                            .satisfiesAnyOf(
                                    apart -> assertThat(apart).isGreaterThanOrEqualTo(MAY_ARRIVE_FOR), apart -> assertThat(lost).isFalse());
                }
            }
        }

        private static Instant at(JsonNode call) {
            return Instant.parse(call.path("at").asString());
        }
    }
}
