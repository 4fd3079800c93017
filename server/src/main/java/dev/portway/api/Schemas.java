package dev.portway.api;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * JSON schemas of the records that are answered with and asked for. What the code says about null is what the schema says, and a field that is not in
 * the record is not in the schema.
 */
final class Schemas {
    private final Map<String, Object> all = new TreeMap<>();

    /** By name, as under {@code components/schemas}. */
    Map<String, Object> all() {
        return all;
    }

    void add(String name, Object schema) {
        all.put(name, schema);
    }

    static Map<String, Object> reference(String name) {
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    /** An answer: every field is always there. */
    Map<String, Object> answer(Class<?> type) {
        return record(type, true);
    }

    /** A question: what may be null may be left out. */
    Map<String, Object> question(Class<?> type) {
        return record(type, false);
    }

    /** {@code MigrationView} is told as {@code Migration}. */
    static String name(Class<?> type) {
        return type.getSimpleName().replaceFirst("View$", "");
    }

    private Map<String, Object> record(Class<?> type, boolean allThere) {
        String name = name(type);
        if (!all.containsKey(name)) {
            var properties = new LinkedHashMap<String, Object>();
            var required = new ArrayList<String>();
            all.put(name, Map.of());
            for (RecordComponent part : type.getRecordComponents()) {
                boolean nullable = nullable(part.getAnnotatedType());
                properties.put(part.getName(), nullable ? orNull(schema(part, allThere)) : schema(part, allThere));
                if (allThere || !nullable) {
                    required.add(part.getName());
                }
            }
            all.put(name, Map.of("type", "object", "properties", properties, "required", required, "additionalProperties", false));
        }
        return reference(name);
    }

    private Map<String, Object> schema(RecordComponent part, boolean allThere) {
        return schema(part.getAnnotatedType(), allThere);
    }

    private Map<String, Object> schema(AnnotatedType annotated, boolean allThere) {
        if (annotated instanceof AnnotatedParameterizedType generic && annotated.getType() instanceof ParameterizedType raw) {
            AnnotatedType last = generic.getAnnotatedActualTypeArguments()[generic.getAnnotatedActualTypeArguments().length - 1];
            return raw.getRawType() == List.class
                    ? Map.of("type", "array", "items", schema(last, allThere))
                    : Map.of("type", "object", "additionalProperties", schema(last, allThere));
        }
        Type type = annotated.getType();
        return type instanceof Class<?> known && known.isRecord() ? record(known, allThere) : plain(type);
    }

    private static Map<String, Object> plain(Type type) {
        if (type == String.class) {
            return Map.of("type", "string");
        }
        if (type == Instant.class) {
            return Map.of("type", "string", "format", "date-time");
        }
        if (type == boolean.class || type == Boolean.class) {
            return Map.of("type", "boolean");
        }
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return Map.of("type", "integer");
        }
        return Map.of();
    }

    private static boolean nullable(AnnotatedElement type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static Map<String, Object> orNull(Map<String, Object> schema) {
        return Map.of("anyOf", List.of(schema, Map.of("type", "null")));
    }
}
