package dev.portway.api;

import dev.portway.account.Scope;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Orders as the tests place them. */
final class Moves {
    static final RunningServer SERVER = RunningServer.SHARED;
    static final Asking WRITER = SERVER.as(RunningServer.HERE, Scope.WRITE);
    static final Asking READER = SERVER.as(RunningServer.HERE, Scope.READ);
    static final Asking ELSEWHERE = SERVER.as(RunningServer.THERE, Scope.ADMIN);

    private Moves() {}

    /** A valid order of this number; the caller may change it. */
    static Map<String, Object> order(String number) {
        return new HashMap<>(Map.of("number", number, "from", Map.of("waba", SERVER.env("sourceWabaId"), "access", "read"), "to",
                Map.of("waba", SERVER.env("wabaId")), "code", Map.of("method", "SMS", "language", "pt_BR"), "settling", "PT1S"));
    }

    static Map<String, Object> order(String number, String field, Object value) {
        Map<String, Object> order = order(number);
        order.put(field, value);
        return order;
    }

    static Asking keyed(Asking who) {
        return who.with("Idempotency-Key", UUID.randomUUID().toString());
    }

    static Asking.Answer place(Object order) {
        return keyed(WRITER).post("/v1/migrations", order);
    }

    /** The id of one that is a draft. */
    static String draft() {
        return id(place(order(SERVER.number())));
    }

    /** The id of one that goes on by itself as far as it can. */
    static String submitted() {
        return id(place(order(SERVER.number(), "submit", true)));
    }

    private static String id(Asking.Answer placed) {
        if (placed.status() != 201) {
            throw new AssertionError(placed.toString());
        }
        return placed.json().path("id").asString();
    }

    static Asking.Answer act(String id, String action, Object input) {
        return WRITER.post("/v1/migrations/" + id + "/actions/" + action, input);
    }

    static JsonNode seen(String id) {
        return READER.get("/v1/migrations/" + id).json();
    }

    static JsonNode untilAsked(String id, String task) {
        RunningServer.until("asked to " + task, () -> seen(id).path("next").path("task").asString("").equals(task));
        return seen(id);
    }

    static JsonNode untilStatus(String id, String status) {
        RunningServer.until("status " + status + ": " + seen(id), () -> seen(id).path("status").asString("").equals(status));
        return seen(id);
    }

    /** What the phone got. */
    static String code(String number) {
        return SERVER.owner()
                .get("/sandbox/phones/" + number + "/inbox")
                .json()
                .path("messages")
                .valueStream()
                .map(message -> message.path("code").asString(""))
                .filter(code -> !code.isEmpty())
                .reduce((_, last) -> last)
                .orElseThrow();
    }
}
