package dev.portway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.sandbox.fidelity.Assumed;
import dev.portway.sandbox.fidelity.Documented;
import dev.portway.sandbox.fidelity.Page;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several partners on one number, before and with the new account model. */
class SharedNumbersTest extends SandboxTest {

    private static final String NUMBER = "5511987660014";
    private static final String FIRST = "/v26.0/106540352260014";
    private static final String PARTNERS = "/sandbox/numbers/" + NUMBER + "/partners";

    @BeforeEach
    void load() {
        anyone.put("/sandbox/world", "{\"world\":\"routes\"}");
        freeze();
    }

    private Wire.Heard share(String app) {
        return anyone.postJson(PARTNERS, "{\"appId\":\"" + app + "\"}");
    }

    /** Rota joins Cedro on the number; the address of it there. */
    private String shared() {
        Wire.Heard heard = share("634974688087002");
        assertThat(heard.status()).as(heard.body()).isEqualTo(200);
        String waba = "/v26.0/" + heard.json().path("links").path(1).path("waba").asString();
        assertThat(destination.post(waba + "/subscribed_apps", Map.of()).status()).isEqualTo(200);
        assertThat(destination.post("/v26.0/620000000000002/whatsapp_credit_sharing_and_attach",
                Map.of("waba_id", waba.substring(7), "waba_currency", "BRL")).status()).isEqualTo(200);
        return "/v26.0/" + heard.json().path("links").path(1).path("id").asString();
    }

    private static Wire.Heard send(Wire caller, String number, String more) {
        return caller.postJson(number + "/messages",
                "{\"messaging_product\":\"whatsapp\",\"to\":\"5511912345678\",\"type\":\"text\",\"text\":{\"body\":\"oi\"}" + more + "}");
    }

    private static Wire.Heard register(Wire caller, String number, String pin) {
        return caller.post(number + "/register", Map.of("messaging_product", "whatsapp", "pin", pin));
    }

    private String status(Wire caller, String number) {
        return caller.get(number + "?fields=status").json().path("status").asString();
    }

    @Test
    @Documented(page = Page.SHARED_NUMBERS)
    void bothPartners_sendAndAreToldWhatArrives() {
        try (Ear old = new Ear(); Ear added = new Ear()) {
            String second = shared();
            anyone.put("/sandbox/apps/634974688087001/webhook", "{\"url\":\"" + old.url() + "\",\"verifyToken\":\"x\"}");
            anyone.put("/sandbox/apps/634974688087002/webhook", "{\"url\":\"" + added.url() + "\",\"verifyToken\":\"x\"}");
            assertThat(status(source, FIRST)).isEqualTo("CONNECTED");
            assertThat(status(destination, second)).isEqualTo("CONNECTED");

            anyone.postJson("/sandbox/phones/" + NUMBER + "/messages", "{\"from\":\"+5511912345678\",\"text\":\"oi\"}");
            anyone.get("/sandbox/clock");
            assertThat(old.next().body()).contains("\"field\":\"messages\"", "106540352260014");
            assertThat(added.next().body()).contains("\"field\":\"messages\"", second.substring(7));
            assertThat(send(source, FIRST, "").status()).isEqualTo(200);
            assertThat(send(destination, second, "").status()).isEqualTo(200);
        }
    }

    @Test
    @Documented(page = Page.SHARED_NUMBERS, but = "that one's own WABA counts as that partner's")
    void sharing_hasItsConditions() {
        assertThat(share("634974688087001").json().path("hindrance").asString()).isEqualTo("shared-already");
        anyone.put("/sandbox/businesses/510000000000011", "{\"messagingLimit\":\"TIER_250\"}");
        assertThat(share("634974688087002").json().path("hindrance").asString()).isEqualTo("limit-too-low");
        anyone.put("/sandbox/businesses/510000000000011", "{\"messagingLimit\":\"TIER_2K\"}");
        anyone.put("/sandbox/wabas/200000000000026", "{\"restrictions\":[\"RESTRICTED_BIZ_INITIATED_MESSAGING\"]}");
        assertThat(share("634974688087002").json().path("hindrance").asString()).isEqualTo("restricted");
    }

    @Test
    @Documented(page = Page.SHARED_NUMBERS)
    void numbersOfTheWaba_areSharedTogetherAndSoIsALaterOne() {
        String second = shared();
        String waba = destination.get("/sandbox/numbers/" + NUMBER).json().path("links").path(1).path("waba").asString();
        String later = source.post("/v26.0/200000000000026/phone_numbers",
                Map.of("cc", "55", "phone_number", "11987660066", "verified_name", "Aurora")).json().path("id").asString();
        source.post("/v26.0/" + later + "/request_code", Map.of("code_method", "SMS", "language", "pt_BR"));
        String code = anyone.get("/sandbox/phones/5511987660066/inbox").json().path("messages").path(0).path("code").asString();
        source.post("/v26.0/" + later + "/verify_code", Map.of("code", code));
        assertThat(destination.get("/v26.0/" + waba + "/phone_numbers").json().path("data")).hasSize(1);
        assertThat(register(source, "/v26.0/" + later, "135790").status()).isEqualTo(200);
        assertThat(destination.get("/v26.0/" + waba + "/phone_numbers?fields=status").json().path("data")).hasSize(2)
                .allSatisfy(number -> assertThat(number.path("status").asString()).isEqualTo("CONNECTED"));
        assertThat(status(destination, second)).isEqualTo("CONNECTED");
    }

    @Test
    @Documented(page = Page.SHARED_NUMBERS, but = "that the number is gone from that partner's WABA at once, and the WABA from that partner")
    void partner_leavesByTicket() {
        String second = shared();
        assertThat(anyone.delete(PARTNERS + "/510000000000001").status()).isEqualTo(200);
        assertThat(source.get(FIRST).code()).isEqualTo("100/33");
        assertThat(source.get("/v26.0/200000000000026").code()).isEqualTo("100/33");
        assertThat(status(destination, second)).isEqualTo("CONNECTED");
        assertThat(anyone.delete(PARTNERS + "/510000000000002").json().path("hindrance").asString()).isEqualTo("only-partner");
    }

    @Test
    @Documented(page = Page.ACCOUNT_MODEL, but = "that the one who is first to register brings it back for all")
    void anyPartner_deregistersTheNumberForAll() {
        String second = shared();
        assertThat(destination.post(second + "/deregister", Map.of()).status()).isEqualTo(200);
        assertThat(status(source, FIRST)).isEqualTo("DISCONNECTED");
        assertThat(send(source, FIRST, "").code()).isEqualTo("133010");
        assertThat(register(source, FIRST, "246810").status()).isEqualTo(200);
        assertThat(status(destination, second)).isEqualTo("CONNECTED");
    }

    @Test
    @Documented(page = Page.ACCOUNT_MODEL, but = "the answer, whose shape is not published")
    void registeringARegisteredNumber_leavesThePinAloneFromPhaseOneOn() {
        assertThat(register(source, FIRST, "999999").code()).isEqualTo("133005");
        anyone.postJson("/sandbox/clock/advance", "{\"by\":\"PT1M\"}");
        choose("account-model-phase", "1");
        assertThat(register(source, FIRST, "999999").body()).isEqualTo("{\"success\":true}");
        assertThat(anyone.get("/sandbox/numbers/" + NUMBER).json().path("pin").asString()).isEqualTo("246810");
    }

    @Test
    @Documented(page = Page.ACCOUNT_MODEL, but = "the errors")
    void messagingAccount_isNamedFromPhaseTwoOnWhereOneHasSeveral() {
        String second = shared();
        Wire client = new Wire(sandbox, "sandbox-token-client");
        String account = destination.get("/sandbox/numbers/" + NUMBER).json().path("links").path(1).path("waba").asString();
        assertThat(send(client, FIRST, "").status()).isEqualTo(200);
        choose("account-model-phase", "2");
        assertThat(send(client, FIRST, "").code()).isEqualTo("131008");
        assertThat(send(client, FIRST, ",\"messaging_account_id\":\"" + account + "\"").status()).isEqualTo(200);
        assertThat(send(client, FIRST, ",\"messaging_account_id\":\"200000000000002\"").code()).isEqualTo("131009");
        assertThat(send(destination, second, "").status()).isEqualTo(200);
    }

    @Test
    @Assumed(because = "the account model keeps ids, the reference calls them links", settledBy = "the ids that two partners of one number see; switch shared-number-id")
    void sharedNumber_hasOneIdWhenTheSwitchSaysSo() {
        choose("shared-number-id", "same");
        String second = shared();
        assertThat(second).isEqualTo(FIRST);
        assertThat(send(destination, second, "").status()).isEqualTo(200);
        assertThat(send(source, second, "").status()).isEqualTo(200);
    }

    @Test
    @Assumed(because = "a ticket is the documented way out", settledBy = "initiate for a number that two partners share")
    void sharedNumber_isNotMigrated() {
        shared();
        anyone.put("/sandbox/numbers/" + NUMBER + "/two-step", "{\"enabled\":false}");
        assertThat(destination.post(DESTINATION_WABA + "/phone_numbers",
                Map.of("cc", "55", "phone_number", "11987660014", "migrate_phone_number", "true")).code()).isEqualTo("100/2388103");
    }
}
