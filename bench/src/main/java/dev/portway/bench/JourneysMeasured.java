package dev.portway.bench;

import dev.portway.acceptance.Crowd;
import dev.portway.acceptance.Rehearsed;
import dev.portway.acceptance.Sandbox;
import dev.portway.acceptance.Server;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Whole moves from order to end against the sandbox, each call answered after 100 ms as by a Graph across an ocean. The share of Graph is the time in
 * which at least one call was on its way. Settling and the time people take are in neither.
 */
final class JourneysMeasured {
    private static final int WARMING = 20;
    private static final int ALONE = 10;
    private static final int TOGETHER = 100;
    private static final Duration LIMIT = Duration.ofMinutes(5);
    static final Duration ANSWERS_AFTER = Duration.ofMillis(100);
    private static final InstantSource CLOCK = InstantSource.system();

    private JourneysMeasured() {}

    static Table table(Path folder) {
        try (Rehearsed rehearsed = Rehearsed.start(folder); Server server = rehearsed.server()) {
            Sandbox sandbox = rehearsed.sandbox();
            sandbox.plentyOfCalls();
            Crowd.placed(rehearsed, sandbox.batch(WARMING), server).untilCompleted(server, LIMIT);
            sandbox.fault("*", "delay-answer", Map.of("times", 0, "delayMillis", ANSWERS_AFTER.toMillis()));
            var table = new Table("what", "measured");
            alone(rehearsed, server, table);
            long start = System.nanoTime();
            Crowd.placed(rehearsed, sandbox.batch(TOGETHER), server).untilCompleted(server, LIMIT);
            double minutes = (System.nanoTime() - start) / 60e9;
            return table.row(TOGETHER + " moves at the same time, per minute", Math.round(TOGETHER / minutes));
        }
    }

    private static void alone(Rehearsed rehearsed, Server server, Table table) {
        var all = new ArrayList<Duration>();
        var graphs = new ArrayList<Duration>();
        for (String number : rehearsed.sandbox().batch(ALONE)) {
            Instant placed = CLOCK.instant();
            String id = rehearsed.placed(server, number);
            rehearsed.untilAsked(server, id, "enter-code");
            Instant asked = ended(rehearsed.migration(server, id), "code-requested");
            Instant told = CLOCK.instant();
            rehearsed.enterCode(server, id, number);
            server.process()
                    .until("it completes", LIMIT, () -> rehearsed.migration(server, id).path("status").asString().equals("completed"));
            Instant reconciled = ended(rehearsed.migration(server, id), "reconciled");
            all.add(Duration.between(placed, asked).plus(Duration.between(told, reconciled)));
            graphs.add(underWay(rehearsed.sandbox(), placed, asked).plus(underWay(rehearsed.sandbox(), told, reconciled)));
        }
        Duration whole = Measured.median(all);
        Duration graph = Measured.median(graphs);
        table.row("one move alone, median of " + ALONE, whole.toMillis() + " ms");
        table.row("of it, calls on their way", graph.toMillis() + " ms");
        table.row("of it, ours", "%d %%".formatted(100 - 100 * graph.toMillis() / whole.toMillis()));
    }

    private static Instant ended(JsonNode migration, String step) {
        return migration.path("steps")
                .valueStream()
                .filter(one -> one.path("name").asString().equals(step))
                .map(one -> Instant.parse(one.path("endedAt").asString()))
                .findFirst()
                .orElseThrow();
    }

    /** How long at least one call was on its way. */
    private static Duration underWay(Sandbox sandbox, Instant from, Instant to) {
        Duration sum = Duration.ZERO;
        Instant until = from;
        for (Instant sent : sent(sandbox, from, to)) {
            Instant answered = sent.plus(ANSWERS_AFTER);
            Instant begins = sent.isAfter(until) ? sent : until;
            sum = answered.isAfter(begins) ? sum.plus(Duration.between(begins, answered)) : sum;
            until = answered.isAfter(until) ? answered : until;
        }
        return sum;
    }

    private static List<Instant> sent(Sandbox sandbox, Instant from, Instant to) {
        return sandbox.http()
                .get("/sandbox/calls")
                .json()
                .path("calls")
                .valueStream()
                .map(call -> Instant.parse(call.path("at").asString()))
                .filter(at -> !at.isBefore(from) && at.isBefore(to))
                .sorted()
                .toList();
    }
}
