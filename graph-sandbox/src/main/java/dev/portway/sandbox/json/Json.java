package dev.portway.sandbox.json;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The one way this module reads and writes JSON. */
public final class Json {

    /** Deeper than any Graph body; shallow enough that a hostile one cannot exhaust a stack. */
    private static final int MAX_DEPTH = 100;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build()).build();

    /** Non-ASCII as escapes. Graph signs webhooks in this form, and some verifiers accept no other (graph-wire: observed with three). */
    private static final JsonMapper ASCII = JsonMapper.builder(JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build())
            .build();

    /** For files that people write. */
    private static final JsonMapper LENIENT = JsonMapper.builder(JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build()).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private Json() {}

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    public static ArrayNode strings(Iterable<String> values) {
        ArrayNode array = array();
        values.forEach(array::add);
        return array;
    }

    /** Empty when the text is not one JSON value, whatever is wrong with it. */
    public static Optional<JsonNode> parse(byte[] text) {
        try {
            return Optional.ofNullable(MAPPER.readTree(text)).filter(node -> !node.isMissingNode());
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    /** Empty when the text is not one JSON value, whatever is wrong with it. */
    public static Optional<JsonNode> parse(String text) {
        try {
            return Optional.ofNullable(MAPPER.readTree(text)).filter(node -> !node.isMissingNode());
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    /** A file that people write: comments and commas at ends are let pass. Refused with line and column when it cannot be read. */
    public static JsonNode lenient(byte[] text) {
        try {
            return LENIENT.readTree(text);
        } catch (JacksonException notJson) {
            TokenStreamLocation at = notJson.getLocation();
            String where = at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
            throw new IllegalArgumentException("not JSON: " + where + why(notJson), notJson);
        }
    }

    /** In our words: the parser's speak of its own settings and classes. */
    private static String why(JacksonException notJson) {
        return switch (notJson) {
            case StreamConstraintsException tooMuch -> "it is nested deeper than " + MAX_DEPTH + ", or a text or number is too long";
            case UnexpectedEndOfInputException tooShort -> "it ends before it is complete";
            case DatabindException tooLong -> "more follows after its end";
            default -> "it cannot be read from here on";
        };
    }

    /** A text as JSON has it, with its quotes. */
    public static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsCharArray(text)) + '"';
    }

    public static String text(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }

    public static String pretty(JsonNode node) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node);
    }

    /** As Graph writes webhook bodies: ASCII only, escapes in lower case, slashes escaped. */
    public static byte[] webhookBytes(JsonNode node) {
        return WebhookText.of(ASCII.writeValueAsString(node));
    }

    /** The text of a string, or null for a missing, null or other value. */
    public static @Nullable String text(JsonNode object, String name) {
        JsonNode value = object.path(name);
        return value.isString() ? value.stringValue() : null;
    }
}
