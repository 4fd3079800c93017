package dev.portway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.sandbox.fidelity.Documented;
import dev.portway.sandbox.fidelity.Observed;
import dev.portway.sandbox.fidelity.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What Meta decides about somebody is told to who is subscribed; what becomes of templates that are edited and released. */
class DecisionsTest extends SandboxTest {

    private static final String TEMPLATE = "/v26.0/1689556908100041";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "wabas/200000000000002 | {\"reviewStatus\":\"REJECTED\"} | account_review_update | \"decision\":\"REJECTED\"",
        "wabas/200000000000002 | {\"banState\":\"SCHEDULE_FOR_DISABLE\"} | account_update | {\"event\":\"DISABLED_UPDATE\",\"ban_info\":{\"waba_ban_state\":\"SCHEDULE_FOR_DISABLE\",\"waba_ban_date\":\"November 21, 2026\"}}",
        "wabas/200000000000002 | {\"restrictions\":[\"RESTRICTED_ADD_PHONE_NUMBER_ACTION\"]} | account_update | \"restriction_type\":\"RESTRICTED_ADD_PHONE_NUMBER_ACTION\"",
        "templates/1689556908100041 | {\"status\":\"PAUSED\"} | message_template_status_update | \"event\":\"PAUSED\"",
        "templates/1689556908100041 | {\"category\":\"MARKETING\"} | template_category_update | \"previous_category\":\"UTILITY\",\"new_category\":\"MARKETING\"",
        "templates/1689556908100041 | {\"quality\":\"RED\"} | message_template_quality_update | \"previous_quality_score\":\"GREEN\",\"new_quality_score\":\"RED\"",
        "numbers/5511987650009 | {\"newName\":\"Aurora Pães\",\"newNameStatus\":\"PENDING_REVIEW\"} | phone_number_name_update | \"decision\":\"PENDING\",\"requested_verified_name\":\"Aurora P",
        "businesses/510000000000011 | {\"messagingLimit\":\"TIER_100K\"} | business_capability_update | \"max_daily_conversations_per_business\":100000"})
    @Documented(page = Page.WEBHOOK_REFERENCE)
    void decision_isToldByItsWebhook(String path, String facts, String field, String value) throws Exception {
        try (Ear ear = new Ear()) {
            anyone.put("/sandbox/apps/634974688087002/webhook", "{\"url\":\"" + ear.url() + "\"}");
            anyone.put("/sandbox/" + path, facts);
            anyone.postJson("/sandbox/clock/advance", "{\"by\":\"PT1S\"}");

            assertThat(sent(field)).anySatisfy(body -> assertThat(body).contains(value));
            anyone.put("/sandbox/" + path, facts);
            assertThat(sent(field)).as("nothing changed, so nothing is told")
                    .hasSizeLessThanOrEqualTo(field.equals("business_capability_update") ? 10 : 1);
        }
    }

    private List<String> sent(String field) {
        return anyone.get("/sandbox/webhooks")
                .json()
                .path("webhooks")
                .valueStream()
                .filter(each -> each.path("field").asString().equals(field))
                .map(each -> each.path("body").path("entry").path(0).path("changes").path(0).path("value").toString())
                .toList();
    }

    @Test
    @Documented(page = Page.REGISTRATION)
    void approvedName_isInForceAfterTheNextRegister() {
        anyone.put("/sandbox/numbers/5511987650009", "{\"newName\":\"Aurora Pães\",\"newNameStatus\":\"APPROVED\"}");
        String number = "/v26.0/106540352240009";
        assertThat(destination.get(number + "?fields=verified_name").json().path("verified_name").asString()).isEqualTo("Padaria Aurora");
        destination.post(number + "/register", Map.of("messaging_product", "whatsapp", "pin", "135790"));
        JsonNode shown = destination.get(number + "?fields=verified_name,new_display_name,new_name_status").json();
        assertThat(shown.path("verified_name").asString()).isEqualTo("Aurora Pães");
        assertThat(shown.has("new_display_name")).isFalse();
    }

    @Test
    @Documented(page = Page.TEMPLATES, but = "the code of the refusal")
    void approvedTemplate_isEditedOnceADayAndKeepsItsCategory() {
        String edit = "{\"components\":[{\"type\":\"BODY\",\"text\":\"Oi\"}],\"message_send_ttl_seconds\":600}";
        assertThat(destination.postJson(TEMPLATE, "{\"category\":\"MARKETING\"}").code()).isEqualTo("100");
        assertThat(destination.postJson(TEMPLATE, edit).status()).isEqualTo(200);
        anyone.postJson("/sandbox/clock/advance", "{\"by\":\"PT1H\"}");
        assertThat(destination.get(TEMPLATE + "?fields=status,message_send_ttl_seconds").body())
                .isEqualTo("{\"status\":\"APPROVED\",\"message_send_ttl_seconds\":600,\"id\":\"1689556908100041\"}");
        assertThat(destination.postJson(TEMPLATE, edit).code()).isEqualTo("100");
        for (int i = 0; i < 9; i++) {
            anyone.postJson("/sandbox/clock/advance", "{\"by\":\"P1D\"}");
            assertThat(destination.postJson(TEMPLATE, edit).status()).isEqualTo(200);
            anyone.postJson("/sandbox/clock/advance", "{\"by\":\"PT1H\"}");
        }
        anyone.postJson("/sandbox/clock/advance", "{\"by\":\"P1D\"}");
        assertThat(destination.postJson(TEMPLATE, edit).code()).as("the eleventh of 30 days").isEqualTo("100");
    }

    @Test
    @Documented(page = Page.TEMPLATE_PAUSING, but = "the words of the refusal")
    void templatePausedByPacing_isReleasedByHand() {
        assertThat(destination.post(TEMPLATE + "/unpause", Map.of()).code()).isEqualTo("100");
        anyone.put("/sandbox/templates/1689556908100041", "{\"status\":\"PAUSED\"}");
        anyone.postJson("/sandbox/clock/advance", "{\"by\":\"PT5M\"}");
        assertThat(destination.post(TEMPLATE + "/unpause", Map.of()).status()).isEqualTo(200);
        assertThat(destination.get(TEMPLATE + "?fields=status").json().path("status").asString()).isEqualTo("APPROVED");
    }

    @Test
    @Documented(page = Page.BULK_TEMPLATES, but = "the shape of the answer")
    void upsert_makesAndEditsInSeveralLanguages() {
        String body = "{\"name\":\"codigo\",\"languages\":[\"pt_BR\",\"en_US\"],\"category\":\"AUTHENTICATION\","
                + "\"components\":[{\"type\":\"BODY\",\"add_security_recommendation\":true},"
                + "{\"type\":\"BUTTONS\",\"buttons\":[{\"type\":\"OTP\",\"otp_type\":\"COPY_CODE\"}]}]}";
        JsonNode made = destination.postJson(DESTINATION_WABA + "/upsert_message_templates", body).json().path("data");
        assertThat(made).hasSize(2);
        assertThat(destination.postJson(DESTINATION_WABA + "/upsert_message_templates", body).json().path("data").path(0).path("id"))
                .isEqualTo(made.path(0).path("id"));
        assertThat(destination.get(DESTINATION_WABA + "/message_templates?name=codigo").json().path("data")).hasSize(2);
    }

    @Test
    @Observed(where = "Meta's generated SDK specification, Apr 2026")
    void templates_areListedByWhenTheyWereMade() {
        String list = DESTINATION_WABA + "/message_templates?summary=true&";
        destination.postJson(DESTINATION_WABA + "/message_templates",
                "{\"name\":\"novo\",\"language\":\"pt_BR\",\"category\":\"UTILITY\",\"components\":[{\"type\":\"BODY\",\"text\":\"Oi\"}]}");
        assertThat(destination.get(list + "since=1795262400").json().path("data")).hasSize(1);
        assertThat(destination.get(list + "until=1795262399").json().path("data")).hasSize(2);
    }
}
