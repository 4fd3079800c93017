package dev.portway.api;

import dev.portway.intake.Rejected;
import dev.portway.intake.Wrong;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** Reads request bodies: not too long, and nothing in them that would be ignored. */
final class Bodies {
    /** A migration of 25 numbers is about 2 KB. */
    static final int LONGEST_BYTES = 64 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Bodies() {}

    static byte[] read(HttpServletRequest request) {
        try {
            byte[] body = request.getInputStream().readNBytes(LONGEST_BYTES + 1);
            if (body.length > LONGEST_BYTES) {
                throw new Rejected(Wrong.BODY_TOO_LARGE, Map.of("limit", LONGEST_BYTES));
            }
            return body;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static <T> T parse(byte[] body, Class<T> type) {
        try {
            T parsed = JSON.readValue(body, type);
            if (parsed == null) {
                throw new Rejected(Wrong.BODY_MALFORMED);
            }
            return parsed;
        } catch (UnrecognizedPropertyException unknown) {
            throw Rejected.field(Wrong.FIELD_UNKNOWN, path(unknown));
        } catch (DatabindException misfit) {
            throw path(misfit).isEmpty() ? new Rejected(Wrong.BODY_MALFORMED) : Rejected.field(Wrong.FIELD_MALFORMED, path(misfit));
        } catch (JacksonException malformed) {
            throw new Rejected(Wrong.BODY_MALFORMED);
        }
    }

    /** A flat object of texts; an empty body is an empty one. A code is a text too: as a number it would lose its zeros. */
    static Map<String, String> input(byte[] body) {
        if (body.length == 0) {
            return Map.of();
        }
        JsonNode node = parse(body, JsonNode.class);
        if (!node.isObject()) {
            throw new Rejected(Wrong.BODY_MALFORMED);
        }
        var input = new LinkedHashMap<String, String>();
        node.properties().forEach(field -> {
            if (!field.getValue().isString()) {
                throw Rejected.field(Wrong.FIELD_MALFORMED, field.getKey());
            }
            input.put(field.getKey(), field.getValue().asString());
        });
        return input;
    }

    private static String path(JacksonException wrong) {
        return wrong.getPath()
                .stream()
                .map(part -> part.getPropertyName() == null ? String.valueOf(part.getIndex()) : part.getPropertyName())
                .collect(Collectors.joining("."));
    }
}
