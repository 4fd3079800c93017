package dev.portway.sandbox.graph;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.world.Waba;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** How much of the quota is used. Documented: percentages, and minutes until access is regained. */
final class UsageHeaders {

    private UsageHeaders() {}

    static Map<String, String> of(Waba waba, Quota.Usage usage) {
        ObjectNode header = Json.object();
        header.putArray(waba.id)
                .addObject()
                .put("type", "whatsapp_business_management")
                .put("call_count", usage.percent())
                .put("total_cputime", usage.percent() * 2 / 5)
                .put("total_time", usage.percent() / 2)
                .put("estimated_time_to_regain_access", usage.minutesToRegain());
        return Map.of("x-business-use-case-usage", header.toString());
    }

    /** Documented: percentages only; when access is regained is not said. Assumed: that time follows calls. */
    static Map<String, String> ofApp(Quota.Usage usage) {
        ObjectNode header = Json.object()
                .put("call_count", usage.percent())
                .put("total_cputime", usage.percent() * 2 / 5)
                .put("total_time", usage.percent() / 2);
        return Map.of("x-app-usage", header.toString());
    }
}
