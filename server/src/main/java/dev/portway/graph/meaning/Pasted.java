package dev.portway.graph.meaning;

import dev.portway.graphclient.answer.GraphError;
import dev.portway.graphclient.answer.Usage;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An error of Graph that a person copied from somewhere: a log, a ticket, another tool. It may stand within other words, and be all of Graph's answer or
 * the inside of it.
 *
 * @param meaning what it means, as far as nothing else is known
 * @param texts what Graph says in it
 * @param trace what Meta's support asks for; empty when it was not copied along
 */
public record Pasted(Meaning meaning, String texts, String trace) {
    private static final JsonMapper JSON = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
    /** A log line may hold other objects before the error. */
    private static final int MOST_OBJECTS = 20;

    /** Empty when there is no error of Graph in this text. */
    public static Optional<Pasted> in(String text) {
        int brace = text.indexOf('{');
        for (int tried = 0; brace >= 0 && tried < MOST_OBJECTS; tried++) {
            Optional<Pasted> found = object(text.substring(brace)).flatMap(Pasted::error);
            if (found.isPresent()) {
                return found;
            }
            brace = text.indexOf('{', brace + 1);
        }
        return Optional.empty();
    }

    private static Optional<JsonNode> object(String text) {
        try {
            return Optional.of(JSON.readTree(text));
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    private static Optional<Pasted> error(JsonNode object) {
        JsonNode error = object.path("error").isObject() ? object.path("error") : object;
        return error.path("code").isIntegralNumber() || error.path("error_subcode").isIntegralNumber()
                ? Optional.of(of(error))
                : Optional.empty();
    }

    private static Pasted of(JsonNode error) {
        JsonNode data = error.path("error_data");
        String details = data.isObject() ? data.path("details").asString("") : data.asString("");
        var read = new GraphError(0, text(error, "type"), error.path("code").asInt(GraphError.NO_CODE),
                error.path("error_subcode").asInt(0),
                text(error, "message"), text(error, "error_user_title"), text(error, "error_user_msg"), details, false,
                text(error, "fbtrace_id"), "", Usage.UNKNOWN);
        String texts = String.join(" ", read.message(), text(error, "error_user_title"), text(error, "error_user_msg"), details);
        return new Pasted(Meanings.of(read, Meanings.NOTHING_SEEN), texts.strip(), text(error, "fbtrace_id"));
    }

    private static String text(JsonNode error, String name) {
        return error.path(name).asString("");
    }
}
