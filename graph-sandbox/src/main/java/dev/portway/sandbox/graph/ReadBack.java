package dev.portway.sandbox.graph;

import dev.portway.sandbox.calls.Router;
import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.refusal.Refused;
import dev.portway.sandbox.wire.Ask;
import dev.portway.sandbox.wire.CallName;
import dev.portway.sandbox.wire.GraphRequest;
import dev.portway.sandbox.wire.Params;
import dev.portway.sandbox.wire.Target;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A write that names {@code fields} is answered with what it made or changed, read by those. Documented (Graph API v2.9: read after write). What
 * cannot be read back is answered as any write.
 */
final class ReadBack {

    private ReadBack() {}

    static JsonNode of(JsonNode written, Ask ask, Router router, Instant now) {
        GraphRequest request = ask.request;
        if (!request.method().equals("POST") || !request.params().has("fields")) {
            return written;
        }
        return id(written, request).map(id -> read(written, id, ask, router, now)).orElse(written);
    }

    /** Of what was made; or, where the node itself was changed, its own. */
    private static Optional<String> id(JsonNode written, GraphRequest request) {
        String made = Json.text(written, "id");
        boolean onNode = request.segments().size() == 1;
        return Optional.ofNullable(made).or(() -> onNode ? Optional.of(request.segments().getFirst()) : Optional.empty());
    }

    private static JsonNode read(JsonNode written, String id, Ask ask, Router router, Instant now) {
        GraphRequest request = ask.request;
        Map<String, JsonNode> params = new HashMap<>();
        request.params().tree("fields").ifPresent(fields -> params.put("fields", fields));
        GraphRequest reading = new GraphRequest("GET", request.origin(), request.path(), request.version(), List.of(id), new Params(params),
                ask.token.value);
        try {
            Target target = router.find(reading);
            return target.call() == CallName.UNMODELLED ? written : target.work().answer(new Ask(reading, ask.token, now));
        } catch (Refused unreadable) {
            return written;
        }
    }
}
