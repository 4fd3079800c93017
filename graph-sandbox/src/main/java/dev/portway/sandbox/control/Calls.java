package dev.portway.sandbox.control;

import dev.portway.sandbox.fault.CallLog;
import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.world.Digits;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The calls that were made, filtered by {@code call}, {@code number}, {@code app}, {@code effect}, {@code status}, {@code unmodelled}, and {@code after} a no. */
final class Calls {

    private Calls() {}

    static ObjectNode list(CallLog log, Map<String, String> query) {
        List<CallLog.Entry> found = log.find(entry -> wanted(entry, query));
        int limit = query.getOrDefault("limit", "").matches("\\d{1,6}") ? Integer.parseInt(query.get("limit")) : found.size();
        ObjectNode shown = Json.object().put("count", found.size());
        ArrayNode calls = shown.putArray("calls");
        found.subList(Math.max(0, found.size() - limit), found.size()).forEach(entry -> calls.add(shown(entry)));
        return shown;
    }

    private static boolean wanted(CallLog.Entry entry, Map<String, String> query) {
        String number = Digits.of(query.getOrDefault("number", ""));
        String after = query.getOrDefault("after", "");
        return query.getOrDefault("call", entry.call()).equals(entry.call())
                && (number.isEmpty() || ("+" + number).equals(entry.number()))
                && query.getOrDefault("app", String.valueOf(entry.app())).equals(String.valueOf(entry.app()))
                && query.getOrDefault("effect", String.valueOf(entry.effect())).equals(String.valueOf(entry.effect()))
                && query.getOrDefault("status", String.valueOf(entry.status())).equals(String.valueOf(entry.status()))
                && query.getOrDefault("unmodelled", String.valueOf(entry.unmodelled())).equals(String.valueOf(entry.unmodelled()))
                && (!after.matches("\\d{1,18}") || entry.no() > Long.parseLong(after));
    }

    private static ObjectNode shown(CallLog.Entry entry) {
        return Json.object()
                .put("no", entry.no())
                .put("at", entry.at().toString())
                .put("call", entry.call())
                .put("method", entry.method())
                .put("path", entry.path())
                .put("status", entry.status())
                .put("effect", entry.effect())
                .put("number", entry.number())
                .put("app", entry.app())
                .put("error", entry.error())
                .put("unmodelled", entry.unmodelled())
                .put("fault", entry.fault());
    }

    static ObjectNode clear(CallLog log) {
        log.clear();
        return Json.object().put("cleared", true);
    }
}
