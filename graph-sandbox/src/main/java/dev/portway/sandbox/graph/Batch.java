package dev.portway.sandbox.graph;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.rules.ErrorRow;
import dev.portway.sandbox.rules.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Many calls in one request. Documented: at most 50, each counted, answers in order, a dropped one is {@code null}. */
final class Batch {

    private static final int MOST = 50;

    private final Graph graph;

    Batch(Graph graph) {
        this.graph = graph;
    }

    GraphReply answer(GraphRequest request) {
        Optional<JsonNode> calls = request.params().tree("batch").filter(JsonNode::isArray);
        if (calls.isEmpty() || calls.get().size() > MOST) {
            String body = Json
                    .text(GraphErrors.envelope(ErrorRow.INVALID_PARAMETER.saying("(#100) batch must be a list of at most 50 calls")
                            .refusal(), Traces.next()));
            return new GraphReply.Answer(400, Graph.JSON, body, GraphHeaders.of(request));
        }
        boolean headers = request.params().text("include_headers").map(value -> !value.equals("false")).orElse(true);
        ArrayNode answers = Json.array();
        for (JsonNode call : calls.get()) {
            answers.add(one(request, call, headers));
        }
        return new GraphReply.Answer(200, Graph.JSON, Json.text(answers), GraphHeaders.of(request));
    }

    private JsonNode one(GraphRequest outer, JsonNode call, boolean withHeaders) {
        if (!(reply(outer, call) instanceof GraphReply.Answer answer)) {
            return Json.object().nullNode();
        }
        ObjectNode shown = Json.object().put("code", answer.status());
        if (withHeaders) {
            ArrayNode headers = shown.putArray("headers");
            answer.headers().forEach((name, value) -> headers.addObject().put("name", name).put("value", value));
        }
        return shown.put("body", answer.body());
    }

    private GraphReply reply(GraphRequest outer, JsonNode call) {
        String url = call.path("relative_url").asString("");
        int mark = url.indexOf('?');
        String path = "/" + (mark < 0 ? url : url.substring(0, mark)).replaceFirst("^/+", "");
        String bearer = outer.token() == null ? null : "Bearer " + outer.token();
        Requests.Raw raw = new Requests.Raw(call.path("method").asString("GET"), outer.origin(), path,
                mark < 0 ? "" : url.substring(mark + 1),
                "application/x-www-form-urlencoded", bearer);
        try {
            return graph.answerOne(Requests.read(raw, call.path("body").asString("").getBytes(StandardCharsets.UTF_8)));
        } catch (Refused refused) {
            String body = Json.text(GraphErrors.envelope(refused.refusal(), Traces.next()));
            return new GraphReply.Answer(refused.refusal().status(), Graph.JSON, body, Map.of());
        }
    }
}
