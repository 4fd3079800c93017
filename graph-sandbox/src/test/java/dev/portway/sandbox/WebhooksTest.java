package dev.portway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.sandbox.fidelity.Assumed;
import dev.portway.sandbox.fidelity.Documented;
import dev.portway.sandbox.fidelity.Observed;
import dev.portway.sandbox.fidelity.Page;
import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.rules.access.Signature;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WebhooksTest extends SandboxTest {

    private static final String APP = "/sandbox/apps/634974688087002/webhook";

    private final Ear ear = new Ear();

    @BeforeEach
    void listen() {
        anyone.put(APP, "{\"url\":\"" + ear.url() + "\",\"verifyToken\":\"right\"}");
    }

    @AfterEach
    void deaf() {
        ear.close();
    }

    @Test
    @Documented(page = Page.WEBHOOKS)
    void twoStepOff_isSignedOverTheBytesSent() {
        turnTwoStepOff();
        Ear.Received received = ear.next();

        assertThat(received.signature()).isEqualTo("sha256=" + Signature.hex("sandbox-secret-destination", received.bytes()));
        assertThat(received.body()).contains("\"field\":\"security\"", "\"id\":\"200000000000001\"", "PIN_");
    }

    @Test
    @Documented(page = Page.WEBHOOKS, but = "the steps of the falling frequency; another page says 36 hours")
    void refusedWebhook_comesAgainOnTheSandboxClockAndIsTheSame() {
        ear.answer(500, 500);
        anyone.postJson("/sandbox/phones/+5511987650009/messages", "{\"from\":\"+5511912345678\",\"text\":\"Olá 🥖\"}");
        String first = ear.next().body();
        assertThat(first).matches("\\p{ASCII}+").contains("Ol\\u00e1");

        assertThat(again()).isEqualTo(first);
        assertThat(again()).isEqualTo(first);
    }

    @Test
    @Observed(where = "pages of several providers and the types of a public client, 2026; which of them Meta's own page has was not read")
    void person_hasAnIdOfThePortfolio_andIsAnsweredByIt() {
        anyone.postJson("/sandbox/phones/+5511987650009/messages", "{\"from\":\"+5511912345678\",\"text\":\"oi\"}");
        JsonNode value = Json.parse(ear.next().body()).orElseThrow().at("/entry/0/changes/0/value");
        String id = value.at("/contacts/0/user_id").asString();

        assertThat(id).matches("BR\\.\\d{10,20}").isEqualTo(value.at("/messages/0/from_user_id").asString());
        String number = "/v26.0/" + value.at("/metadata/phone_number_id").asString() + "/messages";
        Wire.Heard sent = destination.postJson(number, answer(id, "text", "{\"body\":\"Oi\"}"));
        assertThat(sent.json().at("/contacts/0/user_id").asString()).as(sent.body()).isEqualTo(id);
        assertThat(destination.postJson(number, answer("BR.1", "text", "{\"body\":\"Oi\"}")).code()).isEqualTo("131009");

        anyone.postJson("/sandbox/phones/+5511987650001/messages", "{\"from\":\"+5511912345678\",\"text\":\"oi\"}");
        String code = "\"parameters\":[{\"type\":\"text\",\"text\":\"123456\"}]}";
        String template = "{\"name\":\"codigo_acesso\",\"language\":{\"code\":\"pt_BR\"},\"components\":[{\"type\":\"body\"," + code
                + ",{\"type\":\"button\",\"sub_type\":\"url\",\"index\":\"0\"," + code + "]}";
        assertThat(source.postJson("/v26.0/106540352240001/messages", answer(id, "template", template)).code()).isEqualTo("131062");
    }

    private static String answer(String userId, String type, String content) {
        return "{\"messaging_product\":\"whatsapp\",\"recipient\":\"" + userId + "\",\"type\":\"" + type + "\",\"" + type + "\":" + content
                + "}";
    }

    @Test
    @Documented(page = Page.WEBHOOKS, but = "how often one comes again, and when; switch webhook-delivery")
    void acknowledgedWebhook_mayComeAgain() {
        choose("webhook-delivery", "twice");
        anyone.postJson("/sandbox/phones/+5511987650009/messages", "{\"from\":\"+5511912345678\",\"text\":\"oi\"}");
        anyone.get("/sandbox/clock");
        String first = ear.next().body();

        assertThat(again()).isEqualTo(first);
        assertThat(webhooks()).hasSize(1);
    }

    @Test
    @Documented(page = Page.WEBHOOKS, but = "how often the order is another; switch webhook-delivery")
    void webhooks_mayOvertakeEachOther() {
        choose("webhook-delivery", "shuffled");
        for (String text : new String[]{"one", "two", "three"}) {
            anyone.postJson("/sandbox/phones/+5511987650009/messages", "{\"from\":\"+5511912345678\",\"text\":\"" + text + "\"}");
        }
        anyone.get("/sandbox/clock");

        assertThat(ear.next().body()).contains("two");
        assertThat(ear.next().body()).contains("one");
        anyone.postJson("/sandbox/clock/advance", "{\"by\":\"PT5S\"}");
        assertThat(ear.next().body()).contains("three");
    }

    private JsonNode webhooks() {
        return anyone.get("/sandbox/webhooks").json().path("webhooks");
    }

    /** The answer to a webhook is noted a moment after it was given; until then nothing is due. */
    private String again() {
        JsonNode due;
        do {
            Thread.onSpinWait();
            due = anyone.get("/sandbox/clock").json().path("nextDue");
        } while (due.isNull());
        anyone.postJson("/sandbox/clock/advance", "{}");
        return ear.next().body();
    }

    @Test
    @Documented(page = Page.WEBHOOK_REFERENCE, but = "how soon")
    void message_isFollowedByItsStatuses() {
        destination.postJson("/v26.0/106540352240009/messages",
                "{\"messaging_product\":\"whatsapp\",\"to\":\"5511912345678\",\"type\":\"text\",\"text\":{\"body\":\"oi\"},"
                        + "\"biz_opaque_callback_data\":\"order 7\"}");
        for (String status : new String[]{"sent", "delivered", "read"}) {
            anyone.postJson("/sandbox/clock/advance", "{\"by\":\"PT0.4S\"}");
            assertThat(ear.next().body()).contains("\"statuses\"", "\"status\":\"" + status + "\"",
                    "\"biz_opaque_callback_data\":\"order 7\"");
        }
    }

    @Test
    @Documented(page = Page.WEBHOOKS)
    void subscription_needsTheHandshakeAndTheAppsOwnToken() {
        Map<String, String> wanted = Map.of("object", "whatsapp_business_account", "callback_url", ear.url(), "verify_token", "wrong",
                "fields", "messages");
        Wire app = new Wire(sandbox, "634974688087002|sandbox-secret-destination");

        assertThat(app.post("/v26.0/634974688087002/subscriptions", wanted).code()).isEqualTo("2200");
        Map<String, String> right = new HashMap<>(wanted);
        right.put("verify_token", "right");
        assertThat(app.post("/v26.0/634974688087002/subscriptions", right).status()).isEqualTo(200);
        assertThat(destination.post("/v26.0/634974688087002/subscriptions", right).status()).isEqualTo(400);
        turnTwoStepOff();
        assertThat(anyone.get("/sandbox/webhooks").json().path("webhooks")).isEmpty();
    }

    @Test
    @Assumed(because = "no webhook is documented for a move; these are those of a number and of templates that come up", settledBy = "the webhooks of both sides recorded during a move")
    void registered_tellsTheDestinationOfTheNumberAndItsTemplates() {
        String id = destination.post(DESTINATION_WABA + "/phone_numbers",
                Map.of("cc", "55", "phone_number", "11987650002", "migrate_phone_number", "true")).json().path("id").asString();
        destination.post("/v26.0/" + id + "/request_code", Map.of("code_method", "VOICE", "language", "es"));
        String code = anyone.get("/sandbox/phones/5511987650002/inbox").json().path("messages").path(0).path("code").asString();
        destination.post("/v26.0/" + id + "/verify_code", Map.of("code", code));
        destination.post("/v26.0/" + id + "/register", Map.of("messaging_product", "whatsapp", "pin", "148392"));
        anyone.get("/sandbox/clock");

        assertThat(ear.next().body()).contains("phone_number_quality_update", "ONBOARDING");
        anyone.postJson("/sandbox/clock/advance", "{\"by\":\"PT2S\"}");
        assertThat(ear.next().body()).contains("message_template_status_update", "\"message_template_language\":\"es\"");
    }

    @Test
    @Assumed(because = "that it is for messages only is documented; whether setting it asks the address is not", settledBy = "an override set to an address that does not answer; switch override-handshake")
    void override_isForMessagesOnlyAndNeedsItsHandshakeAfterTheSubscription() {
        try (Ear other = new Ear()) {
            String override = "{\"override_callback_uri\":\"" + other.url() + "\",\"verify_token\":\"";
            destination.delete(DESTINATION_WABA + "/subscribed_apps");
            ear.next();
            assertThat(destination.postJson(DESTINATION_WABA + "/subscribed_apps", override + "right\"}").code()).isEqualTo("100");
            destination.postJson(DESTINATION_WABA + "/subscribed_apps", "{}");
            assertThat(ear.next().body()).contains("PARTNER_APP_INSTALLED");
            assertThat(destination.postJson(DESTINATION_WABA + "/subscribed_apps", override + "wrong\"}").code()).isEqualTo("2200");
            assertThat(destination.postJson(DESTINATION_WABA + "/subscribed_apps", override + "right\"}").status()).isEqualTo(200);

            anyone.put("/sandbox/numbers/+5511987650009/two-step", "{\"enabled\":true,\"pin\":\"148392\"}");
            anyone.postJson("/sandbox/phones/+5511987650009/messages", "{\"from\":\"+5511912345678\",\"text\":\"oi\"}");
            anyone.get("/sandbox/clock");
            assertThat(ear.next().body()).contains("\"field\":\"security\"");
            assertThat(other.next().body()).contains("\"field\":\"messages\"");
        }
    }

    @Test
    @Documented(page = Page.WEBHOOKS, but = "what the challenge looks like")
    void handshake_hasAChallengeOfItsOwn_andIsHeldToItsAnswer() {
        String webhook = "/sandbox/apps/634974688087002/webhook";
        String wanted = "{\"url\":\"" + ear.url() + "\",\"verifyToken\":\"%s\",\"handshake\":true}";
        assertThat(anyone.put(webhook, wanted.formatted("right")).json().path("handshake").asBoolean()).isTrue();
        assertThat(anyone.put(webhook, wanted.formatted("right")).status()).isEqualTo(200);
        assertThat(ear.challenges()).hasSize(2).doesNotHaveDuplicates().allMatch(challenge -> challenge.matches("\\d{9,10}"));

        Wire.Heard refused = anyone.put(webhook, wanted.formatted("wrong").replace("/hook", "/other"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("does not echo the challenge");
        assertThat(anyone.get("/sandbox/apps/634974688087002").body()).contains("/hook").doesNotContain("/other", "wrong");
    }

    private void turnTwoStepOff() {
        anyone.put("/sandbox/numbers/+5511987650001/two-step", "{\"enabled\":false}");
        anyone.get("/sandbox/clock");
    }
}
