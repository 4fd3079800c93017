package dev.portway.sandbox.wire;

import dev.portway.sandbox.world.Content;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Makes a {@link GraphRequest} of what an HTTP server or a batch gives. */
public final class Requests {

    /** Documented: Bearer everywhere, and OAuth with the resumable upload of the Graph API. */
    private static final List<String> SCHEMES = List.of("Bearer", "OAuth");

    private static final Pattern VERSION = Pattern.compile("v\\d{1,3}\\.\\d{1,3}");

    /** By these names the parameters of a piece of an upload are known; documented is the first, as a header. */
    public static final String OFFSET = "file_offset";
    public static final String LENGTH = "file_piece_length";

    private Requests() {}

    /**
     * A request as it came.
     *
     * @param query without the question mark, still encoded; may be empty
     * @param contentType empty when there was none
     * @param authorization the header, or null
     */
    public record Raw(String method, String origin, String path, String query, String contentType, @Nullable String authorization) {}

    /** Ends in a refusal when the parameters cannot be read. */
    public static GraphRequest read(Raw raw, byte[] body) {
        Map<String, JsonNode> values = new HashMap<>();
        Body.readQuery(raw.query(), values);
        Body.read(body, raw.contentType(), values);
        return of(raw, new Params(values, raw.query().length() + body.length));
    }

    /** The same of a multipart form, of which files may be long. They are the caller's to release, even of a form that is refused. */
    public static GraphRequest readForm(Raw raw, InputStream body, List<Content> files) throws IOException {
        Map<String, JsonNode> values = new HashMap<>();
        Body.readQuery(raw.query(), values);
        Multipart.read(body, raw.contentType(), values, files);
        return of(raw, new Params(values));
    }

    /** A piece of an upload: the body is its bytes, whatever they are said to be, and the offset came in a header. */
    public static GraphRequest upload(Raw raw, @Nullable String offset, int length) {
        Map<String, JsonNode> values = new HashMap<>();
        Body.readQuery(raw.query(), values);
        values.remove(OFFSET);
        if (offset != null) {
            values.put(OFFSET, JsonNodeFactory.instance.stringNode(offset));
        }
        values.put(LENGTH, JsonNodeFactory.instance.numberNode(length));
        return of(raw, new Params(values));
    }

    private static GraphRequest of(Raw raw, Params params) {
        List<String> segments = new ArrayList<>();
        for (String segment : raw.path().split("/")) {
            if (!segment.isEmpty()) {
                segments.add(segment);
            }
        }
        String version = !segments.isEmpty() && VERSION.matcher(segments.getFirst()).matches() ? segments.removeFirst() : null;
        String bearer = bearer(raw).orElse(null);
        return new GraphRequest(method(raw.method(), params), raw.origin(), raw.path(), version, segments, params, bearer);
    }

    /** The token, as far as it is known before the body. */
    public static Optional<String> token(Raw raw) {
        Map<String, JsonNode> values = new HashMap<>();
        Body.readQuery(raw.query(), values);
        return bearer(raw).or(() -> new Params(values).text("access_token"));
    }

    private static Optional<String> bearer(Raw raw) {
        String written = raw.authorization() == null ? "" : raw.authorization();
        for (String scheme : SCHEMES) {
            if (written.regionMatches(true, 0, scheme, 0, scheme.length())) {
                String token = written.substring(scheme.length()).strip();
                boolean apart = written.length() > scheme.length() && Character.isWhitespace(written.charAt(scheme.length()));
                return Optional.of(token).filter(it -> apart && !it.isEmpty() && it.chars().noneMatch(Character::isWhitespace));
            }
        }
        return Optional.empty();
    }

    /** Observed: restfb sends DELETE as a POST with {@code method=delete}. */
    private static String method(String method, Params params) {
        if (method.equals("HEAD")) {
            return "GET";
        }
        Optional<String> override = params.text("method").map(text -> text.toUpperCase(Locale.ROOT));
        return method.equals("POST") && override.isPresent() && List.of("GET", "DELETE").contains(override.get()) ? override.get() : method;
    }
}
