package dev.portway.sandbox.graph;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.world.Waba;
import java.util.Map;

/** How much of the quota is used. Documented: percentages, and minutes until access is regained. */
final class UsageHeaders {

    private UsageHeaders() {}

    static Map<String, String> of(Waba waba, Quota.Usage usage) {
        // With every answer, so it is written as text.
        return Map.of("x-business-use-case-usage", "{" + Json.quoted(waba.id) + ":[{\"type\":\"whatsapp_business_management\","
                + counts(usage) + ",\"estimated_time_to_regain_access\":" + usage.minutesToRegain() + "}]}");
    }

    /** Documented: percentages only; when access is regained is not said. Assumed: that time follows calls. */
    static Map<String, String> ofApp(Quota.Usage usage) {
        return Map.of("x-app-usage", "{" + counts(usage) + "}");
    }

    private static String counts(Quota.Usage usage) {
        int percent = usage.percent();
        return "\"call_count\":" + percent + ",\"total_cputime\":" + percent * 2 / 5 + ",\"total_time\":" + percent / 2;
    }
}
