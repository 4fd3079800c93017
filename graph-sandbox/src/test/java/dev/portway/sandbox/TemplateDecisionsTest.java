package dev.portway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.sandbox.fidelity.Assumed;
import dev.portway.sandbox.fidelity.Documented;
import dev.portway.sandbox.fidelity.Observed;
import dev.portway.sandbox.fidelity.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A template that is rated low pauses and comes back by the sandbox's clock; one in the wrong category changes when that was announced for. */
class TemplateDecisionsTest extends SandboxTest {

    private static final String ID = "1689556908100041";
    private static final String STATUS = "message_template_status_update";
    private static final String CATEGORY = "template_category_update";
    private Ear ear;

    @BeforeEach
    void listen() throws Exception {
        ear = new Ear();
        anyone.put("/sandbox/apps/634974688087002/webhook", "{\"url\":\"" + ear.url() + "\"}");
    }

    @AfterEach
    void close() {
        ear.close();
    }

    private void set(String facts) {
        assertThat(anyone.put("/sandbox/templates/" + ID, facts).status()).isEqualTo(200);
        pass("PT1S");
    }

    private void pass(String time) {
        anyone.postJson("/sandbox/clock/advance", "{\"by\":\"" + time + "\"}");
    }

    private String read(String field) {
        return destination.get("/v26.0/" + ID + "?fields=" + field).json().path(field).asString("");
    }

    /** The values told by this field, oldest first. */
    private List<JsonNode> told(String field) {
        return anyone.get("/sandbox/webhooks")
                .json()
                .path("webhooks")
                .valueStream()
                .filter(each -> each.path("field").asString().equals(field))
                .map(each -> each.path("body").path("entry").path(0))
                .sorted((one, other) -> Long.compare(one.path("time").asLong(), other.path("time").asLong()))
                .map(entry -> entry.path("changes").path(0).path("value"))
                .toList();
    }

    private JsonNode lastTold(String field) {
        pass("PT1S");
        return told(field).getLast();
    }

    @Test
    @Documented(page = Page.TEMPLATE_PAUSING, but = "the words of the first pause and of the end")
    void lowRating_pausesForThreeThenSixHoursThenDisables() {
        set("{\"quality\":\"RED\"}");
        assertThat(read("status")).isEqualTo("PAUSED");
        assertThat(lastTold(STATUS).path("other_info").toString()).isEqualTo("{\"title\":\"FIRST_PAUSE\",\"description\":"
                + "\"Your WhatsApp message template has been paused for 3 hours until Nov 21 at 3:00 PM UTC because it had issues.\"}");
        assertThat(lastTold("message_template_quality_update").path("new_quality_score").asString()).isEqualTo("RED");
        pass("PT2H59M");
        assertThat(read("status")).as("just before").isEqualTo("PAUSED");
        pass("PT1M");
        assertThat(read("status")).as("by itself").isEqualTo("APPROVED");
        assertThat(lastTold(STATUS).path("other_info").path("title").asString()).isEqualTo("UNPAUSE");

        set("{\"quality\":\"RED\"}");
        assertThat(lastTold(STATUS).path("other_info").path("title").asString()).isEqualTo("SECOND_PAUSE");
        pass("PT5H59M");
        assertThat(read("status")).isEqualTo("PAUSED");
        pass("PT1M");
        assertThat(read("status")).isEqualTo("APPROVED");

        set("{\"quality\":\"RED\"}");
        assertThat(read("status")).isEqualTo("DISABLED");
        assertThat(lastTold(STATUS).path("event").asString()).isEqualTo("DISABLED");
        assertThat(lastTold(STATUS).path("disable_info").path("disable_date").isNumber()).isTrue();
        pass("P1D");
        assertThat(read("status")).as("for good").isEqualTo("DISABLED");
    }

    @Test
    @Documented(page = Page.TEMPLATE_PAUSING, but = "what the call for releasing it answers")
    void pauseOfALowRating_isEndedByItsTimeOrByAnEdit() {
        set("{\"quality\":\"RED\"}");
        assertThat(destination.post("/v26.0/" + ID + "/unpause", Map.of()).code()).isEqualTo("100");
        destination.postJson("/v26.0/" + ID, "{\"components\":[{\"type\":\"BODY\",\"text\":\"Oi\"}]}");
        assertThat(read("status")).isEqualTo("PENDING");
        pass("PT1H");
        assertThat(read("status")).isEqualTo("APPROVED");
        set("{\"quality\":\"RED\"}");
        pass("PT2H");
        assertThat(read("status")).as("the first pause would have ended").isEqualTo("PAUSED");
    }

    @Test
    @Observed(where = "pywa's documentation of the call")
    void pauseOfPacing_isNotReleasedBeforeFiveMinutes() {
        set("{\"status\":\"PAUSED\"}");
        pass("PT4M58S");
        assertThat(destination.post("/v26.0/" + ID + "/unpause", Map.of()).code()).isEqualTo("100");
        assertThat(anyone.get("/sandbox/world/file").body()).contains("\"pausedAt\"");
        assertThat(read("status")).isEqualTo("PAUSED");
        pass("PT1S");
        assertThat(destination.post("/v26.0/" + ID + "/unpause", Map.of()).body()).isEqualTo("{\"success\":true}");
        assertThat(read("status")).isEqualTo("APPROVED");
    }

    @Test
    @Assumed(because = "the call's refusal is not documented; an error, as others are", settledBy = "the call made a minute after pacing paused a template; switch unpausing-refused-by")
    void releaseTooSoon_isRefusedAsTheSwitchSays() {
        choose("unpausing-refused-by", "answer");
        set("{\"status\":\"PAUSED\"}");
        assertThat(destination.post("/v26.0/" + ID + "/unpause", Map.of()).body())
                .isEqualTo("{\"success\":false,\"reason\":\"This message template was paused less than 5 minutes ago\"}");
        assertThat(read("status")).isEqualTo("PAUSED");
    }

    @Test
    @Documented(page = Page.TEMPLATE_PAUSING)
    void pausedTemplate_isSavedWithWhatEndsIt() {
        set("{\"quality\":\"RED\"}");
        String saved = anyone.get("/sandbox/world/file").body();
        assertThat(saved).contains("template-unpause", "pausedUntil");
    }

    @Test
    @Assumed(because = "the title UNPAUSE is documented and not its event", settledBy = "the webhooks recorded while a paused template is released; switch unpaused-template-event")
    void releasedTemplate_isToldByTheEventOfTheSwitch() {
        set("{\"status\":\"PAUSED\"}");
        assertThat(lastTold(STATUS).path("other_info").path("title").asString()).isEqualTo("RATE_LIMITING_PAUSE");
        pass("PT5M");
        destination.post("/v26.0/" + ID + "/unpause", Map.of());
        assertThat(lastTold(STATUS).path("event").asString()).isEqualTo("APPROVED");
        choose("unpaused-template-event", "REINSTATED");
        set("{\"status\":\"PAUSED\"}");
        pass("PT5M");
        destination.post("/v26.0/" + ID + "/unpause", Map.of());
        assertThat(lastTold(STATUS).path("event").asString()).isEqualTo("REINSTATED");
    }

    @Test
    @Documented(page = Page.WEBHOOK_TEMPLATE_STATUS)
    void rejectionForTheFormat_saysWhyAndWhatToDo() {
        set("{\"status\":\"REJECTED\",\"rejectedReason\":\"INVALID_FORMAT\"}");
        assertThat(lastTold(STATUS).path("rejection_info").path("recommendation").asString()).isNotBlank();
        set("{\"status\":\"APPROVED\"}");
        set("{\"status\":\"REJECTED\",\"rejectedReason\":\"SCAM\"}");
        assertThat(lastTold(STATUS).has("rejection_info")).isFalse();
    }

    @Test
    @Documented(page = Page.TEMPLATE_CATEGORIES)
    void wrongCategoryOfTheTroubledWorld_changesADayLater() {
        anyone.put("/sandbox/world", "{\"world\":\"troubles\"}");
        String wrong = "/v26.0/1689556908200018?fields=category";
        assertThat(destination.get(wrong).json().path("category").asString()).isEqualTo("UTILITY");
        pass("P1DT1M");
        assertThat(destination.get(wrong).json().path("category").asString()).isEqualTo("MARKETING");
    }

    @Test
    @Documented(page = Page.WEBHOOK_TEMPLATE_CATEGORY)
    void wrongCategory_isAnnouncedADayBeforeItChanges() {
        set("{\"correctCategory\":\"MARKETING\"}");
        JsonNode notice = lastTold(CATEGORY);
        assertThat(notice.path("new_category").asString()).as("the one it still has").isEqualTo("UTILITY");
        assertThat(notice.path("correct_category").asString()).isEqualTo("MARKETING");
        assertThat(notice.path("category_update_timestamp").asLong()).isEqualTo(1_795_348_800L);
        pass("PT23H59M");
        assertThat(read("category")).as("just before, 2026-11-22T12:00Z").isEqualTo("UTILITY");
        pass("PT1M");
        assertThat(read("category")).isEqualTo("MARKETING");
        assertThat(read("previous_category")).isEqualTo("UTILITY");
        assertThat(lastTold(CATEGORY).has("correct_category")).isFalse();
        assertThat(told(CATEGORY)).hasSize(2);
    }

    @Test
    @Assumed(because = "an appeal is documented and not what its success tells", settledBy = "an appeal against a category that was announced")
    void withdrawnCategory_changesNothing() {
        set("{\"correctCategory\":\"MARKETING\"}");
        set("{\"correctCategory\":null}");
        pass("P2D");
        assertThat(read("category")).isEqualTo("UTILITY");
        assertThat(told(CATEGORY)).hasSize(1);
    }

    @Test
    @Documented(page = Page.TEMPLATE_CATEGORIES, but = "that it is announced as other changes are")
    void templateThatShouldBeAuthentication_isRejectedOnTheFirst() {
        set("{\"correctCategory\":\"AUTHENTICATION\"}");
        pass("P9DT11H59M");
        assertThat(read("status")).as("the last of November").isEqualTo("APPROVED");
        pass("PT1M");
        assertThat(read("status")).isEqualTo("REJECTED");
        assertThat(lastTold(STATUS).path("reason").asString()).isEqualTo("INCORRECT_CATEGORY");
    }
}
