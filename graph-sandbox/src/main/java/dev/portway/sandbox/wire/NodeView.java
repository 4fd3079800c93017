package dev.portway.sandbox.wire;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.refusal.ErrorRow;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How one kind of node is read: its fields, which of them come unasked, and since which version there are such. */
public final class NodeView<T> {

    /** Reads one field; null leaves it out of the answer, as Graph does with what is not set. */
    @FunctionalInterface
    public interface Field<T> {
        @Nullable
        JsonNode read(T node, Ask ask, FieldSpec spec);
    }

    /** Reads one field that is text. */
    @FunctionalInterface
    public interface Text<T> {
        @Nullable
        String read(T node);
    }

    private final String type;
    private final Map<String, Field<T>> fields = new LinkedHashMap<>();
    private final Set<String> unasked = new LinkedHashSet<>();
    private final Map<String, Integer> since = new LinkedHashMap<>();
    private final Map<String, Integer> until = new LinkedHashMap<>();

    /** The type is Graph's name of the node in its error texts. */
    public NodeView(String type) {
        this.type = type;
    }

    public NodeView<T> text(String name, Text<T> text) {
        return field(name, (node, ask, spec) -> {
            String value = text.read(node);
            return value == null ? null : Json.object().stringNode(value);
        });
    }

    public NodeView<T> flag(String name, Predicate<T> flag) {
        return field(name, (node, ask, spec) -> Json.object().booleanNode(flag.test(node)));
    }

    public NodeView<T> field(String name, Field<T> field) {
        fields.put(name, field);
        return this;
    }

    /** Documented (field expansion): an edge may be asked for as a field, and answers as at its own path. */
    public NodeView<T> edges(List<Route<T>> routes) {
        return edges(routes, node -> node);
    }

    /** The same of what stands behind a node; null where nothing does. */
    public <N> NodeView<T> edges(List<Route<N>> routes, Function<T, @Nullable N> behind) {
        routes.stream()
                .filter(route -> route.method().equals("GET") && !route.edge().isEmpty() && !fields.containsKey(route.edge()))
                .forEach(route -> field(route.edge(), (node, ask, spec) -> {
                    N found = behind.apply(node);
                    return found == null ? null : route.handler().answer(found, ask.edge(id(node, ask), spec));
                }));
        return this;
    }

    private String id(T node, Ask ask) {
        Field<T> field = Objects.requireNonNull(fields.get("id"));
        return Objects.requireNonNull(field.read(node, ask, plain("id"))).asString();
    }

    /** Fields that Graph knows and this world has not, so that nobody is refused for asking; the log of calls tells. */
    public NodeView<T> unset(String... names) {
        List.of(names).forEach(name -> field(name, (node, ask, spec) -> {
            ask.notModelled();
            return null;
        }));
        return this;
    }

    /** These come when no fields are asked for. */
    public NodeView<T> unasked(String... names) {
        unasked.addAll(List.of(names));
        return this;
    }

    public NodeView<T> since(int major, String name) {
        since.put(name, major);
        return this;
    }

    /** The last version that has it. */
    NodeView<T> until(int major, String name) {
        until.put(name, major);
        return this;
    }

    /** Always with the id, as Graph does. */
    public ObjectNode show(T node, Ask ask, List<FieldSpec> wanted) {
        ObjectNode shown = Json.object();
        List<FieldSpec> specs = wanted.isEmpty() ? unasked.stream().map(NodeView::plain).toList() : wanted;
        specs.forEach(spec -> put(shown, node, ask, spec));
        if (!shown.has("id") && fields.containsKey("id")) {
            put(shown, node, ask, plain("id"));
        }
        return shown;
    }

    private void put(ObjectNode shown, T node, Ask ask, FieldSpec spec) {
        Field<T> field = fields.get(spec.name());
        if (field == null || since.getOrDefault(spec.name(), 0) > ask.version
                || until.getOrDefault(spec.name(), Integer.MAX_VALUE) < ask.version) {
            throw ErrorRow.MISSING_FIELD
                    .saying("(#100) Tried accessing nonexisting field (" + spec.name() + ") on node type (" + type + ")");
        }
        JsonNode value = field.read(node, ask, spec);
        if (value != null) {
            shown.set(spec.shownAs(), spec.children().isEmpty() ? value : only(value, spec.children()));
        }
    }

    /** Keeps what was asked for of a value that is no node of its own. */
    public static JsonNode only(JsonNode value, List<FieldSpec> children) {
        if (value instanceof ArrayNode array) {
            ArrayNode kept = Json.array();
            array.forEach(item -> kept.add(only(item, children)));
            return kept;
        }
        if (!(value instanceof ObjectNode object)) {
            return value;
        }
        if (object.get("data") instanceof ArrayNode data) {
            object.set("data", only(data, children));
            return object;
        }
        ObjectNode kept = Json.object();
        for (FieldSpec child : children) {
            // What reads its own fields has given it its other name already.
            JsonNode inner = object.has(child.name()) ? object.get(child.name()) : object.get(child.shownAs());
            if (inner != null) {
                kept.set(child.shownAs(), child.children().isEmpty() ? inner : only(inner, child.children()));
            }
        }
        if (object.has("id")) {
            kept.set("id", object.get("id"));
        }
        return kept;
    }

    static FieldSpec plain(String name) {
        return new FieldSpec(name, Map.of(), List.of());
    }
}
