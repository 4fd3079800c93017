package dev.portway.bench;

import dev.portway.acceptance.Sandbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A message sent and a number read, by 32 connections at the same time: from the sandbox, which parses, checks and keeps state, against WireMock and
 * MockServer, which answer the same bytes each time. All three run at once and are called in turns, so that a busy moment falls on all of them.
 */
final class SandboxMeasured {
    private static final int CONNECTIONS = 32;
    private static final int ROUNDS = 5;
    /** Long enough for the JVM to have compiled what is called. */
    private static final Duration WARMING = Duration.ofSeconds(Long.getLong("portway.bench.warming", 15));
    private static final Duration ROUND = Duration.ofSeconds(Long.getLong("portway.bench.round", 5));
    private static final String FIELDS = "display_phone_number,verified_name,status,quality_rating,code_verification_status";

    private SandboxMeasured() {}

    static Table table(Path folder) {
        try (Sandbox sandbox = Sandbox.start(folder)) {
            JsonNode env = sandbox.env();
            sandbox.plentyOfCalls();
            sandbox.http()
                    .put("/sandbox/switches",
                            Map.of("app-calls-per-hour", "99999999", "messages-to-one-at-once", "0", "messages-a-second", "0"));
            String number = "/" + env.path("apiVersion").asString() + "/" + env.path("phoneNumberId").asString();
            String token = env.path("sourceToken").asString();
            String message = """
                    {"messaging_product":"whatsapp","to":"%s","type":"text","text":{"body":"Hello"}}"""
                    .formatted(env.path("testerNumber").asString());
            String read = sandbox.http().with("Authorization", "Bearer " + token).get(number + "?fields=" + FIELDS).body();
            String sent = sandbox.http()
                    .with("Authorization", "Bearer " + token, "Content-Type", "application/json")
                    .post(number + "/messages", message)
                    .body();
            try (Stub wireMock = Stub.wireMock(folder, read, sent); Stub mockServer = Stub.mockServer(folder, read, sent)) {
                var all = Stream.of(sandbox.port(), wireMock.port(), mockServer.port())
                        .map(port -> new Callers(port, CONNECTIONS))
                        .toList();
                var table = new Table("call", "sandbox, calls/s", "WireMock, calls/s", "MockServer, calls/s", "to WireMock",
                        "to MockServer");
                row(table, "send a message", all, Callers.request("POST", number + "/messages", token, message));
                row(table, "read a number", all, Callers.request("GET", number + "?fields=" + FIELDS, token, ""));
                return table;
            }
        }
    }

    /** The medians of the rounds. */
    private static void row(Table table, String name, List<Callers> all, byte[] request) {
        all.forEach(callers -> callers.perSecond(request, WARMING));
        var rounds = new ArrayList<List<Double>>();
        for (int round = 0; round < ROUNDS; round++) {
            rounds.add(all.stream().map(callers -> callers.perSecond(request, ROUND)).toList());
        }
        List<Double> medians = Stream.of(0, 1, 2).map(which -> median(rounds.stream().map(each -> each.get(which)).toList())).toList();
        table.row(name, medians.get(0).intValue(), medians.get(1).intValue(), medians.get(2).intValue(), medians.get(0) / medians.get(1),
                medians.get(0) / medians.get(2));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
