package dev.portway.sandbox.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One object of a world file, which knows where it stands so that what is wrong can be named: {@code wabas[3].owner}. */
final class Row {

    private final String where;
    private final JsonNode object;
    private final @Nullable Row outer;
    private final Problems problems;

    private Row(String where, JsonNode object, @Nullable Row outer, Problems problems) {
        this.where = where;
        this.object = object;
        this.outer = outer;
        this.problems = problems;
    }

    static Row file(JsonNode tree, Problems problems) {
        return new Row("", tree, null, problems);
    }

    /** Ends the reading of one row. The problem has been noted, unless it follows from another. */
    static final class Unreadable extends RuntimeException {
        Unreadable() {
            super("unreadable row", null, false, false);
        }
    }

    Problems problems() {
        return problems;
    }

    Row outer() {
        if (outer == null) {
            throw new IllegalStateException(where + " stands in no other row");
        }
        return outer;
    }

    boolean isObject() {
        return object.isObject();
    }

    List<String> names() {
        return List.copyOf(object.propertyNames());
    }

    Optional<JsonNode> value(String name) {
        return Optional.ofNullable(object.get(name));
    }

    String text(String name) {
        return checked(name, Shape.TEXT).stringValue();
    }

    String text(String name, String standard) {
        return object.has(name) ? text(name) : standard;
    }

    /** A value that must be there and have this shape. */
    JsonNode checked(String name, Shape shape) {
        JsonNode value = object.path(name);
        if (!shape.fits().test(value)) {
            throw broken(name, wrong(value, shape));
        }
        return value;
    }

    static String wrong(JsonNode value, Shape shape) {
        String given = value.toString();
        String not = value.isMissingNode() ? "" : ", not " + (given.length() > 60 ? given.substring(0, 60) + "…" : given);
        return "wants " + shape.allowed() + not;
    }

    <E extends Enum<E>> E oneOf(String name, Class<E> type, E standard) {
        List<String> names = new ArrayList<>();
        for (E each : type.getEnumConstants()) {
            names.add(each.name());
        }
        return object.has(name) ? Enum.valueOf(type, checked(name, Shape.oneOf(names)).stringValue()) : standard;
    }

    List<Row> rows(String name) {
        List<Row> rows = new ArrayList<>();
        if (object.has(name) && !object.path(name).isArray()) {
            problems.add(place(name) + " " + wrong(object.path(name), Shape.LIST));
            problems.loseAll();
            return rows;
        }
        JsonNode list = object.path(name);
        for (int i = 0; i < list.size(); i++) {
            rows.add(new Row(place(name) + "[" + i + "]", list.get(i), this, problems));
        }
        return rows;
    }

    /** What another row declared under the id that {@code name} gives. */
    <T> T known(String name, Map<String, T> declared) {
        String id = text(name);
        T value = declared.get(id);
        if (value != null) {
            return value;
        }
        if (problems.isLost(id)) {
            throw new Unreadable();
        }
        throw broken(name, "names '" + id + "', which the file does not declare");
    }

    /** An id that no row before it has. */
    String unique(String name, Map<String, ?> declared) {
        String id = text(name);
        if (declared.containsKey(id)) {
            throw broken(name, "is '" + id + "' again; another row has it already");
        }
        return id;
    }

    Unreadable broken(String name, String why) {
        problems.add(place(name) + " " + why);
        return new Unreadable();
    }

    /** Remembers the ids of a row that could not be read. */
    void lose() {
        for (String name : List.of("id", "value")) {
            value(name).filter(JsonNode::isString).ifPresent(id -> problems.lose(id.stringValue()));
        }
    }

    String place(String name) {
        return where.isEmpty() ? name : where + (name.isEmpty() ? "" : "." + name);
    }
}
