package dev.portway.sandbox.graph;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.refusal.Refused;
import dev.portway.sandbox.wire.GraphErrors;
import dev.portway.sandbox.wire.GraphReply;
import dev.portway.sandbox.wire.GraphRequest;
import dev.portway.sandbox.wire.Requests;
import dev.portway.sandbox.wire.Traces;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Many calls in one request. Documented (batch requests page): at most 50, each counted, answers in order; calls may be named, wait for each
 * other and use each other's answers; the answer of a named call that others use is left out unless asked for.
 */
final class Batch {

    private static final int MOST = 50;

    private final Graph graph;
    private final Supplier<Instant> now;

    Batch(Graph graph, Supplier<Instant> now) {
        this.graph = graph;
        this.now = now;
    }

    /** Documented: {@code POST /ENDPOINT?batch=[…]}; the path itself does not matter. */
    static boolean is(GraphRequest request) {
        return request.method().equals("POST") && request.segments().size() <= 1 && request.params().has("batch");
    }

    GraphReply answer(GraphRequest request) {
        List<JsonNode> calls;
        try {
            calls = calls(request);
        } catch (Refused wrong) {
            String body = Json.text(GraphErrors.envelope(wrong.refusal(), Traces.next()));
            return new GraphReply.Answer(400, Graph.JSON, body, GraphHeaders.of(request, now.get()));
        }
        boolean headers = request.params().text("include_headers").map(value -> !value.equals("false")).orElse(true);
        ArrayNode answers = Json.array();
        Map<String, JsonNode> named = new HashMap<>();
        for (JsonNode call : calls) {
            answers.add(one(request, call, headers, named));
        }
        leaveOut(calls, answers);
        return new GraphReply.Answer(200, Graph.JSON, Json.text(answers), GraphHeaders.of(request, now.get()));
    }

    /** The calls; refused when they are no list, or too many. */
    private static List<JsonNode> calls(GraphRequest request) {
        JsonNode batch = request.params().tree("batch").orElse(Json.array());
        if (!batch.isArray() || batch.isEmpty()) {
            throw ErrorRow.INVALID_PARAMETER.saying("(#100) Param batch must be an array.");
        }
        if (batch.size() > MOST) {
            throw ErrorRow.INVALID_PARAMETER.saying("(#100) Too many requests in batch message. Maximum batch size is " + MOST);
        }
        List<JsonNode> all = new ArrayList<>();
        batch.forEach(all::add);
        return all;
    }

    private static void leaveOut(List<JsonNode> calls, ArrayNode answers) {
        for (int i = 0; i < calls.size(); i++) {
            String name = calls.get(i).path("name").asString("");
            boolean used = !name.isEmpty() && calls.stream().anyMatch(other -> uses(other, name));
            boolean kept = !calls.get(i).path("omit_response_on_success").asBoolean(true);
            if (used && !kept && answers.get(i).path("code").asInt(0) == 200) {
                answers.set(i, Json.object().nullNode());
            }
        }
    }

    private static boolean uses(JsonNode call, String name) {
        return call.path("depends_on").asString("").equals(name) || BatchReferences.used(text(call)).contains(name);
    }

    private static String text(JsonNode call) {
        return call.path("relative_url").asString("") + " " + call.path("body").asString("");
    }

    private JsonNode one(GraphRequest outer, JsonNode call, boolean withHeaders, Map<String, JsonNode> named) {
        List<String> needed = new ArrayList<>(BatchReferences.used(text(call)));
        String after = call.path("depends_on").asString("");
        if (!after.isEmpty()) {
            needed.add(after);
        }
        // Assumed: what depends on a failed call is not made, and answered with null like one that was dropped.
        if (!named.keySet().containsAll(needed) || !(reply(outer, call, named) instanceof GraphReply.Answer answer)) {
            return Json.object().nullNode();
        }
        String name = call.path("name").asString("");
        if (!name.isEmpty() && answer.status() == 200) {
            Json.parse(answer.body()).ifPresent(body -> named.put(name, body));
        }
        ObjectNode shown = Json.object().put("code", answer.status());
        if (withHeaders) {
            ArrayNode headers = shown.putArray("headers");
            answer.headers().forEach((header, value) -> headers.addObject().put("name", header).put("value", value));
        }
        return shown.put("body", answer.body());
    }

    private GraphReply reply(GraphRequest outer, JsonNode call, Map<String, JsonNode> named) {
        String url = BatchReferences.filled(call.path("relative_url").asString(""), named).replaceFirst("^/+", "");
        int mark = url.indexOf('?');
        String path = mark < 0 ? url : url.substring(0, mark);
        String version = outer.version() == null || path.matches("v\\d{1,3}\\.\\d(/.*)?") ? "" : outer.version() + "/";
        String query = (mark < 0 ? "" : url.substring(mark + 1)) + proof(outer);
        String bearer = outer.token() == null || query.contains("access_token=") ? null : "Bearer " + outer.token();
        Requests.Raw raw = new Requests.Raw(call.path("method").asString("GET").toUpperCase(Locale.ROOT), outer.origin(),
                "/" + version + path, query,
                "application/x-www-form-urlencoded", bearer);
        try {
            byte[] body = BatchReferences.filled(call.path("body").asString(""), named).getBytes(StandardCharsets.UTF_8);
            return graph.answerOne(Requests.read(raw, body));
        } catch (Refused refused) {
            String body = Json.text(GraphErrors.envelope(refused.refusal(), Traces.next()));
            return new GraphReply.Answer(refused.refusal().status(), Graph.JSON, body, Map.of());
        }
    }

    /** A proof given for the whole goes for each call. */
    private static String proof(GraphRequest outer) {
        return outer.params()
                .text("appsecret_proof")
                .map(proof -> "&appsecret_proof=" + URLEncoder.encode(proof, StandardCharsets.UTF_8))
                .orElse("");
    }
}
