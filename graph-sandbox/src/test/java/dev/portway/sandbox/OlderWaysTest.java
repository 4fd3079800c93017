package dev.portway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.sandbox.fidelity.Documented;
import dev.portway.sandbox.fidelity.Page;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is left of On-Premises hosting and of the on-behalf-of model, and what came in place of that. */
class OlderWaysTest extends SandboxTest {

    private static final String ON_PREMISES = "/v26.0/106540352260013";

    @BeforeEach
    void load() {
        anyone.put("/sandbox/world", "{\"world\":\"routes\"}");
        freeze();
    }

    private Wire.Heard register(String backup) {
        return source.postJson(ON_PREMISES + "/register", "{\"messaging_product\":\"whatsapp\",\"pin\":\"246810\"" + backup + "}");
    }

    private String platform() {
        return source.get(ON_PREMISES + "?fields=platform_type").json().path("platform_type").asString();
    }

    private JsonNode ask() {
        return anyone.postJson("/sandbox/requests", "{\"name\":\"Aurora Entregas\"}").json();
    }

    private Wire.Heard decide(String id, String body) {
        return anyone.postJson("/sandbox/requests/" + id, body);
    }

    @Test
    @Documented(page = Page.REGISTRATION, but = "what leaving the backup out does")
    void onPremisesNumber_comesToCloudApiWithItsBackup() {
        assertThat(platform()).isEqualTo("ON_PREMISE");
        assertThat(register("").code()).isEqualTo("100");
        assertThat(register(",\"backup\":{\"data\":\"QUJD\"}").code()).isEqualTo("100");
        assertThat(register(",\"backup\":{\"data\":\"QUJD\",\"password\":\"x\"}").status()).isEqualTo(200);
        assertThat(platform()).isEqualTo("CLOUD_API");
        assertThat(source.get(ON_PREMISES + "?fields=status").json().path("status").asString()).isEqualTo("CONNECTED");
    }

    @Test
    @Documented(page = Page.REGISTRATION, but = "that a switch lets it come without")
    void onPremisesNumber_comesWithoutABackupWhenTheSwitchSaysSo() {
        choose("on-premises-without-backup", "accepted");
        assertThat(register("").status()).isEqualTo(200);
        assertThat(platform()).isEqualTo("CLOUD_API");
    }

    @Test
    @Documented(page = Page.PARTNER_INITIATED, but = "the words of what hinders")
    void client_acceptsAWabaThatAPartnerAsksFor() {
        String id = ask().path("id").asString();
        assertThat(decide(id, "{\"decision\":\"accept\",\"by\":\"615000000000003\"}").json().path("hindrance").asString())
                .isEqualTo("not-admin");
        String waba = "/v26.0/"
                + decide(id, "{\"decision\":\"accept\",\"by\":\"615000000000001\"}").json().path("destinationWabaId").asString();
        JsonNode read = destination.get(waba + "?fields=name,owner_business_info,primary_funding_id").json();
        assertThat(read.path("owner_business_info").path("id").asString()).isEqualTo("510000000000011");
        assertThat(read.has("primary_funding_id")).isFalse();
        assertThat(destination.post("/v26.0/620000000000002/whatsapp_credit_sharing_and_attach",
                Map.of("waba_id", waba.substring(7), "waba_currency", "BRL")).status()).isEqualTo(200);
        assertThat(decide(id, "{\"decision\":\"decline\"}").json().path("hindrance").asString()).isEqualTo("not-open");
    }

    @Test
    @Documented(page = Page.PARTNER_INITIATED)
    void requestForAWaba_isForSolutionPartnersAndLivesNinetyDays() {
        assertThat(anyone.postJson("/sandbox/requests", "{\"appId\":\"634974688087004\"}").json().path("hindrance").asString())
                .isEqualTo("not-solution-partner");
        String id = ask().path("id").asString();
        anyone.postJson("/sandbox/clock/advance", "{\"by\":\"P90D\"}");
        assertThat(anyone.get("/sandbox/requests/" + id).json().path("status").asString()).isEqualTo("EXPIRED");
    }

    @Test
    @Documented(page = Page.ACCOUNT_MODEL, but = "that the number is added and still to be verified")
    void requestForAWaba_wantsANumberFromPhaseOneOn() {
        choose("account-model-phase", "1");
        String id = ask().path("id").asString();
        assertThat(decide(id, "{\"decision\":\"accept\"}").json().path("hindrance").asString()).isEqualTo("number-wanted");
        assertThat(decide(id, "{\"decision\":\"accept\",\"number\":\"+55 11 98766-0001\"}").status()).isEqualTo(409);
        String waba = decide(id, "{\"decision\":\"accept\",\"number\":\"+55 11 98766-0090\"}").json().path("destinationWabaId").asString();
        assertThat(destination.get("/v26.0/" + waba + "/phone_numbers").json().path("data")).hasSize(1);
    }

    @Test
    @Documented(page = Page.OBO_END, but = "that an open request can be answered still")
    void requestToBeMessagedFor_isAnsweredAndNoNewOneIsMade() {
        assertThat(anyone.get("/sandbox/requests").json().path("requests").path(0).path("kind").asString()).isEqualTo("MESSAGING_FOR");
        decide("200000000000025", "{\"decision\":\"accept\"}");
        assertThat(source.get("/v26.0/200000000000025?fields=on_behalf_of_business_info")
                .json()
                .path("on_behalf_of_business_info")
                .path("status")
                .asString()).isEqualTo("APPROVED");
        assertThat(decide("200000000000025", "{\"decision\":\"lapse\"}").json().path("hindrance").asString()).isEqualTo("not-open");
        assertThat(source.post("/v26.0/200000000000025/set_obo_mobility_intent", Map.of("solution_id", "650000000000001")).code())
                .isEqualTo("100/2593085");
    }
}
