package dev.portway.sandbox.wire;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.refusal.Language;
import dev.portway.sandbox.refusal.Refusal;
import tools.jackson.databind.node.ObjectNode;

/** The error envelope. Documented: Graph error handling; observed: which keys come with which kind of call. */
public final class GraphErrors {

    private GraphErrors() {}

    /** What stands in {@code WWW-Authenticate}. Observed with 400 and 401 alike: the kind of the problem and the message, both in quotes. */
    public static String challenge(Refusal refusal) {
        String kind = refusal.row().code() == 190 ? "invalid_token" : "invalid_request";
        return "OAuth \"Facebook Platform\" \"" + kind + "\" \"" + refusal.message().replaceAll("[^ -~]|\"", "") + "\"";
    }

    /** In English. */
    public static ObjectNode envelope(Refusal refusal, String trace) {
        return envelope(refusal, trace, Language.ENGLISH);
    }

    public static ObjectNode envelope(Refusal refusal, String trace, Language language) {
        ErrorRow row = refusal.row();
        ObjectNode error = Json.object().put("message", refusal.message()).put("type", row.type()).put("code", row.code());
        if (row.subcode() != 0) {
            error.put("error_subcode", row.subcode());
        }
        if (row.title() != null || row.isTransient()) {
            error.put("is_transient", row.isTransient());
        }
        refusal.words(language).ifPresent(words -> error.put("error_user_title", words.title()).put("error_user_msg", words.text()));
        if (refusal.details() != null) {
            error.putObject("error_data").put("messaging_product", "whatsapp").put("details", refusal.details());
        }
        error.put("fbtrace_id", trace);
        ObjectNode body = Json.object();
        body.set("error", error);
        return body;
    }
}
