package dev.portway.sandbox.world;

import dev.portway.sandbox.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** One object of a world file, which knows where it stands so that what is wrong can be named: {@code wabas[3].owner}. */
final class Row {

    private final String where;
    private final JsonNode object;

    Row(String where, JsonNode object) {
        this.where = where;
        this.object = object;
    }

    String text(String name) {
        String value = Json.text(object, name);
        if (value == null || value.isBlank()) {
            throw broken(name, "wants a text");
        }
        return value;
    }

    String text(String name, String standard) {
        return object.has(name) ? text(name) : standard;
    }

    @Nullable
    String textOrNull(String name) {
        return object.has(name) ? text(name) : null;
    }

    boolean flag(String name) {
        return object.path(name).asBoolean(false);
    }

    int number(String name, int standard) {
        JsonNode value = object.path(name);
        if (value.isMissingNode()) {
            return standard;
        }
        if (!value.isInt()) {
            throw broken(name, "wants a whole number");
        }
        return value.intValue();
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        array(name).forEach(item -> texts.add(item.asString()));
        return texts;
    }

    ArrayNode array(String name) {
        JsonNode value = object.path(name);
        if (value.isMissingNode()) {
            return Json.array();
        }
        if (!(value instanceof ArrayNode array)) {
            throw broken(name, "wants a list");
        }
        return array;
    }

    List<Row> rows(String name) {
        List<Row> rows = new ArrayList<>();
        ArrayNode array = array(name);
        for (int i = 0; i < array.size(); i++) {
            rows.add(new Row((where.isEmpty() ? "" : where + ".") + name + "[" + i + "]", array.get(i)));
        }
        return rows;
    }

    Map<String, String> map(String name) {
        Map<String, String> map = new TreeMap<>();
        object.path(name).properties().forEach(field -> map.put(field.getKey(), field.getValue().asString()));
        return map;
    }

    <E extends Enum<E>> E oneOf(String name, Class<E> type, E standard) {
        String value = text(name, standard.name());
        for (E each : type.getEnumConstants()) {
            if (each.name().equals(value)) {
                return each;
            }
        }
        throw broken(name, "is one of " + List.of(type.getEnumConstants()) + ", not '" + value + "'");
    }

    /** What another row declared under the id that {@code name} gives. */
    <T> T known(String name, Map<String, T> declared) {
        T value = declared.get(text(name));
        if (value == null) {
            throw broken(name, "names '" + text(name) + "', which the file does not declare");
        }
        return value;
    }

    IllegalArgumentException broken(String name, String why) {
        return new IllegalArgumentException("world file: " + (where.isEmpty() ? name : where + "." + name) + " " + why);
    }
}
