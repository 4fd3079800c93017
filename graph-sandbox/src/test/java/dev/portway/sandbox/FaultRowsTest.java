package dev.portway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.sandbox.fidelity.Documented;
import dev.portway.sandbox.fidelity.Observed;
import dev.portway.sandbox.fidelity.Page;
import dev.portway.sandbox.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every row of the error table, from outside: ordered by its name on each call that Graph answers so, and seen there with all that
 * {@code GET /sandbox/errors} says of it.
 */
class FaultRowsTest extends SandboxTest {

    private static final String FLOW = "/v26.0/640000000000001";
    private static final String TEMPLATE = "/v26.0/1689556908100041";
    private static final String APP = "/v26.0/634974688087002";

    /** One request for each name of a call. What it asks for does not matter: the fault strikes before anybody looks. */
    private final Map<String, Supplier<Wire.Heard>> requests = Map.ofEntries(get("*", READY), get("read-self", "/v26.0/me"),
            get("debug-token", "/v26.0/debug_token?input_token=x"), get("exchange-code", "/v26.0/oauth/access_token?code=x"),
            get("list-templates", DESTINATION_WABA + "/message_templates"), get("list-numbers", DESTINATION_WABA + "/phone_numbers"),
            get("download-media", "/whatsapp_business/attachments?mid=1"), get("unmodelled", READY + "/block_users"),
            post("add-number", DESTINATION_WABA + "/phone_numbers"), post("request-code", READY + "/request_code"),
            post("verify-code", READY + "/verify_code"), post("register", READY + "/register"), post("deregister", READY + "/deregister"),
            post("update-number", READY), post("send-message", READY + "/messages"), post("sync-app-data", READY + "/smb_app_data"),
            post("set-intent", DESTINATION_WABA + "/set_solution_migration_intent"), post("update-waba", DESTINATION_WABA),
            post("create-template", DESTINATION_WABA + "/message_templates"), post("edit-template", TEMPLATE),
            Map.entry("delete-template", () -> destination.delete(DESTINATION_WABA + "/message_templates?name=x")),
            post("change-flow", FLOW + "/publish"), post("copy-flows", DESTINATION_WABA + "/migrate_flows"),
            post("subscribe-app", DESTINATION_WABA + "/subscribed_apps"), post("set-webhook", APP + "/subscriptions"),
            post("upload-media", READY + "/media"), Map.entry("read-media", this::readMedia));

    private Map.Entry<String, Supplier<Wire.Heard>> get(String call, String path) {
        return Map.entry(call, () -> destination.get(path));
    }

    private Map.Entry<String, Supplier<Wire.Heard>> post(String call, String path) {
        return Map.entry(call, () -> destination.post(path, Map.of("x", "y")));
    }

    private Wire.Heard readMedia() {
        byte[] upload = String.join("\r\n", "--b", "Content-Disposition: form-data; name=\"messaging_product\"", "", "whatsapp", "--b",
                "Content-Disposition: form-data; name=\"file\"; filename=\"a.txt\"", "Content-Type: text/plain", "", "Oi", "--b--", "")
                .getBytes(StandardCharsets.UTF_8);
        Wire.Heard uploaded = source.postBytes(READY + "/media", "multipart/form-data; boundary=b", upload);
        return source.get("/v26.0/" + uploaded.json().path("id").asString());
    }

    @Test
    @Documented(page = Page.ERROR_CODES, but = "words of rows that its page gives none for, which the table marks")
    void everyRow_isProducedByItsNameAndSeen() {
        JsonNode rows = anyone.get("/sandbox/errors").json().path("errors");

        assertThat(rows).hasSizeGreaterThan(140).allSatisfy(row -> row.path("calls").forEach(call -> strike(row, call.asString())));
    }

    @Test
    @Documented(page = Page.LOCALE, but = "words that docs/sandbox-errors.md marks as assumed")
    void everyRow_isWordedInTheLanguageAskedFor() {
        for (String locale : List.of("pt_BR", "es_LA", "en_US", "fr_FR")) {
            String language = locale.startsWith("fr") ? "en" : locale.substring(0, 2);
            for (JsonNode row : anyone.get("/sandbox/errors").json().path("errors")) {
                order("{\"call\":\"read-number\",\"kind\":\"" + row.path("fault").asString() + "\"}");
                JsonNode heard = destination.get(READY + "?locale=" + locale).error();

                JsonNode words = row.path("words")
                        .valueStream()
                        .filter(each -> each.path("language").asString().equals(language))
                        .findFirst()
                        .orElseGet(Json::object);
                assertThat(heard.path("error_user_title")).as(row + " in " + locale).isEqualTo(words.path("title"));
                assertThat(heard.path("error_user_msg")).as(row + " in " + locale).isEqualTo(words.path("text"));
                assertThat(heard.path("message")).as(row + " in " + locale).isEqualTo(row.path("message"));
            }
        }
    }

    @Test
    @Observed(where = "refusals of request_code in English, Portuguese and Spanish that people published, none of whom named a locale")
    void unasked_itIsInTheLanguageOfTheSwitch() {
        choose("error-language", "portuguese");
        order("{\"call\":\"read-number\",\"kind\":\"error:codes-spent\"}");
        assertThat(destination.get(READY).error().path("error_user_msg").asString()).startsWith("Você pediu um código");

        order("{\"call\":\"read-number\",\"kind\":\"error:codes-spent\"}");
        assertThat(destination.get(READY + "?locale=en_US").error().path("error_user_msg").asString()).startsWith("You have requested");
    }

    private void strike(JsonNode row, String call) {
        order("{\"call\":\"" + call + "\",\"kind\":\"" + row.path("fault").asString() + "\"}");
        Wire.Heard heard = Objects.requireNonNull(requests.get(call), () -> "how is " + call + " called?").get();

        assertThat(heard.status()).as(row + " on " + call).isEqualTo(row.path("status").asInt()).isIn(400, 401, 403, 404, 500, 503);
        assertThat(heard.error()).as(row + " on " + call).isEqualTo(expected(row, heard.error().path("fbtrace_id")));
        JsonNode logged = anyone.get("/sandbox/calls?limit=1&call=" + call.replace("*", "read-number")).json().path("calls").path(0);
        assertThat(logged.path("fault").asString("")).as(row + " on " + call).startsWith("fault-");
        anyone.delete("/sandbox/faults");
    }

    /** The envelope as the table says it, with what only rows with words for a user, or with details, have. */
    private static JsonNode expected(JsonNode row, JsonNode trace) {
        ObjectNode error = Json.object();
        error.set("message", row.path("message"));
        error.set("type", row.path("type"));
        error.set("code", row.path("code"));
        if (row.path("subcode").asInt() != 0) {
            error.set("error_subcode", row.path("subcode"));
        }
        boolean titled = !row.path("title").isNull();
        boolean passing = List.of("service-unavailable", "server-unavailable", "unknown-error").contains(row.path("name").asString());
        if (titled || passing) {
            error.put("is_transient", passing);
        }
        if (titled) {
            error.set("error_user_title", row.path("title"));
            error.set("error_user_msg", row.path("text"));
        }
        if (!row.path("details").isNull()) {
            error.putObject("error_data").put("messaging_product", "whatsapp").set("details", row.path("details"));
        }
        return error.set("fbtrace_id", trace);
    }
}
