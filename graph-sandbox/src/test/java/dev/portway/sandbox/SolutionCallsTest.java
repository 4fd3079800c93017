package dev.portway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.sandbox.fidelity.Documented;
import dev.portway.sandbox.fidelity.Page;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Solutions and intents as Graph has them. */
class SolutionCallsTest extends SandboxTest {

    private static final String SOURCE = "/v26.0/200000000000021";

    private final Wire trilha = new Wire(sandbox, "sandbox-token-trilha");
    private final Wire business = new Wire(sandbox, "sandbox-token-trilha-aurora");

    @BeforeEach
    void load() {
        anyone.put("/sandbox/world", "{\"world\":\"routes\"}");
    }

    @Test
    @Documented(page = Page.INTENTS, but = "that a business token of the source reaches the WABA made of it")
    void client_isMovedToAnotherSolutionByOneTechProvider() {
        String intent = business.post(SOURCE + "/set_solution_migration_intent", Map.of("solution_id", "650000000000002"))
                .json()
                .path("id")
                .asString();
        assertThat(business.get("/v26.0/" + intent).json().path("status").asString()).isEqualTo("INITIATED");
        assertThat(anyone.postJson("/sandbox/requests/" + intent, "{\"decision\":\"accept\",\"by\":\"615000000000003\"}").status())
                .isEqualTo(409);
        anyone.postJson("/sandbox/requests/" + intent, "{\"decision\":\"accept\",\"by\":\"615000000000001\"}");
        JsonNode read = business.get("/v26.0/" + intent).json();
        assertThat(read.path("status").asString()).isEqualTo("ACCEPTED");
        assertThat(read.path("solution").path("name").asString()).isEqualTo("Trilha with Rota");
        String waba = read.path("destination_waba").path("id").asString();
        assertThat(read.path("destination_waba").propertyNames()).contains("currency", "timezone_id", "message_template_namespace");

        assertThat(business.post("/v26.0/" + waba + "/subscribed_apps", Map.of()).status()).isEqualTo(200);
        assertThat(destination.post("/v26.0/620000000000002/whatsapp_credit_sharing_and_attach",
                Map.of("waba_id", waba, "waba_currency", "BRL")).json().path("waba_id").asString()).isEqualTo(waba);
        String number = business.post("/v26.0/" + waba + "/phone_numbers",
                Map.of("cc", "55", "phone_number", "11987660004", "migrate_phone_number", "true")).json().path("id").asString();
        assertThat(business.post("/v26.0/" + number + "/register", Map.of("messaging_product", "whatsapp", "pin", "135790")).status())
                .isEqualTo(200);
        assertThat(business.get("/v26.0/" + number + "?fields=status").json().path("status").asString()).isEqualTo("CONNECTED");
    }

    @Test
    @Documented(page = Page.INTENTS)
    void partnerOfTheDestination_readsTheIntentAndMovesTheNumberWithATokenForTheClient() {
        String intent = business.post(SOURCE + "/set_solution_migration_intent", Map.of("solution_id", "650000000000002"))
                .json()
                .path("id")
                .asString();
        anyone.postJson("/sandbox/requests/" + intent, "{\"decision\":\"accept\"}");
        Wire rota = new Wire(sandbox, destination.get("/v26.0/650000000000002/access_token?business_id=510000000000011")
                .json()
                .path("data")
                .path(0)
                .path("access_token")
                .asString());
        JsonNode read = rota.get("/v26.0/" + intent).json();
        assertThat(read.path("status").asString()).isEqualTo("ACCEPTED");
        String waba = "/v26.0/" + read.path("destination_waba").path("id").asString();
        rota.post(waba + "/subscribed_apps", Map.of());
        destination.post("/v26.0/620000000000002/whatsapp_credit_sharing_and_attach?waba_currency=BRL&waba_id=" + waba.substring(7),
                Map.of());
        String number = rota.post(waba + "/phone_numbers",
                Map.of("cc", "55", "phone_number", "11987660004", "migrate_phone_number", "true")).json().path("id").asString();
        assertThat(rota.post("/v26.0/" + number + "/register", Map.of("messaging_product", "whatsapp", "pin", "135790")).status())
                .isEqualTo(200);
        assertThat(source.get("/v26.0/" + intent).status()).as("the partner that is left reads it too: it serves the source")
                .isEqualTo(200);
        assertThat(new Wire(sandbox, "sandbox-token-other").get("/v26.0/" + intent).code()).isEqualTo("190");
    }

    @Test
    @Documented(page = Page.SOLUTIONS, but = "the words when a request does not fit")
    void solution_isAskedForAcceptedAndDeactivated() {
        String id = destination.post("/v26.0/634974688087002/whatsapp_business_solution",
                Map.of("solution_name", "Novo", "partner_app_id", "634974688087004", "owner_permissions", "[\"MESSAGING\"]"))
                .json()
                .path("solution_id")
                .asString();
        String path = "/v26.0/" + id;
        assertThat(trilha.get(path).json().path("status").asString()).isEqualTo("INITIATED");
        assertThat(destination.post(path + "/accept", Map.of()).status()).isEqualTo(400);
        assertThat(source.get(path).code()).isEqualTo("100/33");
        assertThat(trilha.post(path + "/accept", Map.of()).body()).isEqualTo("{\"success\":true}");
        assertThat(trilha.get("/v26.0/634974688087004/whatsapp_business_solutions").json().path("data")).hasSize(3);

        destination.post(path + "/send_deactivation_request", Map.of());
        assertThat(trilha.get(path).json().path("status_for_pending_request").asString()).isEqualTo("PENDING_DEACTIVATION");
        trilha.post(path + "/accept_deactivation_request", Map.of());
        assertThat(trilha.get(path).json().path("status").asString()).isEqualTo("DEACTIVATED");
    }

    @Test
    @Documented(page = Page.SOLUTIONS)
    void partner_getsATokenForAClientOfTheSolution() {
        String token = source.get("/v26.0/650000000000001/access_token?business_id=510000000000011")
                .json()
                .path("data")
                .path(0)
                .path("access_token")
                .asString();
        Wire with = new Wire(sandbox, token);
        assertThat(with.get(SOURCE).status()).isEqualTo(200);
        assertThat(with.get("/v26.0/200000000000001").code()).isEqualTo("100/33");
        assertThat(with.get(SOURCE + "/solutions").json().path("data").path(0).path("id").asString()).isEqualTo("650000000000001");
        assertThat(source.get("/v26.0/650000000000001/access_token?business_id=510000000000013").code()).isEqualTo("100/33");
    }
}
