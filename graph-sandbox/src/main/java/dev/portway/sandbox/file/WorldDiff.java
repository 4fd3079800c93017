package dev.portway.sandbox.file;

import dev.portway.sandbox.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * What is different between two saved worlds, fact by fact: {@code numbers[5511987650002].links[106540352240002].state}. Rows are matched by
 * what they are called by, not by their place.
 */
public final class WorldDiff {

    /** One fact; null before is new, null after is gone. */
    public record Change(String at, @Nullable JsonNode before, @Nullable JsonNode after) {}

    /** More would be two worlds, not a difference. */
    private static final int MOST = 10_000;

    private final List<Change> changes = new ArrayList<>();

    private WorldDiff() {}

    /** The clock's own passing is no difference. */
    public static List<Change> between(JsonNode before, JsonNode after) {
        WorldDiff diff = new WorldDiff();
        diff.compare("", before, after);
        return diff.changes.stream().filter(change -> !change.at().startsWith("clock.now")).toList();
    }

    private void compare(String at, @Nullable JsonNode before, @Nullable JsonNode after) {
        if (Objects.equals(before, after) || changes.size() >= MOST) {
            return;
        }
        if (before != null && after != null && before.isObject() && after.isObject()) {
            Set<String> names = new LinkedHashSet<>(before.propertyNames());
            names.addAll(after.propertyNames());
            names.forEach(name -> compare(at.isEmpty() ? name : at + "." + name, before.get(name), after.get(name)));
            return;
        }
        Map<String, JsonNode> rowsBefore = rows(before);
        Map<String, JsonNode> rowsAfter = rows(after);
        if (rowsBefore.isEmpty() && rowsAfter.isEmpty() || !isList(before) || !isList(after)) {
            changes.add(new Change(at, before, after));
            return;
        }
        Set<String> keys = new LinkedHashSet<>(rowsBefore.keySet());
        keys.addAll(rowsAfter.keySet());
        keys.forEach(key -> compare(at + "[" + key + "]", rowsBefore.get(key), rowsAfter.get(key)));
    }

    private static boolean isList(@Nullable JsonNode node) {
        return node != null && node.isArray();
    }

    /** Empty for a list whose items are not rows. */
    private static Map<String, JsonNode> rows(@Nullable JsonNode list) {
        Map<String, JsonNode> rows = new LinkedHashMap<>();
        if (!isList(list)) {
            return rows;
        }
        for (JsonNode row : (ArrayNode) Objects.requireNonNull(list)) {
            String key = key(row);
            if (key.isEmpty() || rows.putIfAbsent(key, row) != null) {
                return Map.of();
            }
        }
        return rows;
    }

    private static String key(JsonNode row) {
        for (String name : List.of("id", "value", "code")) {
            String id = Json.text(row, name);
            if (id != null) {
                return id;
            }
        }
        return row.path("countryCode").asString("") + row.path("national").asString("");
    }
}
