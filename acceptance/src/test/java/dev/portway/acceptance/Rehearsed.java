package dev.portway.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A sandbox, and what a server needs to move numbers in it: credentials, a key, quick take-over.
 *
 * @param env ids, tokens and numbers of the sandbox's world
 */
public record Rehearsed(Path folder, Sandbox sandbox, JsonNode env, String key, Path bootstrap) implements AutoCloseable {
    public static Rehearsed start(Path folder) {
        Sandbox sandbox = Sandbox.start(folder);
        JsonNode env = sandbox.env();
        String key = "pk_acceptance12_" + UUID.randomUUID().toString().replace("-", "");
        Path bootstrap = folder.resolve("bootstrap.json");
        try {
            Files.writeString(bootstrap,
                    new JsonMapper().writeValueAsString(Map.of("provider", "here", "graph", graph(env), "apiKey", key)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Rehearsed(folder, sandbox, env, key, bootstrap);
    }

    private static Map<String, Object> graph(JsonNode env) {
        var graph = new LinkedHashMap<String, Object>();
        Map.of("baseUrl", "graphBaseUrl", "version", "apiVersion", "appId", "appId", "appSecret", "appSecret", "token", "graphToken",
                "verifyToken",
                "webhookVerifyToken", "businessId", "businessId").forEach((to, from) -> graph.put(to, env.path(from).asString()));
        graph.put("sourceAccess",
                List.of(Map.of("wabaId", env.path("sourceWabaId").asString(), "token", env.path("sourceToken").asString(), "appId",
                        env.path("sourceAppId").asString(), "appSecret", env.path("sourceAppSecret").asString())));
        return graph;
    }

    /** A server on the folder's data; a second one started after the first was killed finds what it left. */
    public Server server() {
        return Server.start(folder, Map.of("PORTWAY_BOOTSTRAP", bootstrap.toString(), "PORTWAY_HEARTBEAT", "1s"));
    }

    /** A second node on the database and with the key of the first, which started that database. */
    public Server beside(Server first) {
        Path data = first.data();
        String login = "portway:" + read(data.resolve("postgres/password"));
        String address = "127.0.0.1:" + read(data.resolve("postgres/port"));
        return Server.start(folder(folder.resolve("beside")),
                Map.of("PORTWAY_BOOTSTRAP", bootstrap.toString(), "PORTWAY_HEARTBEAT", "1s", "PORTWAY_VAULT_KEY_FILE",
                        data.resolve("key").toString(),
                        "PORTWAY_DATABASE_URL", "postgres://" + login + "@" + address + "/portway"));
    }

    private static Path folder(Path path) {
        try {
            return Files.createDirectories(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Http asKeyHolder(Server server) {
        return server.http().with("Authorization", "Bearer " + key, "Idempotency-Key", UUID.randomUUID().toString());
    }

    public String number() {
        return env.path("migratableNumber").asString();
    }

    /** Its owner turns two-step verification off. */
    public void twoStepOff() {
        sandbox.http().put("/sandbox/numbers/" + number() + "/two-step", Map.of("enabled", false));
    }

    /** Places the move of the sample number. */
    public String placed(Server server) {
        return placed(server, number());
    }

    public String placed(Server server, String number) {
        return placed(server, Map.of("number", number));
    }

    /** Places the move of these numbers, which can only move together. */
    public String placed(Server server, List<String> numbers) {
        return placed(server, Map.of("numbers", numbers));
    }

    /** Places the move of this number into another WABA than the usual. */
    public String placed(Server server, String number, String waba) {
        return placed(server, Map.of("number", number, "to", Map.of("waba", waba)));
    }

    private String placed(Server server, Map<String, Object> wish) {
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("from", Map.of("waba", env.path("sourceWabaId").asString(), "access", "read"));
        order.put("to", Map.of("waba", env.path("wabaId").asString()));
        order.put("code", Map.of("method", "SMS", "language", "pt_BR"));
        order.put("settling", "PT1S");
        order.put("submit", true);
        order.putAll(wish);
        Http.Answer placed = asKeyHolder(server).post("/v1/migrations", order);
        if (placed.status() != 201) {
            throw new AssertionError("Not placed: " + placed.status() + " " + placed.body());
        }
        return placed.json().path("id").asString();
    }

    public JsonNode migration(Server server, String id) {
        return asKeyHolder(server).get("/v1/migrations/" + id).json();
    }

    public void untilAsked(Server server, String id, String task) {
        try {
            server.process()
                    .until("asked for " + task, Duration.ofMinutes(1),
                            () -> migration(server, id).path("next").path("task").asString("").equals(task));
        } catch (AssertionError never) {
            throw new AssertionError(migration(server, id).toString(), never);
        }
    }

    public void enterCode(Server server, String id) {
        enterCode(server, id, number());
    }

    /** Whoever holds this number's phone types the newest code in it, or asks for another when none came. It may no longer be wanted. */
    public void enterCode(Server server, String id, String number) {
        String actions = "/v1/migrations/" + id + "/actions/";
        sandbox.newestCode(number)
                .ifPresentOrElse(code -> asKeyHolder(server).post(actions + "enter-code", Map.of("code", code, "number", number)),
                        () -> asKeyHolder(server).post(actions + "new-code", Map.of("number", number)));
    }

    /** Registers Graph was sent for the number, or those of them that took effect. */
    public long registers(String filter) {
        return sandbox.http().get("/sandbox/calls?call=register" + filter).json().path("calls").size();
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
