package dev.portway.bench;

import dev.portway.acceptance.Http;
import dev.portway.acceptance.Rehearsed;
import dev.portway.acceptance.Server;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A preflight asked over the API, each call answered after 100 ms, against the longest chain of calls that need each other: the list with the most
 * pages. The chain is read off the sandbox's record, so a read that comes twice or one after another without need shows.
 */
final class PreflightMeasured {
    /** As many as a service that runs has behind it: the JVM compiles for the first few hundred, beside them. */
    private static final int WARMING = 400;
    private static final int ROUNDS = 21;

    private PreflightMeasured() {}

    static Table table(Path folder) {
        try (Rehearsed rehearsed = Rehearsed.start(folder); Server server = rehearsed.server()) {
            rehearsed.sandbox().plentyOfCalls();
            for (int i = 0; i < WARMING; i++) {
                asked(rehearsed, server);
            }
            rehearsed.sandbox().fault("*", "delay-answer", Map.of("times", 0, "delayMillis", JourneysMeasured.ANSWERS_AFTER.toMillis()));
            int before = calls(rehearsed).size();
            var all = new ArrayList<Duration>();
            asked(rehearsed, server);
            List<JsonNode> ofOne = calls(rehearsed).subList(before, calls(rehearsed).size());
            for (int i = 0; i < ROUNDS; i++) {
                all.add(asked(rehearsed, server));
            }
            Duration chain = JourneysMeasured.ANSWERS_AFTER.multipliedBy(longestChain(ofOne));
            Duration median = Measured.median(all);
            return new Table("calls", "longest chain, ms", "preflight, median ms", "ratio")
                    .row(ofOne.size(), chain.toMillis(), median.toMillis(), (double) median.toMillis() / chain.toMillis());
        }
    }

    private static Duration asked(Rehearsed rehearsed, Server server) {
        var order = Map.of("number", rehearsed.number(), "from",
                Map.of("waba", rehearsed.env().path("sourceWabaId").asString(), "access", "read"),
                "to", Map.of("waba", rehearsed.env().path("wabaId").asString()));
        long start = System.nanoTime();
        Http.Answer answer = rehearsed.asKeyHolder(server).post("/v1/checks", order);
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.body());
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static List<JsonNode> calls(Rehearsed rehearsed) {
        return rehearsed.sandbox().http().get("/sandbox/calls").json().path("calls").valueStream().toList();
    }

    /** Pages of one list follow each other; all else can be asked at once. */
    private static long longestChain(List<JsonNode> calls) {
        return calls.stream()
                .map(call -> call.path("path").asString() + " " + call.path("app").asString())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .values()
                .stream()
                .max(Long::compare)
                .orElseThrow();
    }
}
