package dev.portway.sandbox.wire;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.refusal.Refused;
import dev.portway.sandbox.world.Content;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BinaryNode;
import tools.jackson.databind.node.POJONode;

/**
 * The one parameter map of a request, merged from query and body. Observed: values arrive as JSON types or as text ({@code "true"}), lists and
 * objects also as JSON text in one field, and single values where a list is allowed.
 */
public final class Params {

    private final Map<String, JsonNode> values;
    private final int bytes;

    public Params(Map<String, JsonNode> values) {
        this(new LinkedHashMap<>(values), Integer.MAX_VALUE);
    }

    /** With how many bytes they came. The map is nobody else's from here on. */
    Params(Map<String, JsonNode> values, int bytes) {
        this.values = values;
        this.bytes = bytes;
    }

    /** Whether they are known to have come in no more bytes than this. */
    boolean isWithin(int most) {
        return bytes <= most;
    }

    public Map<String, JsonNode> all() {
        return Map.copyOf(values);
    }

    public boolean has(String name) {
        return !text(name).orElse("").isEmpty();
    }

    /** The value as text; empty when absent or null. */
    public Optional<String> text(String name) {
        JsonNode value = values.get(name);
        return value == null || value.isNull() ? Optional.empty() : Optional.of(plain(value));
    }

    private static String plain(JsonNode value) {
        return value.isValueNode() ? value.asString() : value.toString();
    }

    public String required(String name) {
        return text(name).filter(value -> !value.isBlank()).orElseThrow(() -> missing(name));
    }

    /** Observed: the text of a missing parameter. */
    public static Refused missing(String name) {
        return ErrorRow.INVALID_PARAMETER.saying("(#100) The parameter " + name + " is required.");
    }

    /** Observed: the text of a parameter that must be one of several. */
    public String oneOf(String name, List<String> allowed) {
        String value = required(name);
        if (!allowed.contains(value)) {
            throw notOneOf(name, allowed, value);
        }
        return value;
    }

    /** For words that real clients write in small letters, too. */
    public String oneOfInAnyCase(String name, List<String> allowed) {
        String value = required(name);
        if (!allowed.contains(value.toUpperCase(Locale.ROOT))) {
            throw notOneOf(name, allowed, value);
        }
        return value.toUpperCase(Locale.ROOT);
    }

    private static Refused notOneOf(String name, List<String> allowed, String value) {
        return ErrorRow.INVALID_PARAMETER
                .saying("(#100) Param " + name + " must be one of {" + String.join(", ", allowed) + "} - got \"" + shortened(value)
                        + "\".");
    }

    public String matching(String name, String pattern, String wanted) {
        String value = required(name);
        if (!value.matches(pattern)) {
            throw ErrorRow.INVALID_PARAMETER.saying("(#100) Param " + name + " must be " + wanted + ".");
        }
        return value;
    }

    /** A part of a multipart form that is a file, or a text as if it were one. */
    public Optional<byte[]> file(String name) {
        JsonNode value = values.get(name);
        if (value instanceof BinaryNode file) {
            return Optional.of(file.binaryValue());
        }
        if (value instanceof POJONode file && file.getPojo() instanceof Content content) {
            return Optional.of(content.bytes());
        }
        return text(name).map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same, however long it is. */
    public Optional<Content> content(String name) {
        return values.get(name) instanceof POJONode file && file.getPojo() instanceof Content content
                ? Optional.of(content)
                : file(name).map(Content::of);
    }

    /** What a multipart form says a file is. */
    public Optional<String> typeOf(String name) {
        return text(name + Body.TYPE);
    }

    public boolean flag(String name) {
        return text(name).map(value -> value.equals("true") || value.equals("1")).orElse(false);
    }

    /** A whole number within bounds, or {@code standard} when absent. */
    public int number(String name, int standard, int least, int most) {
        Optional<String> value = text(name);
        if (value.isEmpty()) {
            return standard;
        }
        if (!value.get().matches("-?\\d{1,9}")) {
            throw ErrorRow.INVALID_PARAMETER.saying("(#100) Param " + name + " must be an integer");
        }
        return Math.clamp(Integer.parseInt(value.get()), least, most);
    }

    /** A list, a JSON text of one (single quotes too, as in Meta's Postman examples), or a single value. */
    public List<String> list(String name) {
        JsonNode value = tree(name).orElse(Json.array());
        List<String> items = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(item -> items.add(plain(item)));
        } else {
            items.add(plain(value));
        }
        return items;
    }

    /** Those of a list, each of which must be one of several; empty when the parameter is absent. */
    public List<String> listOf(String name, List<String> allowed) {
        List<String> items = has(name) ? list(name) : List.of();
        for (int i = 0; i < items.size(); i++) {
            if (!allowed.contains(items.get(i))) {
                throw notOneOf(name + "[" + i + "]", allowed, items.get(i));
            }
        }
        return items;
    }

    /** A list or object, given as such or as JSON text; other text as it is. */
    public Optional<JsonNode> tree(String name) {
        JsonNode value = values.get(name);
        if (value == null || value.isNull() || (value.isString() && value.stringValue().isEmpty())) {
            return Optional.empty();
        }
        if (value.isString() && (value.stringValue().startsWith("[") || value.stringValue().startsWith("{"))) {
            String text = value.stringValue();
            return Json.parse(text).or(() -> Json.parse(text.replace('\'', '"'))).or(() -> {
                throw ErrorRow.INVALID_PARAMETER.saying("(#100) Param " + name + " must be valid JSON");
            });
        }
        return Optional.of(value);
    }

    private static String shortened(String value) {
        return value.length() > 80 ? value.substring(0, 80) + "…" : value;
    }
}
