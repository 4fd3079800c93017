package dev.portway.graphclient;

import dev.portway.graphclient.value.NodeId;
import dev.portway.graphclient.value.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From our values to what Graph reads, and from bytes to trees. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    /** Null: these bytes are not JSON. Graph writes UTF-8. */
    static @Nullable JsonNode parse(byte[] bytes) {
        return parse(new String(bytes, StandardCharsets.UTF_8));
    }

    /** Null: this text is not JSON. */
    static @Nullable JsonNode parse(String text) {
        try {
            return MAPPER.readTree(Legible.json(text));
        } catch (JacksonException e) {
            return null;
        }
    }

    static byte[] bytes(Map<String, Object> parameters) {
        return MAPPER.writeValueAsBytes(plain(parameters));
    }

    /** As it stands in a query or form: texts bare, lists and objects as JSON. */
    static String text(Object value) {
        Object plain = plain(value);
        return plain instanceof Map || plain instanceof Collection || plain instanceof JsonNode
                ? MAPPER.writeValueAsString(plain)
                : plain.toString();
    }

    /** The same as {@link #text}, with secrets and personal parts left out. */
    static String redacted(Object value) {
        return text(hidden(value));
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Secret secret -> secret.reveal();
            case Personal personal -> plain(personal.value());
            case NodeId id -> id.value();
            case Enum<?> constant -> constant.name();
            case Map<?, ?> map -> mapped(map, Json::plain);
            case Collection<?> list -> list.stream().map(Json::plain).toList();
            case String text -> text;
            case Number number -> number;
            case Boolean flag -> flag;
            case JsonNode tree -> tree;
            default -> value.toString();
        };
    }

    private static Object hidden(Object value) {
        return switch (value) {
            case Secret _,Personal _ -> Redactor.HIDDEN;
            case Map<?, ?> map -> mapped(map, Json::hidden);
            case Collection<?> list -> list.stream().map(Json::hidden).toList();
            default -> value;
        };
    }

    private static Map<String, Object> mapped(Map<?, ?> map, java.util.function.UnaryOperator<Object> change) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((name, value) -> copy.put(name.toString(), change.apply(value)));
        return copy;
    }
}
