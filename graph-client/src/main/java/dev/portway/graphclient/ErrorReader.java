package dev.portway.graphclient;

import dev.portway.graphclient.answer.GraphError;
import dev.portway.graphclient.answer.Usage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Finds Graph's error in an answer, whatever the status. */
final class ErrorReader {
    private ErrorReader() {}

    /** Null: there is none. */
    static @Nullable GraphError read(JsonNode answer, Landing.Arrived landing, Usage usage, Redactor redactor) {
        JsonNode error = answer.get("error");
        if (error == null || error.isNull()) {
            return null;
        }
        Fields fields = new Fields(error.isObject() ? error : answer);
        return new GraphError(landing.status(),
                textOf(fields, "type", redactor),
                fields.number("code", GraphError.NO_CODE),
                fields.number("error_subcode", 0),
                error.isObject() ? textOf(fields, "message", redactor) : redactor.text(error.asString()),
                redactor.textOrNull(fields.text("error_user_title")),
                redactor.textOrNull(fields.text("error_user_msg")),
                redactor.textOrNull(details(fields)),
                Boolean.TRUE.equals(fields.flag("is_transient")),
                redactor.textOrNull(fields.text("fbtrace_id")),
                redactor.body(landing.body()),
                usage);
    }

    private static String textOf(Fields fields, String name, Redactor redactor) {
        String text = fields.text(name);
        return text == null ? "" : redactor.text(text);
    }

    /** {@code error_data} is an object with {@code details}, or the same as JSON in a text, or a mere text. All three were observed. */
    private static @Nullable String details(Fields error) {
        Fields data = error.child("error_data");
        if (data != null) {
            String details = data.text("details");
            return details == null ? error.json("error_data") : details;
        }
        String text = error.text("error_data");
        JsonNode parsed = text == null ? null : Json.parse(text);
        String details = parsed == null || !parsed.isObject() ? null : new Fields(parsed).text("details");
        return details == null ? text : details;
    }
}
