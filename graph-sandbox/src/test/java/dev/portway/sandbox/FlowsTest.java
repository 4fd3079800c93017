package dev.portway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.sandbox.fidelity.Documented;
import dev.portway.sandbox.fidelity.Observed;
import dev.portway.sandbox.fidelity.Page;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Flows from draft to deprecated, and their way to another WABA. */
class FlowsTest extends SandboxTest {

    private static final String FLOWS = DESTINATION_WABA + "/flows";

    @Test
    @Documented(page = Page.FLOWS, but = "the words of the refusals")
    void flow_isDraftedFilledPublishedAndDeprecated() {
        String id = destination.post(FLOWS, Map.of("name", "agenda", "categories", "[\"APPOINTMENT_BOOKING\"]"))
                .json()
                .path("id")
                .asString();
        String flow = "/v26.0/" + id;
        assertThat(destination.get(flow).body()).isEqualTo("{\"id\":\"" + id
                + "\",\"name\":\"agenda\",\"status\":\"DRAFT\",\"categories\":[\"APPOINTMENT_BOOKING\"],\"validation_errors\":[]}");
        assertThat(destination.post(flow + "/publish", Map.of()).code()).as("nothing in it yet").isEqualTo("139002");

        assertThat(upload(flow, "{\"version\":\"7.0\"").code()).isEqualTo("100");
        assertThat(upload(flow, "{\"version\":\"7.0\"}").body()).isEqualTo("{\"success\":true,\"validation_errors\":[]}");
        assertThat(destination.get(flow + "/assets").json().path("data").path(0).path("asset_type").asString()).isEqualTo("FLOW_JSON");
        assertThat(destination.post(flow, Map.of("name", "agenda_2")).status()).isEqualTo(200);
        assertThat(destination.post(flow + "/deprecate", Map.of()).code()).isEqualTo("139003");
        assertThat(destination.post(flow + "/publish", Map.of()).body()).isEqualTo("{\"success\":true}");

        assertThat(destination.post(flow, Map.of("name", "x")).code()).isEqualTo("139001");
        assertThat(destination.delete(flow).code()).isEqualTo("139004");
        assertThat(destination.post(flow + "/deprecate", Map.of()).status()).isEqualTo(200);
        assertThat(destination.get(FLOWS + "?fields=name,status").json().path("data").path(0).path("status").asString())
                .isEqualTo("DEPRECATED");
    }

    @Test
    @Documented(page = Page.FLOWS)
    void preview_isAPageThatLives30Days() {
        JsonNode preview = source.get("/v26.0/640000000000002?fields=preview.invalidate(false)").json().path("preview");

        assertThat(preview.path("preview_url").asString())
                .startsWith("https://business.facebook.com/wa/manage/flows/640000000000002/preview/");
        assertThat(preview.path("expires_at").asString()).isEqualTo("2026-12-21T12:00:00+0000");
    }

    private Wire.Heard upload(String flow, String content) {
        String body = String.join("\r\n", "--x", "Content-Disposition: form-data; name=\"asset_type\"", "", "FLOW_JSON", "--x",
                "Content-Disposition: form-data; name=\"file\"; filename=\"flow.json\"", "Content-Type: application/json", "", content,
                "--x--",
                "");
        return destination.postBytes(flow + "/assets", "multipart/form-data; boundary=x", body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @Documented(page = Page.FLOWS)
    void draft_isDeletedAndItsNameIsFreeAgain() {
        Map<String, String> create = Map.of("name", "agenda", "categories", "OTHER");
        String id = destination.post(FLOWS, create).json().path("id").asString();
        assertThat(destination.post(FLOWS, create).error().path("message").asString()).isEqualTo("(#100) Flow name is not unique");
        assertThat(destination.delete("/v26.0/" + id).status()).isEqualTo(200);
        assertThat(destination.get("/v26.0/" + id).code()).isEqualTo("100/33");
        assertThat(destination.post(FLOWS, create).status()).isEqualTo(200);
    }

    @Test
    @Observed(where = "Meta's OpenAPI file, version 23")
    void flows_areCopiedByNameOrAllAndSayWhatFailed() {
        JsonNode first = destination.post(DESTINATION_WABA + "/migrate_flows",
                Map.of("source_waba_id", "200000000000001", "source_flow_names", "[\"encomenda\",\"nenhum\"]")).json();
        assertThat(first.path("migrated_flows").path(0).path("source_id").asString()).isEqualTo("640000000000001");
        assertThat(first.path("failed_flows").toString()).isEqualTo("[{\"source_name\":\"nenhum\",\"error_code\":\"4233041\","
                + "\"error_message\":\"Flows Migration Error: Flow name not found in source WABA.\"}]");
        JsonNode copy = destination.get("/v26.0/" + first.path("migrated_flows").path(0).path("migrated_id").asString()).json();
        assertThat(copy.path("name").asString()).isEqualTo("encomenda");
        assertThat(copy.path("status").asString()).isEqualTo("DRAFT");

        JsonNode all = destination.post(DESTINATION_WABA + "/migrate_flows", Map.of("source_waba_id", "200000000000001")).json();
        assertThat(all.path("migrated_flows")).hasSize(1);
        assertThat(all.path("failed_flows")).hasSize(1);
        assertThat(destination.post("/v26.0/200000000000008/migrate_flows", Map.of("source_waba_id", "200000000000001")).code())
                .isEqualTo("4233041");
        assertThat(destination.post(DESTINATION_WABA + "/migrate_flows", Map.of("source_waba_id", "200000000000003")).code())
                .isEqualTo("100/33");
    }

    @ParameterizedTest
    @CsvSource({"name, agenda", "categories, OTHER"})
    @Documented(page = Page.FLOWS, but = "the words of the refusals")
    void flow_needsNameAndCategory(String name, String value) {
        assertThat(destination.post(FLOWS, Map.of(name, value)).code()).isEqualTo("100");
        assertThat(destination.post(FLOWS, Map.of("name", "x", "categories", "DANCING")).code()).isEqualTo("100");
        assertThat(destination.post(FLOWS, Map.of("name", "x", "categories", "OTHER", "clone_flow_id", "640000000000001")).code())
                .isEqualTo("100");
    }
}
