package dev.portway.api;

import dev.portway.intake.Rejected;
import dev.portway.intake.Wrong;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** Reads request bodies: not too long, and nothing in them that would be ignored. */
final class Bodies {
    /** A migration of 25 numbers is about 2 KB; the longest backup of an On-Premises number that is taken, 100,000 characters. */
    static final int LONGEST_BYTES = 256 * 1024;

    /** How the parser begins to tell of a field that is there twice. */
    private static final Pattern TWICE = Pattern.compile("Duplicate Object property \"(.{0,100}?)\"", Pattern.DOTALL);

    private static final JsonMapper JSON = JsonMapper.builder()
            .withCoercionConfig(LogicalType.Textual, Bodies::asWritten)
            .withCoercionConfig(LogicalType.Boolean, Bodies::asWritten)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Bodies() {}

    /** A number is no text, and a text no yes or no. */
    private static void asWritten(MutableCoercionConfig config) {
        List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean, CoercionInputShape.String,
                CoercionInputShape.EmptyString)
                .forEach(shape -> config.setCoercion(shape, CoercionAction.Fail));
    }

    static byte[] read(HttpServletRequest request) {
        try {
            if (request.getContentLengthLong() > LONGEST_BYTES) {
                throw new Rejected(Wrong.BODY_TOO_LARGE, Map.of("limit", LONGEST_BYTES));
            }
            byte[] body = request.getInputStream().readNBytes(LONGEST_BYTES + 1);
            if (body.length > LONGEST_BYTES) {
                throw new Rejected(Wrong.BODY_TOO_LARGE, Map.of("limit", LONGEST_BYTES));
            }
            if (body.length > 0 && !isJson(request.getContentType())) {
                throw new Rejected(Wrong.MEDIA_TYPE_UNKNOWN);
            }
            return body;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static boolean isJson(@Nullable String type) {
        return type != null && type.toLowerCase(Locale.ROOT).matches("application/json\\s*(;.*)?");
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
            throw twice(malformed).map(field -> Rejected.field(Wrong.FIELD_TWICE, field))
                    .orElseGet(() -> new Rejected(Wrong.BODY_MALFORMED));
        }
    }

    private static Optional<String> twice(JacksonException malformed) {
        return Optional.of(TWICE.matcher(String.valueOf(malformed.getOriginalMessage())))
                .filter(Matcher::find)
                .map(found -> found.group(1));
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
