package dev.portway.sandbox.graph;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.refusal.Refused;
import dev.portway.sandbox.wire.GraphReply;
import dev.portway.sandbox.wire.GraphRequest;
import dev.portway.sandbox.wire.Params;
import dev.portway.sandbox.wire.Versions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What Graph no longer has since 27 Oct 2026, for any version: {@code GET /?ids=1,2} and {@code date_format}. Documented (v26 changelog) that
 * both are errors; assumed are the words. Before that day on the sandbox's clock the first one works.
 */
final class ManyNodes {

    private static final int MOST = 50;

    private ManyNodes() {}

    static Optional<Refused> refused(GraphRequest request, Instant now) {
        if (now.isBefore(Versions.CLEANED_UP)) {
            return Optional.empty();
        }
        for (String gone : List.of("ids", "date_format")) {
            if (request.method().equals("GET") && request.params().has(gone)) {
                return Optional.of(ErrorRow.INVALID_PARAMETER.saying("(#100) Param " + gone + " is not supported."));
            }
        }
        return Optional.empty();
    }

    static boolean is(GraphRequest request) {
        return request.method().equals("GET") && request.segments().size() <= 1 && request.params().has("ids");
    }

    /** Each node by its id, as a call of its own would answer; the first refusal is the answer to all. */
    static GraphReply answer(GraphRequest request, Instant now, Function<GraphRequest, GraphReply> one) {
        ObjectNode all = Json.object();
        List<String> ids = List.of(request.params().required("ids").split(","));
        for (String id : ids.subList(0, Math.min(ids.size(), MOST))) {
            if (!(one.apply(of(request, id.strip())) instanceof GraphReply.Answer answer)) {
                return new GraphReply.Nothing();
            }
            if (answer.status() != 200) {
                return answer;
            }
            all.set(id.strip(), Json.parse(answer.body()).orElse(Json.object()));
        }
        return new GraphReply.Answer(200, Graph.JSON, Json.text(all), GraphHeaders.of(request, now));
    }

    private static GraphRequest of(GraphRequest request, String id) {
        List<String> segments = new ArrayList<>(List.of(id));
        segments.addAll(request.segments());
        Map<String, JsonNode> params = new LinkedHashMap<>(request.params().all());
        params.remove("ids");
        String version = request.version() == null ? "" : "/" + request.version();
        return new GraphRequest(request.method(), request.origin(), version + "/" + String.join("/", segments), request.version(), segments,
                new Params(params), request.bearer());
    }
}
