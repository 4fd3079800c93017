package dev.portway.sandbox.junit;

import dev.portway.sandbox.control.ControlReply;
import dev.portway.sandbox.control.ControlRequest;
import dev.portway.sandbox.control.Stage;
import dev.portway.sandbox.json.Json;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A test's world: what its client needs to call Graph, and what the test does to the world behind it.
 *
 * <pre>
 * graph(), token(), app(), wabaId() …   what the code under test is told
 * phone(number)                         what a person does: reads the code, turns two-step verification off
 * fault(call), clock(), choose(…)       what goes wrong, when it is, what nobody knows of Meta
 * calls()                               what reached Graph, and whether it took effect
 * control(…)                            all the rest that the sandbox's README lists
 * </pre>
 *
 * Ids and numbers are those of the world's landmarks; one that a world does not have is refused by name.
 */
public final class SandboxWorld {

    private final URI graph;
    private final String name;
    private final Map<String, String> environment;
    private final Stage stage;
    private final WorldClock clock = new WorldClock(this);

    SandboxWorld(dev.portway.sandbox.Sandbox sandbox, String name, Map<String, String> environment) {
        this.graph = sandbox.uri();
        this.name = name;
        this.environment = Map.copyOf(environment);
        this.stage = sandbox.stage(name);
    }

    /** An app and what its owner knows of it. */
    public record App(String id, String secret) {

        @Override
        public String toString() {
            return "App[" + id + "]";
        }
    }

    /** Where Graph answers, without a version and without a slash at the end. */
    public URI graph() {
        return graph;
    }

    /** The newest version, such as {@code v26.0}. */
    public String version() {
        return value("apiVersion");
    }

    /** Where a person may look at this world while a test stands at a breakpoint. */
    public URI page() {
        return URI.create(graph + "/sandbox/worlds/" + name);
    }

    /** What this world is called in tokens and addresses. */
    public String name() {
        return name;
    }

    /** The system user's token of the provider that numbers move to. */
    public String token() {
        return value("graphToken");
    }

    /** The same of the provider that numbers move away from. */
    public String sourceToken() {
        return value("sourceToken");
    }

    /** A token of the client, whose numbers they are. */
    public String clientToken() {
        return value("clientToken");
    }

    /** The app of the provider that numbers move to. */
    public App app() {
        return new App(value("appId"), value("appSecret"));
    }

    public App sourceApp() {
        return new App(value("sourceAppId"), value("sourceAppSecret"));
    }

    /** What the app's webhook address is to be asked with at the handshake. */
    public String webhookVerifyToken() {
        return value("webhookVerifyToken");
    }

    /** The portfolio of the provider that numbers move to. */
    public String businessId() {
        return value("businessId");
    }

    public String clientBusinessId() {
        return value("clientBusinessId");
    }

    /** The WABA that numbers move to. */
    public String wabaId() {
        return value("wabaId");
    }

    public String sourceWabaId() {
        return value("sourceWabaId");
    }

    /** The number that can move, at its source. */
    public String phoneNumberId() {
        return value("phoneNumberId");
    }

    /** The same as {@code +} and digits. */
    public String migratableNumber() {
        return value("migratableNumber");
    }

    /** Whom every message may be sent to. */
    public String testerNumber() {
        return value("testerNumber");
    }

    public String creditLineId() {
        return value("creditLineId");
    }

    public String systemUserId() {
        return value("systemUserId");
    }

    /** All of these by the names of {@code GET /sandbox/env}. */
    public Map<String, String> environment() {
        return environment;
    }

    private String value(String key) {
        String value = environment.get(key);
        if (value == null) {
            throw new IllegalStateException(this + " has no " + key);
        }
        return value;
    }

    /** The phone that has this number, and whoever holds it. */
    public Phone phone(String number) {
        return new Phone(this, number);
    }

    /** Begins to order a fault on calls of this name, such as {@code register}, or {@code *} for any. It stands once its kind is said. */
    public FaultOrder fault(String call) {
        return new FaultOrder(this, Json.object().put("call", call));
    }

    /** Takes all faults away. */
    public void clearFaults() {
        ask("DELETE", "faults", Json.object());
    }

    public WorldClock clock() {
        return clock;
    }

    /** Sets a switch, by its name and value in {@code GET /sandbox/switches}. */
    public void choose(String toggle, String value) {
        ask("PUT", "switches", Json.object().put(toggle, value));
    }

    /** Every call that was kept, oldest first. */
    public List<Call> calls() {
        return ask("GET", "calls", Json.object()).path("calls").valueStream().map(Call::of).toList();
    }

    /** Those of one name, such as {@code register}. */
    public List<Call> calls(String call) {
        return calls().stream().filter(each -> each.name().equals(call)).toList();
    }

    /** Where the webhooks of {@link #app()} go from now on. No handshake is made. */
    public void sendWebhooksTo(URI address) {
        ask("PUT", "apps/" + app().id() + "/webhook", Json.object().put("url", address.toString()));
    }

    /** Everything as it was when the world was opened. */
    public void reset() {
        ask("POST", "reset", Json.object());
    }

    /**
     * Any control of the sandbox's README for this world.
     *
     * @param path below {@code /sandbox}, such as {@code wabas/200000000000001}, with a query or without
     * @param body JSON, or empty
     * @return what it answers
     * @throws IllegalArgumentException when it refuses, with why
     */
    public String control(String method, String path, String body) {
        JsonNode json = body.isBlank() ? Json.object() : Json.lenient(body.getBytes(StandardCharsets.UTF_8));
        return refuseUnlessDone(method, path, json).body();
    }

    JsonNode ask(String method, String path, ObjectNode body) {
        return Json.parse(refuseUnlessDone(method, path, body).body()).orElseThrow();
    }

    private ControlReply refuseUnlessDone(String method, String path, JsonNode body) {
        String[] parts = path.split("\\?", 2);
        List<String> segments = Stream.of(parts[0].split("/")).filter(segment -> !segment.isEmpty()).toList();
        ControlReply reply = stage.control()
                .answer(new ControlRequest(method, segments, query(parts.length > 1 ? parts[1] : ""), body, graph.toString(), "", null));
        if (reply.status() != 200) {
            throw new IllegalArgumentException(Json.parse(reply.body()).map(said -> said.path("error").asString("")).orElse(reply.body()));
        }
        return reply;
    }

    private static Map<String, String> query(String text) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : text.split("&")) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2) {
                query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    @Override
    public String toString() {
        return "the world at " + page();
    }
}
