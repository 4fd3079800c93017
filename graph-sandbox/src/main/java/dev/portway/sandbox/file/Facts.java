package dev.portway.sandbox.file;

import dev.portway.sandbox.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What rows of one kind may say, fact by fact. Reading, writing, checking, setting from outside and the documentation all follow this table. */
final class Facts<T> {

    private final List<Fact<T>> facts = new ArrayList<>();

    /** A fact a row is made with. */
    Facts<T> fixed(String name, String about, Function<T, @Nullable String> get) {
        return add(name, Shape.TEXT, about, (node, world) -> text(get.apply(node)), null);
    }

    Facts<T> fixed(String name, Shape shape, String about, Fact.Reader<T> reader) {
        return add(name, shape, about, reader, null);
    }

    Facts<T> text(String name, String about, Function<T, String> get, BiConsumer<T, String> set) {
        return add(name, Shape.ANY_TEXT, about, (node, world) -> text(get.apply(node)),
                (node, value, world) -> set.accept(node, value.stringValue()));
    }

    Facts<T> textOrNone(String name, String about, Function<T, @Nullable String> get, BiConsumer<T, @Nullable String> set) {
        return add(name, Shape.TEXT_OR_NONE, about, (node, world) -> text(get.apply(node)),
                (node, value, world) -> set.accept(node, value.isNull() ? null : value.stringValue()));
    }

    Facts<T> oneOf(String name, List<String> choices, Function<T, String> get, BiConsumer<T, String> set) {
        return add(name, Shape.oneOf(choices), "", (node, world) -> text(get.apply(node)),
                (node, value, world) -> set.accept(node, value.stringValue()));
    }

    Facts<T> oneOfOrNone(String name, List<String> choices, Function<T, @Nullable String> get, BiConsumer<T, @Nullable String> set) {
        return add(name, Shape.oneOf(choices).orNone(), "", (node, world) -> text(get.apply(node)),
                (node, value, world) -> set.accept(node, value.isNull() ? null : value.stringValue()));
    }

    Facts<T> flag(String name, String about, Predicate<T> get, BiConsumer<T, Boolean> set) {
        return add(name, Shape.FLAG, about, (node, world) -> Json.object().booleanNode(get.test(node)),
                (node, value, world) -> set.accept(node, value.booleanValue()));
    }

    Facts<T> whole(String name, String about, Function<T, Integer> get, BiConsumer<T, Integer> set) {
        return add(name, Shape.whole(0, 10_000_000), about, (node, world) -> Json.object().numberNode(get.apply(node)),
                (node, value, world) -> set.accept(node, value.intValue()));
    }

    Facts<T> wholeOrNone(String name, String about, Function<T, @Nullable Integer> get, BiConsumer<T, @Nullable Integer> set) {
        return add(name, Shape.whole(0, 10_000_000).orNone(), about, (node, world) -> number(get.apply(node)),
                (node, value, world) -> set.accept(node, value.isNull() ? null : Integer.valueOf(value.intValue())));
    }

    Facts<T> time(String name, String about, Function<T, @Nullable Instant> get, BiConsumer<T, Instant> set) {
        return add(name, Shape.TIME, about, (node, world) -> moment(get.apply(node)),
                (node, value, world) -> set.accept(node, Shape.time(value.stringValue(), world.now())));
    }

    /** A collection of instants that the row keeps. */
    Facts<T> times(String name, String about, Function<T, Collection<Instant>> kept) {
        return add(name, Shape.TIMES, about, (node, world) -> filled(kept.apply(node).stream().map(Instant::toString).toList()),
                (node, value, world) -> {
                    kept.apply(node).clear();
                    value.forEach(item -> kept.apply(node).add(Shape.time(item.stringValue(), world.now())));
                });
    }

    /** A collection of texts that the row keeps. */
    Facts<T> texts(String name, Shape shape, String about, Function<T, Collection<String>> kept) {
        return add(name, shape, about, (node, world) -> Json.strings(kept.apply(node)), (node, value, world) -> {
            kept.apply(node).clear();
            value.forEach(item -> kept.apply(node).add(item.stringValue()));
        });
    }

    /** A map of texts that the row keeps. */
    Facts<T> map(String name, String about, Function<T, Map<String, String>> kept) {
        return add(name, Shape.TEXT_MAP, about, (node, world) -> {
            ObjectNode map = Json.object();
            kept.apply(node).forEach(map::put);
            return map.isEmpty() ? null : map;
        }, (node, value, world) -> {
            kept.apply(node).clear();
            value.properties().forEach(each -> kept.apply(node).put(each.getKey(), each.getValue().stringValue()));
        });
    }

    Facts<T> add(String name, Shape shape, String about, Fact.Reader<T> reader, Fact.@Nullable Writer<T> writer) {
        facts.add(new Fact<>(name, shape, about, reader, writer));
        return this;
    }

    List<Fact<T>> all() {
        return List.copyOf(facts);
    }

    List<String> names() {
        return facts.stream().map(Fact::name).toList();
    }

    Optional<Fact<T>> of(String name) {
        return facts.stream().filter(fact -> fact.name().equals(name)).findFirst();
    }

    static @Nullable JsonNode text(@Nullable String text) {
        return text == null ? null : Json.object().stringNode(text);
    }

    static @Nullable JsonNode moment(@Nullable Instant at) {
        return at == null ? null : Json.object().stringNode(at.toString());
    }

    private static @Nullable JsonNode number(@Nullable Integer number) {
        return number == null ? null : Json.object().numberNode(number);
    }

    private static @Nullable JsonNode filled(List<String> texts) {
        return texts.isEmpty() ? null : Json.strings(texts);
    }
}
