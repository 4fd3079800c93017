package dev.portway.console;

import dev.portway.runner.Desk;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A refusal that no row of the catalogue fits, for a list.
 *
 * @param number code and subcode as Graph sent them; empty when it sent none
 * @param words what Graph said
 * @param trace what Meta's support asks for; empty when Graph sent none
 */
record Unrecognised(String migration, String act, Instant at, String number, String words, String trace) {
    private static final JsonMapper JSON = new JsonMapper();

    static Unrecognised of(Desk.Strange strange) {
        JsonNode exchanges = read(strange.exchange());
        JsonNode last = exchanges.path(exchanges.size() - 1);
        JsonNode error = last.path("answer").path("error");
        String number = Stream.of("code", "error_subcode")
                .map(name -> error.path(name).asString(""))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("/"));
        String words = Stream.of("error_user_title", "error_user_msg", "message")
                .map(name -> error.path(name).asString(""))
                .filter(text -> !text.isEmpty())
                .limit(2)
                .collect(Collectors.joining(". "));
        return new Unrecognised(strange.migration().value(), strange.act().word(), strange.at(), number, words,
                last.path("traceId").asString(""));
    }

    private static JsonNode read(String exchange) {
        try {
            return exchange.isEmpty() ? JSON.createArrayNode() : JSON.readTree(exchange);
        } catch (JacksonException notOurs) {
            return JSON.createArrayNode();
        }
    }
}
