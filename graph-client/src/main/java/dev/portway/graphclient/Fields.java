package dev.portway.graphclient;

import dev.portway.graphclient.value.Open;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An object of an answer, read leniently: what is absent, null or of another kind reads as null. Graph sends numbers as text and the other
 * way round.
 */
final class Fields {
    /** {@code 2023-08-22T19:05:53+0000}, and the usual forms of ISO 8601. */
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder().append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX]")
            .toFormatter();

    private final JsonNode node;

    Fields(JsonNode node) {
        this.node = node;
    }

    boolean has(String name) {
        return node.hasNonNull(name);
    }

    @Nullable
    String text(String name) {
        JsonNode value = node.get(name);
        return value == null || !value.isValueNode() || value.isNull() ? null : Legible.text(value.asString());
    }

    /** Never null: an answer without it is not understood. */
    String needed(String name) {
        String text = text(name);
        if (text == null || text.isEmpty()) {
            throw new NotUnderstood("no " + name);
        }
        return text;
    }

    /** As {@link #needed}, made into a value; a text that the value refuses is not understood either. */
    <T> T needed(String name, Function<String, T> type) {
        return type.apply(needed(name));
    }

    <T> @Nullable T value(String name, Function<String, T> type) {
        String text = text(name);
        return text == null || text.isEmpty() ? null : type.apply(text);
    }

    @Nullable
    Boolean flag(String name) {
        String text = text(name);
        return text == null ? null : switch (text) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> null;
        };
    }

    @Nullable
    Long number(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        try {
            return Long.valueOf(text.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    int number(String name, int whenAbsent) {
        Long number = number(name);
        return number == null || number.intValue() != number ? whenAbsent : number.intValue();
    }

    /** ISO 8601, or seconds since 1970; 0 is Graph's way to say never, and reads as null. */
    @Nullable
    Instant time(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        try {
            Long seconds = number(name);
            if (seconds != null) {
                return seconds == 0 ? null : Instant.ofEpochSecond(seconds);
            }
            return OffsetDateTime.parse(text, TIME).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    <E extends Enum<E>> @Nullable Open<E> open(String name, Class<E> type) {
        return value(name, text -> Open.of(type, text));
    }

    <T> @Nullable T child(String name, Function<Fields, T> reader) {
        Fields child = child(name);
        return child == null ? null : reader.apply(child);
    }

    @Nullable
    Fields child(String name) {
        JsonNode value = node.get(name);
        return value == null || !value.isObject() ? null : new Fields(value);
    }

    /** Empty when absent. Elements that are no objects are passed over. */
    <T> List<T> list(String name, Function<Fields, T> reader) {
        List<T> items = new ArrayList<>();
        JsonNode value = node.get(name);
        if (value != null && value.isArray()) {
            for (JsonNode item : value) {
                if (item.isObject()) {
                    items.add(reader.apply(new Fields(item)));
                }
            }
        }
        return items;
    }

    /** Empty when absent. */
    List<String> texts(String name) {
        List<String> items = new ArrayList<>();
        JsonNode value = node.get(name);
        if (value != null && value.isArray()) {
            for (JsonNode item : value) {
                items.add(written(item));
            }
        }
        return items;
    }

    /** An object as texts by name; empty when absent or a list. */
    Map<String, String> map(String name) {
        Map<String, String> entries = new LinkedHashMap<>();
        JsonNode value = node.get(name);
        if (value != null && value.isObject()) {
            value.properties().forEach(e -> entries.put(Legible.text(e.getKey()), written(e.getValue())));
        }
        return entries;
    }

    private static String written(JsonNode value) {
        return Legible.text(value.isValueNode() ? value.asString() : value.toString());
    }

    /** What stands there, as JSON; null when absent. */
    @Nullable
    String json(String name) {
        return has(name) ? node.get(name).toString() : null;
    }

    boolean isList(String name) {
        JsonNode value = node.get(name);
        return value != null && value.isArray();
    }
}
