package dev.portway.graph;

import dev.portway.graph.meaning.Meaning;
import dev.portway.graphclient.answer.Exchange;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Exchanges as they are kept: a JSON list, in the order of the calls. The client has taken the secrets out.
 *
 * <pre>
 * method · path · parameters · status · answer · traceId · millis
 * meaning   of a refusal: problem · by (code, text, checks, ambiguous, nothing) · seen (checks) · maybe (problems)
 * </pre>
 */
public final class Exchanges {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Exchanges() {}

    /** Empty when nothing was said. */
    public static String json(List<Exchange> exchanges) {
        return json(exchanges, Map.of());
    }

    /** @param meanings of those that were refused, by their place: what was made of the refusal, and by what */
    static String json(List<Exchange> exchanges, Map<Integer, Meaning> meanings) {
        if (exchanges.isEmpty()) {
            return "";
        }
        ArrayNode list = JSON.createArrayNode();
        for (int place = 0; place < exchanges.size(); place++) {
            ObjectNode object = object(exchanges.get(place));
            Meaning meaning = meanings.get(place);
            if (meaning != null) {
                object.set("meaning", object(meaning));
            }
            list.add(object);
        }
        return JSON.writeValueAsString(list);
    }

    private static ObjectNode object(Meaning meaning) {
        ObjectNode object = JSON.createObjectNode().put("problem", meaning.problem().code()).put("by", meaning.by().word());
        if (!meaning.seen().isEmpty()) {
            ArrayNode seen = object.putArray("seen");
            meaning.seen().forEach(seen::add);
        }
        if (!meaning.maybe().isEmpty()) {
            ArrayNode maybe = object.putArray("maybe");
            meaning.maybe().forEach(problem -> maybe.add(problem.code()));
        }
        return object;
    }

    private static ObjectNode object(Exchange exchange) {
        ObjectNode object = JSON.createObjectNode().put("method", exchange.method()).put("path", exchange.path());
        ObjectNode parameters = object.putObject("parameters");
        exchange.parameters().forEach(parameters::put);
        object.put("status", exchange.status());
        if (exchange.answer() != null) {
            object.set("answer", tree(exchange.answer()));
        }
        if (exchange.traceId() != null) {
            object.put("traceId", exchange.traceId());
        }
        return object.put("millis", exchange.millis());
    }

    /** A page of HTML, or JSON that was cut, stays the text it is. PostgreSQL's JSON takes no NUL; there is none in what an exchange holds. */
    private static JsonNode tree(String answer) {
        try {
            return JSON.readTree(answer);
        } catch (JacksonException e) {
            return JSON.getNodeFactory().stringNode(answer);
        }
    }
}
