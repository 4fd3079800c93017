package dev.portway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.sandbox.fidelity.Assumed;
import dev.portway.sandbox.fidelity.Documented;
import dev.portway.sandbox.fidelity.Page;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Numbers verified before a client claims one, over the wire. */
class PreverifiedNumbersTest extends SandboxTest {

    private static final String ROTA = "/v26.0/510000000000002";
    private static final String READY = "660000000000001";

    private final Wire trilha = new Wire(sandbox, "sandbox-token-trilha");

    @BeforeEach
    void load() {
        anyone.put("/sandbox/world", "{\"world\":\"routes\"}");
        freeze();
    }

    private String add(String number) {
        return destination.post(ROTA + "/add_phone_numbers", Map.of("phone_number", number)).json().path("id").asString();
    }

    private Wire.Heard request(String id) {
        return destination.post("/v26.0/" + id + "/request_code", Map.of("code_method", "SMS", "language", "pt_BR"));
    }

    private void verify(String id, String number) {
        assertThat(request(id).status()).isEqualTo(200);
        String code = anyone.get("/sandbox/phones/" + number + "/inbox").json().path("messages").path(0).path("code").asString();
        assertThat(destination.post("/v26.0/" + id + "/verify_code", Map.of("code", code)).body()).isEqualTo("{\"success\":true}");
    }

    private String status(String id) {
        return destination.get("/v26.0/" + id).json().path("code_verification_status").asString();
    }

    private void pass(String days) {
        anyone.postJson("/sandbox/clock/advance", "{\"by\":\"" + days + "\"}");
    }

    @Test
    @Documented(page = Page.PREVERIFIED)
    void number_isAddedVerifiedListedAndDeleted() {
        String id = add("+55 11 98766-0099");
        assertThat(status(id)).isEqualTo("NOT_VERIFIED");
        verify(id, "5511987660099");
        assertThat(status(id)).isEqualTo("VERIFIED");
        JsonNode listed = destination.get(ROTA + "/preverified_numbers?code_verification_status=VERIFIED&phone_number=%2B5511987660099")
                .json();
        assertThat(listed.path("data")).hasSize(1);
        assertThat(listed.path("data").path(0).path("verification_expiry_time").asString()).startsWith("2027-02-19");
        assertThat(source.get("/v26.0/" + id).code()).isEqualTo("100/33");
        assertThat(destination.delete("/v26.0/" + id).body()).isEqualTo("{\"success\":true}");
        assertThat(destination.get("/v26.0/" + id).code()).isEqualTo("100/33");
    }

    @Test
    @Documented(page = Page.PREVERIFIED, but = "the rows of the refusals, and the word of the lapsed status")
    void verification_lastsNinetyDaysAndIsRenewedInTheLastHalf() {
        assertThat(request(READY).code()).isEqualTo("136024");
        pass("P36D");
        verify(READY, "5511987660012");
        pass("P90D");
        assertThat(status(READY)).isEqualTo("NOT_VERIFIED");
        choose("preverified-lapsed", "EXPIRED");
        assertThat(status(READY)).isEqualTo("EXPIRED");
    }

    @Test
    @Documented(page = Page.PREVERIFIED)
    void numberThatNobodyVerified_leavesThePoolAfterNinetyDays() {
        String id = add("5511987660098");
        pass("P89D");
        assertThat(destination.get(ROTA + "/preverified_numbers").body()).contains(id);
        pass("P1D");
        assertThat(destination.get(ROTA + "/preverified_numbers").body()).doesNotContain(id);
    }

    @Test
    @Documented(page = Page.PREVERIFIED)
    void claimedNumber_isReplacedByOneThatCanBeRegisteredForNinetyDays() {
        String link = anyone.postJson("/sandbox/preverified-numbers/" + READY + "/claim", "{\"wabaId\":\"200000000000002\"}")
                .json()
                .path("phoneNumberId")
                .asString();
        assertThat(destination.get("/v26.0/" + READY).code()).isEqualTo("100/33");
        assertThat(destination.get("/v26.0/" + link + "?fields=code_verification_status,is_preverified_number").json().toString())
                .contains("\"VERIFIED\"", "true");
        pass("P89D");
        assertThat(destination.post("/v26.0/" + link + "/register", Map.of("messaging_product", "whatsapp", "pin", "135790")).status())
                .isEqualTo(200);
    }

    @Test
    @Documented(page = Page.PREVERIFIED)
    void claimedNumber_hasToBeVerifiedAgainAfterNinetyDays() {
        String link = destination.post(DESTINATION_WABA + "/phone_numbers", Map.of("preverified_id", READY, "verified_name", "Aurora"))
                .json()
                .path("id")
                .asString();
        pass("P91D");
        assertThat(destination.post("/v26.0/" + link + "/register", Map.of("messaging_product", "whatsapp", "pin", "135790")).code())
                .isEqualTo("133006");
    }

    @Test
    @Documented(page = Page.PREVERIFIED, but = "the error for one who is in no solution")
    void number_isSharedWithAPartnerOfASolution() {
        String share = ROTA + "/share_preverified_numbers";
        Map<String, String> withTrilha = Map.of("preverified_id", READY, "partner_business_id", "510000000000003");
        assertThat(destination.post(share, Map.of("preverified_id", READY, "partner_business_id", "510000000000001")).code())
                .isEqualTo("100");
        assertThat(destination.post(share, withTrilha).body()).isEqualTo("{\"success\":true}");
        assertThat(trilha.get("/v26.0/510000000000003/preverified_numbers").json().path("data")).hasSize(1);
        assertThat(destination.get("/v26.0/" + READY + "/partners").json().path("data").path(0).path("name").asString())
                .isEqualTo("Trilha Tecnologia");
        destination.delete(share + "?preverified_id=" + READY + "&partner_business_id=510000000000003");
        assertThat(trilha.get("/v26.0/510000000000003/preverified_numbers").json().path("data")).isEmpty();
    }

    @Test
    @Assumed(because = "the page is for Solution Partners, and says no error", settledBy = "a number added to the pool of a Tech Provider, and one that is registered")
    void techProviderAndRegisteredNumber_areRefused() {
        assertThat(trilha.post("/v26.0/510000000000003/add_phone_numbers", Map.of("phone_number", "5511987660097")).code()).isEqualTo("3");
        assertThat(destination.post(ROTA + "/add_phone_numbers", Map.of("phone_number", "5511987660001")).code()).isEqualTo("200000");
        assertThat(destination.post(ROTA + "/add_phone_numbers", Map.of("phone_number", "5511987660012")).code()).isEqualTo("200000");
    }
}
