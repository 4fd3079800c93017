package dev.portway.acceptance;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A sandbox of the test's own, on a free port, and its control surface. */
public record Sandbox(Started process, int port, Http http) implements AutoCloseable {

    private static final Duration STARTS_WITHIN = Duration.ofMinutes(1);
    /** The one that {@code ./portway sandbox} starts it with. */
    private static final String COLLECTOR = "-XX:+UseParallelGC";

    public static Sandbox start(Path folder) {
        return start(folder, "default");
    }

    /** @param world the name of one that comes along, or a file */
    static Sandbox start(Path folder, String world) {
        int port = Started.freePort();
        Started process = Started.jar("graph-sandbox", folder,
                Map.of("PORTWAY_SANDBOX_PORT", String.valueOf(port), "JDK_JAVA_OPTIONS", COLLECTOR), "--world", world);
        Http http = Http.to(port);
        process.until("the sandbox answers", STARTS_WITHIN, () -> http.isUp("/sandbox/env"));
        return new Sandbox(process, port, http);
    }

    /** The ids, tokens and numbers of its world that a caller needs to start with. */
    public JsonNode env() {
        return http.get("/sandbox/env").json();
    }

    /** Makes so many numbers that are ready to move from the world's source to its destination. */
    public List<String> batch(int count) {
        JsonNode made = http.post("/sandbox/numbers/batch", Map.of("count", count)).json();
        return made.path("numbers").valueStream().map(JsonNode::asString).toList();
    }

    /** Graph's quota of management calls is not what is tried here. */
    public void plentyOfCalls() {
        http.put("/sandbox/switches", Map.of("calls-per-hour", "99999999", "calls-per-hour-inactive", "99999999"));
    }

    /** Orders a fault for this call, and returns its id; {@code more} as on the control surface: number, waba, nth, times, delayMillis. */
    public String fault(String call, String kind, Map<String, ?> more) {
        Map<String, Object> order = new HashMap<>(more);
        order.put("call", call);
        order.put("kind", kind);
        Http.Answer ordered = http.post("/sandbox/faults", order);
        if (ordered.status() != 200) {
            throw new AssertionError("Not ordered: " + ordered.body());
        }
        return ordered.json().path("id").asString();
    }

    /** The faults that have struck. */
    Set<String> struck() {
        return http.get("/sandbox/faults")
                .json()
                .path("faults")
                .valueStream()
                .filter(fault -> fault.path("hit").asInt() > 0)
                .map(fault -> fault.path("id").asString())
                .collect(Collectors.toSet());
    }

    /** Whether every fault that was ordered has struck. */
    public boolean allStruck() {
        return http.get("/sandbox/faults").json().path("faults").valueStream().allMatch(fault -> fault.path("hit").asInt() > 0);
    }

    /** The calls of this name in the order they arrived; the filter is {@code ""} or begins with {@code &}. */
    public List<JsonNode> calls(String call, String filter) {
        return http.get("/sandbox/calls?call=" + call + filter).json().path("calls").valueStream().toList();
    }

    public Map<String, List<JsonNode>> callsByNumber(String call) {
        return calls(call, "").stream().collect(Collectors.groupingBy(one -> one.path("number").asString("")));
    }

    /** What the world knows of this number. */
    JsonNode number(String number) {
        String digits = number.replaceAll("\\D", "");
        return http.get("/sandbox/world?only=numbers")
                .json()
                .path("numbers")
                .valueStream()
                .filter(one -> (one.path("countryCode").asString() + one.path("national").asString()).equals(digits))
                .findFirst()
                .orElseThrow();
    }

    Instant now() {
        return Instant.parse(http.get("/sandbox/clock").json().path("now").asString());
    }

    /** It lives so far ahead of the machine. */
    void ahead(Duration ahead) {
        http.put("/sandbox/clock", Map.of("mode", "real"));
        http.post("/sandbox/clock/advance", Map.of("by", ahead.toString()));
    }

    /** The code that arrived last on this number's phone: the newest stands first. */
    public Optional<String> newestCode(String number) {
        return http.get("/sandbox/phones/" + number + "/inbox")
                .json()
                .path("messages")
                .valueStream()
                .map(message -> message.path("code").asString(""))
                .filter(code -> !code.isEmpty())
                .findFirst();
    }

    @Override
    public void close() {
        process.close();
    }
}
