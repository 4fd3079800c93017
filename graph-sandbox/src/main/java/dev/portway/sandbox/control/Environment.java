package dev.portway.sandbox.control;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.world.App;
import dev.portway.sandbox.world.World;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** What a client needs to know to call this Graph, as JSON and as shell assignments. */
public final class Environment {

    private static final String API_VERSION = "v26.0";

    private final World world;

    public Environment(World world) {
        this.world = world;
    }

    /** By the names of the JSON form; shell names are the same in capitals, see {@link #shell}. */
    public Map<String, String> values(String origin) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("graphBaseUrl", origin);
        values.put("graphToken", sealed("destination-token"));
        values.put("sourceToken", sealed("source-token"));
        values.put("clientToken", sealed("client-token"));
        App app = world.apps.get(at("destination-app"));
        if (app != null) {
            values.put("appId", app.id);
            values.put("appSecret", app.secret);
            values.put("webhookVerifyToken", app.webhookVerifyToken);
        }
        App sourceApp = world.apps.get(at("source-app"));
        if (sourceApp != null) {
            values.put("sourceAppId", sourceApp.id);
            values.put("sourceAppSecret", sourceApp.secret);
        }
        values.put("businessId", at("destination-business"));
        values.put("clientBusinessId", at("client-business"));
        values.put("wabaId", at("destination-waba"));
        values.put("sourceWabaId", at("source-waba"));
        values.put("hiddenSourceWabaId", at("hidden-source-waba"));
        values.put("phoneNumberId", at("phone-number-id"));
        values.put("migratableNumber", "+" + at("number"));
        values.put("testerNumber", "+" + at("tester"));
        values.put("creditLineId", at("credit-line"));
        values.put("systemUserId", at("system-user"));
        values.put("apiVersion", API_VERSION);
        // A world need not have everything.
        values.values().removeIf(value -> value.isEmpty() || value.equals("+"));
        return values;
    }

    public ObjectNode json(String origin) {
        ObjectNode json = Json.object();
        values(origin).forEach(json::put);
        return json;
    }

    /** {@code graphBaseUrl} becomes {@code GRAPH_BASE_URL='…'}. */
    public String shell(String origin) {
        return values(origin).entrySet()
                .stream()
                .map(entry -> entry.getKey().replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT) + "='" + entry.getValue() + "'")
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private String sealed(String landmark) {
        return world.sealed(at(landmark));
    }

    private String at(String landmark) {
        return world.landmarks.getOrDefault(landmark, "");
    }
}
