package dev.portway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.sandbox.fidelity.Documented;
import dev.portway.sandbox.fidelity.Observed;
import dev.portway.sandbox.fidelity.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A number of the WhatsApp Business app on the platform, over the wire. */
class CoexistenceTest extends SandboxTest {

    private static final String APP = "/sandbox/phones/5511987660010/app";

    private final Ear ear = new Ear();

    @BeforeEach
    void load() {
        anyone.put("/sandbox/world", "{\"world\":\"routes\"}");
        anyone.put("/sandbox/apps/634974688087002/webhook", "{\"url\":\"" + ear.url() + "\",\"verifyToken\":\"x\"}");
        freeze();
    }

    @AfterEach
    void deaf() {
        ear.close();
    }

    private JsonNode connect(String body) {
        Wire.Heard heard = anyone.postJson(APP + "/connection", body);
        assertThat(heard.status()).as(heard.body()).isEqualTo(200);
        destination.post("/v26.0/" + heard.json().path("wabaId").asString() + "/subscribed_apps", Map.of());
        heard(2);
        return heard.json();
    }

    /** What was told, once that many webhooks came. */
    private List<String> heard(int many) {
        anyone.get("/sandbox/clock");
        List<String> bodies = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            bodies.add(ear.next().body());
        }
        return bodies;
    }

    private Wire.Heard sync(String number, String type) {
        return destination.postJson("/v26.0/" + number + "/smb_app_data",
                "{\"messaging_product\":\"whatsapp\",\"sync_type\":\"" + type + "\"}");
    }

    @Test
    @Documented(page = Page.BUSINESS_APP)
    void connectedNumber_isRegisteredBySignup() {
        JsonNode made = connect("{}");
        String number = "/v26.0/" + made.path("phoneNumberId").asString();
        JsonNode read = destination.get(number + "?fields=status,is_on_biz_app,platform_type").json();
        assertThat(read.path("status").asString()).isEqualTo("CONNECTED");
        assertThat(read.path("is_on_biz_app").booleanValue()).isTrue();
        assertThat(read.path("platform_type").asString()).isEqualTo("CLOUD_API");
        assertThat(made.path("code").asString()).startsWith("AQ");
        assertThat(destination.post(number + "/deregister", Map.of()).status()).isEqualTo(500);
    }

    @Test
    @Observed(where = "answers to register that people published, 2025 and 2026; the page says to skip it")
    void register_isRefusedForANumberOfTheApp() {
        String number = connect("{}").path("phoneNumberId").asString();
        assertThat(destination.post("/v26.0/" + number + "/register", Map.of("messaging_product", "whatsapp", "pin", "135790")).code())
                .isEqualTo("100");
    }

    @Test
    @Documented(page = Page.BUSINESS_APP, but = "the words of the refusals, and what the history holds")
    void contactsAndHistory_areAskedForOnceEachWithinADay() {
        String number = connect("{}").path("phoneNumberId").asString();
        assertThat(sync(number, "smb_app_state_sync").json().path("request_id").asString()).isNotEmpty();
        assertThat(heard(1).getFirst()).contains("\"field\":\"smb_app_state_sync\"", "\"action\":\"add\"", "Caio", "Dora");
        assertThat(sync(number, "history").json().path("messaging_product").asString()).isEqualTo("whatsapp");
        assertThat(heard(3)).anyMatch(body -> body.contains("\"phase\":2") && body.contains("\"progress\":100"))
                .allMatch(body -> body.contains("\"history_context\""));
        assertThat(sync(number, "history").code()).isEqualTo("2593107");
    }

    @Test
    @Documented(page = Page.BUSINESS_APP)
    void dayLater_itIsTooLateToAsk() {
        String number = connect("{}").path("phoneNumberId").asString();
        anyone.postJson("/sandbox/clock/advance", "{\"by\":\"PT24H\"}");
        assertThat(sync(number, "history").code()).isEqualTo("2593108");
    }

    @Test
    @Documented(page = Page.WEBHOOK_REFERENCE)
    void ownerWhoSharesNoHistory_isToldByAnErrorInTheWebhook() {
        String number = connect("{\"shareHistory\":false}").path("phoneNumberId").asString();
        sync(number, "history");
        assertThat(heard(1).getFirst()).contains("\"code\":2593109");
    }

    @Test
    @Documented(page = Page.WEBHOOK_REFERENCE)
    void whatTheOwnerDoesInTheApp_isEchoed() {
        String number = connect("{}").path("phoneNumberId").asString();
        anyone.postJson(APP + "/messages", "{\"to\":\"+5511912345678\",\"text\":\"oi\"}");
        assertThat(heard(1).getFirst()).contains("\"field\":\"smb_message_echoes\"", "\"to\":\"5511912345678\"");
        sync(number, "smb_app_state_sync");
        heard(1);
        anyone.put(APP + "/contacts", "{\"5511912345679\":null}");
        assertThat(heard(1).getFirst()).contains("\"action\":\"remove\"").doesNotContain("Dora");
    }

    @Test
    @Documented(page = Page.WEBHOOK_REFERENCE, but = "what is left of the number")
    void disconnectedNumber_leavesThePartnerWithAReason() {
        JsonNode made = connect("{}");
        anyone.postJson(APP + "/disconnection", "{\"reason\":\"PRIMARY_INACTIVITY\"}");
        assertThat(heard(1).getFirst()).contains("PARTNER_REMOVED", "\"reason\":\"PRIMARY_INACTIVITY\"", "\"initiated_by\":\"SYSTEM\"");
        assertThat(destination.get("/v26.0/" + made.path("wabaId").asString()).code()).isEqualTo("100/33");
        Wire client = new Wire(sandbox, "sandbox-token-client");
        assertThat(client.get("/v26.0/" + made.path("phoneNumberId").asString() + "?fields=status").json().path("status").asString())
                .isEqualTo("DISCONNECTED");
        assertThat(anyone.postJson(APP + "/disconnection", "{}").json().path("hindrance").asString()).isEqualTo("not-connected");

        anyone.postJson(APP + "/connection", "{}");
        assertThat(destination.get("/v26.0/" + made.path("wabaId").asString()).status()).isEqualTo(200);
        assertThat(sync(made.path("phoneNumberId").asString(), "history").status()).isEqualTo(200);
    }

    @Test
    @Documented(page = Page.RECONNECTING, but = "how many minutes")
    void newPhone_takesTheNumberOffAndBringsItBack() {
        String number = connect("{}").path("phoneNumberId").asString();
        anyone.postJson(APP + "/new-phone", "{}");
        assertThat(heard(1).getFirst()).contains("ACCOUNT_OFFBOARDED");
        assertThat(destination.get("/v26.0/" + number + "?fields=status").json().path("status").asString()).isEqualTo("DISCONNECTED");
        anyone.postJson("/sandbox/clock/advance", "{\"by\":\"PT10M\"}");
        assertThat(heard(1).getFirst()).contains("ACCOUNT_RECONNECTED");
        assertThat(destination.get("/v26.0/" + number + "?fields=status").json().path("status").asString()).isEqualTo("CONNECTED");
    }

    @Test
    @Documented(page = Page.RECONNECTING)
    void anotherPartner_endsTheWayBack() {
        String number = connect("{}").path("phoneNumberId").asString();
        anyone.postJson(APP + "/new-phone", "{}");
        assertThat(anyone.postJson(APP + "/connection", "{\"appId\":\"634974688087001\"}").status()).isEqualTo(200);
        anyone.postJson("/sandbox/clock/advance", "{\"by\":\"PT10M\"}");
        assertThat(destination.get("/v26.0/" + number + "?fields=status").json().path("status").asString()).isEqualTo("DISCONNECTED");
    }

    @Test
    @Documented(page = Page.BUSINESS_APP)
    void someCountries_areNotSupported() {
        assertThat(anyone.postJson("/sandbox/phones/27821234567/app/connection", "{}").json().path("hindrance").asString())
                .isEqualTo("country-not-supported");
        assertThat(anyone.postJson("/sandbox/phones/5511987660001/app/connection", "{}").json().path("hindrance").asString())
                .isEqualTo("not-on-app");
    }
}
