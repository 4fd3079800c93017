package dev.portway.sandbox.file;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.world.World;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One list of a world file.
 *
 * @param <O> what the list stands in: the world, or another row
 * @param <T> what a row makes
 */
final class Rows<O, T> {

    /** Makes a thing of a row and puts it into the world. */
    @FunctionalInterface
    interface Maker<T> {
        T make(Row row, World world);
    }

    private final String name;
    private final String about;
    private final Facts<T> facts;
    private final Maker<T> maker;
    private final BiFunction<O, World, Collection<T>> all;
    private final List<Rows<T, ?>> inner = new ArrayList<>();

    Rows(String name, String about, Facts<T> facts, Maker<T> maker, BiFunction<O, World, Collection<T>> all) {
        this.name = name;
        this.about = about;
        this.facts = facts;
        this.maker = maker;
        this.all = all;
    }

    Rows<O, T> with(Rows<T, ?> list) {
        inner.add(list);
        return this;
    }

    String name() {
        return name;
    }

    String about() {
        return about;
    }

    Facts<T> facts() {
        return facts;
    }

    List<Rows<T, ?>> inner() {
        return List.copyOf(inner);
    }

    void read(Row outer, World world) {
        outer.rows(name).forEach(row -> readOne(row, world));
    }

    private void readOne(Row row, World world) {
        if (!row.isObject()) {
            row.problems().add(row.place("") + " wants an object");
            return;
        }
        refuseUnknown(row);
        try {
            T made = maker.make(row, world);
            for (Fact<T> fact : facts.all()) {
                row.value(fact.name()).ifPresent(value -> set(fact, made, value, row, world));
            }
            inner.forEach(list -> list.read(row, world));
        } catch (Row.Unreadable broken) {
            row.lose();
        }
    }

    private void refuseUnknown(Row row) {
        for (String given : row.names()) {
            if (facts.of(given).isEmpty() && inner.stream().noneMatch(list -> list.name.equals(given))) {
                row.problems().add(row.place(given) + " is unknown; there are " + String.join(", ", names()));
            }
        }
    }

    private List<String> names() {
        List<String> names = new ArrayList<>(facts.names());
        inner.forEach(list -> names.add(list.name));
        return names;
    }

    private static <T> void set(Fact<T> fact, T made, JsonNode value, Row row, World world) {
        Fact.@Nullable Writer<T> writer = fact.writer();
        if (writer == null) {
            return;
        }
        if (fact.shape().fits().test(value)) {
            writer.write(made, value, world);
        } else {
            row.problems().add(row.place(fact.name()) + " " + Row.wrong(value, fact.shape()));
        }
    }

    ArrayNode write(O outer, World world) {
        ArrayNode list = Json.array();
        all.apply(outer, world).forEach(node -> list.add(writeOne(node, world)));
        return list;
    }

    ObjectNode writeOne(T node, World world) {
        ObjectNode row = Json.object();
        for (Fact<T> fact : facts.all()) {
            JsonNode value = fact.reader().read(node, world);
            if (value != null) {
                row.set(fact.name(), value);
            }
        }
        inner.forEach(list -> row.set(list.name, list.write(node, world)));
        return row;
    }

    /** Sets facts of a thing that exists, from outside; returns what is wrong, and then changes nothing. */
    List<String> change(T node, JsonNode values, World world) {
        List<String> wrong = new ArrayList<>();
        values.properties().forEach(each -> {
            Fact<T> fact = facts.of(each.getKey()).filter(found -> found.writer() != null).orElse(null);
            if (fact == null) {
                wrong.add(each.getKey() + " is not among what can be set: "
                        + String.join(", ", facts.all().stream().filter(it -> it.writer() != null).map(Fact::name).toList()));
            } else if (!fact.shape().fits().test(each.getValue())) {
                wrong.add(each.getKey() + " " + Row.wrong(each.getValue(), fact.shape()));
            }
        });
        if (wrong.isEmpty()) {
            values.properties().forEach(each -> facts.of(each.getKey()).ifPresent(fact -> {
                if (fact.writer() != null) {
                    fact.writer().write(node, each.getValue(), world);
                }
            }));
        }
        return wrong;
    }
}
