package dev.portway.sandbox.wire;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.refusal.ErrorRow;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads a request's parameters out of its query and body into one map. Observed from clients: a form content type without a body, JSON
 * {@code {}} on GET and DELETE, boundaries made of dashes, no content type at all.
 */
public final class Body {

    /** Ours: far more than any call has. */
    private static final int MOST_PARAMETERS = 5_000;
    /** Follows a file's name and makes it the name of its type. */
    public static final String TYPE = ";type";

    private static final Pattern LIST = Pattern.compile(".+\\[\\d*]");

    private static final char REPLACEMENT = '\uFFFD';

    private Body() {}

    public static void readQuery(String query, Map<String, JsonNode> into) {
        readForm(query, into);
    }

    /** Refused when the bytes are not UTF-8, or said to be JSON and are not. */
    public static void read(byte[] body, String contentType, Map<String, JsonNode> into) {
        if (body.length == 0) {
            return;
        }
        String kind = contentType.toLowerCase(Locale.ROOT);
        if (kind.startsWith("multipart/")) {
            readMultipart(body, contentType, into);
            return;
        }
        String text = utf8(body).strip();
        if (text.startsWith("{") && !kind.contains("urlencoded")) {
            readJson(text, into);
        } else if (kind.contains("json") && !text.isEmpty()) {
            throw ErrorRow.INVALID_PARAMETER.saying("(#100) The request body must be a JSON object");
        } else {
            readForm(text, into);
        }
    }

    private static void readJson(String text, Map<String, JsonNode> into) {
        JsonNode tree = Json.parse(text)
                .filter(JsonNode::isObject)
                .orElseThrow(() -> ErrorRow.INVALID_PARAMETER.saying("(#100) The request body is not valid JSON"));
        if (tree.size() > MOST_PARAMETERS) {
            throw ErrorRow.TOO_MUCH.refused();
        }
        tree.properties().forEach(field -> into.put(field.getKey(), field.getValue()));
    }

    private static void readForm(String form, Map<String, JsonNode> into) {
        String[] pairs = form.split("&", MOST_PARAMETERS + 1);
        if (pairs.length > MOST_PARAMETERS) {
            throw ErrorRow.TOO_MUCH.refused();
        }
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                putText(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)), into);
            }
        }
    }

    /** {@code tasks[]=A&tasks[0]=B} is the list form of some clients. */
    static void putText(String name, String value, Map<String, JsonNode> into) {
        if (name.endsWith("]") && LIST.matcher(name).matches()) {
            String list = name.substring(0, name.lastIndexOf('['));
            JsonNode items = into.computeIfAbsent(list, any -> Json.array());
            if (items.isArray()) {
                items.asArray().add(value);
            }
        } else {
            into.put(name, JsonNodeFactory.instance.stringNode(value));
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw ErrorRow.INVALID_PARAMETER.saying("(#100) Malformed percent-encoding in a parameter");
        }
    }

    private static void readMultipart(byte[] body, String contentType, Map<String, JsonNode> into) {
        try {
            Multipart.read(new ByteArrayInputStream(body), contentType, into, new ArrayList<>());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static String utf8(byte[] bytes) {
        // What cannot be read becomes this letter; whoever sent the letter itself is read again, strictly.
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) < 0) {
            return text;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException notUtf8) {
            throw ErrorRow.INVALID_PARAMETER.saying("(#100) The request body is not valid UTF-8");
        }
    }
}
