package dev.portway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.sandbox.fidelity.Assumed;
import dev.portway.sandbox.fidelity.Documented;
import dev.portway.sandbox.fidelity.Observed;
import dev.portway.sandbox.fidelity.Page;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** How Graph says it: what other people's clients rely on. */
class ProtocolTest extends SandboxTest {

    @ParameterizedTest
    @ValueSource(strings = {"/v26.0/106540352240002", "/v21.0/106540352240002/", "/106540352240002", "/106540352240002/"})
    @Observed(where = "third-party clients rely on it, run against a server that only records")
    void version_andTrailingSlashAreOptional(String path) {
        assertThat(destination.get(path).json().path("id").asString()).isEqualTo("106540352240002");
    }

    @Test
    @Observed(where = "third-party clients rely on it, run against a server that only records")
    void token_comesInHeaderQueryFormOrJson() {
        String token = "sandbox-token-destination";
        assertThat(anyone.get(READY + "?access_token=" + token).status()).isEqualTo(200);
        assertThat(anyone.post(READY, Map.of("access_token", token, "method", "get")).status()).isEqualTo(200);
        assertThat(anyone.postJson(DESTINATION_WABA + "/subscribed_apps", "{\"access_token\":\"" + token + "\"}").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"'', 401, 104", "nonsense, 401, 190", "sandbox-token-expired, 401, 190/463", "sandbox-token-revoked, 401, 190/467",
        "sandbox-token-blocked, 403, 200"})
    @Documented(page = Page.ERROR_CODES, but = "subcode 467")
    void badToken_isToldApart(String token, int status, String code) {
        Wire.Heard heard = new Wire(sandbox, token).get(READY);

        assertThat(heard.status()).isEqualTo(status);
        assertThat(heard.code()).isEqualTo(code);
    }

    @Test
    @Observed(where = "answers that were published, with their headers")
    void error_hasItsEnvelopeAndHeaders() {
        Wire.Heard heard = destination.get("/v26.0/999");

        assertThat(heard.status()).isEqualTo(400);
        assertThat(heard.code()).isEqualTo("100/33");
        assertThat(heard.error().path("type").asString()).isEqualTo("GraphMethodException");
        assertThat(heard.error().path("fbtrace_id").asString()).hasSize(23).isEqualTo(heard.headers().get("x-fb-trace-id"));
        assertThat(heard.headers()).containsEntry("content-type", "application/json; charset=UTF-8")
                .containsEntry("facebook-api-version", "v26.0")
                .containsKeys("x-fb-request-id", "x-fb-rev", "x-fb-debug");
    }

    @Test
    @Observed(where = "answers that were published")
    void fields_nestAndUnknownOnesAreRefusedAndWrittenDown() {
        JsonNode waba = destination.get(SOURCE_WABA + "?fields=owner_business_info%7Bname%7D,phone_numbers.limit(2)%7Bstatus%7D").json();
        assertThat(waba.path("owner_business_info").path("name").asString()).isEqualTo("Padaria Aurora Ltda");
        assertThat(waba.path("phone_numbers").path("data")).hasSize(2);

        assertThat(destination.get(READY + "?fields=shoe_size").error().path("message").asString())
                .isEqualTo("(#100) Tried accessing nonexisting field (shoe_size) on node type (WhatsAppBusinessPhoneNumber)");
        assertThat(anyone.get("/sandbox/calls?unmodelled=true").json().path("count").asInt()).isEqualTo(1);
    }

    @Test
    @Documented(page = Page.CHANGES)
    void portfolioLimit_isThereSinceVersion24() {
        String field = "?fields=whatsapp_business_manager_messaging_limit";
        assertThat(destination.get("/v24.0/106540352240002" + field).status()).isEqualTo(200);
        assertThat(destination.get("/v23.0/106540352240002" + field).status()).isEqualTo(400);
    }

    @Test
    @Observed(where = "third-party clients rely on it, run against a server that only records")
    void pages_followEachOtherToTheEndAndNoFurther() {
        List<String> ids = new ArrayList<>();
        Wire.Heard page = destination.get(SOURCE_WABA + "/message_templates?limit=7&fields=id");
        while (true) {
            page.json().path("data").forEach(each -> ids.add(each.path("id").asString()));
            String next = page.json().path("paging").path("next").asString("");
            if (next.isEmpty()) {
                break;
            }
            assertThat(next).startsWith(sandbox.uri() + SOURCE_WABA + "/message_templates?access_token=");
            page = anyone.get(next);
        }
        assertThat(ids).hasSize(40).doesNotHaveDuplicates();

        String last = page.json().path("paging").path("cursors").path("after").asString();
        assertThat(destination.get(SOURCE_WABA + "/message_templates?limit=7&after=" + last).body()).isEqualTo("{\"data\":[]}");
        String first = page.json().path("paging").path("cursors").path("before").asString();
        assertThat(destination.get(SOURCE_WABA + "/message_templates?limit=7&before=" + first).json().path("data")).hasSize(7);
        assertThat(destination.get(SOURCE_WABA + "/message_templates?after=nonsense").code()).isEqualTo("131059");
    }

    @Test
    @Observed(where = "third-party clients rely on it, run against a server that only records")
    void templates_areFilteredBySingleValuesAndLists() {
        assertThat(destination.get(SOURCE_WABA + "/message_templates?status=PAUSED").json().path("data")).hasSize(1);
        assertThat(
                destination.get(SOURCE_WABA + "/message_templates?limit=100&status=%5B%22PAUSED%22,%22REJECTED%22%5D").json().path("data"))
                .hasSize(3);
        assertThat(destination.get(SOURCE_WABA + "/message_templates?name=boas_vindas&language=en_US").json().path("data")).hasSize(1);
    }

    @Test
    @Observed(where = "Meta's OpenAPI file, version 23")
    void numbers_areSortedAndFiltered() {
        String live = "filtering=%5B%7B%22field%22:%22account_mode%22,%22operator%22:%22EQUAL%22,%22value%22:%22LIVE%22%7D%5D";
        assertThat(source.get("/v26.0/200000000000010/phone_numbers").json().path("data")).hasSize(1);
        assertThat(source.get("/v26.0/200000000000010/phone_numbers?" + live).json().path("data")).isEmpty();
        JsonNode down = source.get(SOURCE_WABA + "/phone_numbers?sort=creation_time.desc&limit=1").json();
        JsonNode up = source.get(SOURCE_WABA + "/phone_numbers?sort=creation_time.asc&limit=1").json();
        assertThat(down.path("data").path(0).path("id")).isNotEqualTo(up.path("data").path(0).path("id"));
    }

    @Test
    @Observed(where = "third-party clients rely on it, run against a server that only records")
    void deleteByPost_isADelete() {
        assertThat(destination.post(DESTINATION_WABA + "/subscribed_apps", Map.of("method", "delete")).status()).isEqualTo(200);
        assertThat(destination.get(DESTINATION_WABA + "/subscribed_apps").body()).isEqualTo("{\"data\":[]}");
    }

    @Test
    @Documented(page = Page.BATCH)
    void batch_answersInOrder() {
        Wire.Heard heard = destination.post("/", Map.of("include_headers", "false", "batch",
                "[{\"method\":\"GET\",\"relative_url\":\"v26.0/106540352240002?fields=status\"},"
                        + "{\"method\":\"POST\",\"relative_url\":\"200000000000002/subscribed_apps\"},{\"method\":\"GET\",\"relative_url\":\"1\"}]"));

        assertThat(heard.json()).extracting(each -> each.path("code").asInt()).containsExactly(200, 200, 400);
        assertThat(heard.json().path(0).path("body").asString()).contains("CONNECTED");
    }

    @Test
    @Documented(page = Page.RATE_LIMITS, but = "how fast the other two percentages climb")
    void usage_climbsInPercentAndEndsInThrottling() {
        choose("calls-per-hour", "10");
        Wire.Heard heard = destination.get(DESTINATION_WABA);
        assertThat(heard.headers().get("x-business-use-case-usage")).contains("\"200000000000002\"", "\"call_count\":10");
        for (int i = 0; i < 9; i++) {
            heard = destination.get(DESTINATION_WABA);
        }
        assertThat(heard.status()).isEqualTo(200);

        Wire.Heard over = destination.get(DESTINATION_WABA);
        assertThat(over.code()).isEqualTo("80008");
        assertThat(over.headers().get("x-business-use-case-usage")).contains("\"estimated_time_to_regain_access\":60");
        assertThat(source.get(SOURCE_WABA).status()).isEqualTo(200);
        anyone.postJson("/sandbox/clock/advance", "{\"by\":\"PT61M\"}");
        assertThat(destination.get(DESTINATION_WABA).status()).isEqualTo(200);
    }

    @Test
    @Documented(page = Page.RATE_LIMITS)
    void usage_beginsWithTheCallsThatTheWorldSaysWereMade_andForgetsThemAfterAnHour() {
        anyone.put("/sandbox/world", "{\"world\":\"troubles\"}");
        Wire.Heard heard = destination.get("/v26.0/200000000000029");
        assertThat(heard.headers().get("x-business-use-case-usage")).contains("\"200000000000029\"", "\"call_count\":80");

        anyone.postJson("/sandbox/clock/advance", "{\"by\":\"PT61M\"}");
        heard = destination.get("/v26.0/200000000000029");
        assertThat(heard.headers().get("x-business-use-case-usage")).contains("\"call_count\":0");
    }

    @Test
    @Documented(page = Page.SIGNUP)
    void debugToken_tellsWhatATokenMay() {
        JsonNode data = destination.get("/v26.0/debug_token?input_token=sandbox-token-expired").json().path("data");
        assertThat(data.path("is_valid").booleanValue()).isFalse();
        assertThat(data.path("error").path("subcode").asInt()).isEqualTo(463);
        assertThat(destination.get("/debug_token?input_token=sandbox-token-destination").json().path("data").path("scopes")).hasSize(3);
    }

    @Test
    @Documented(page = Page.SIGNUP, but = "that a second exchange is refused")
    void signupCode_isExchangedOnceWithin30Seconds() {
        String code = anyone.postJson("/sandbox/signup-codes", "{}").json().path("code").asString();
        String path = "/v26.0/oauth/access_token?client_id=634974688087002&client_secret=sandbox-secret-destination&code=";
        String token = anyone.get(path + code).json().path("access_token").asString();
        assertThat(new Wire(sandbox, token).get(DESTINATION_WABA).status()).isEqualTo(200);
        assertThat(new Wire(sandbox, token).get(SOURCE_WABA).code()).isEqualTo("100/33");
        assertThat(anyone.get(path + code).status()).isEqualTo(400);

        String late = anyone.postJson("/sandbox/signup-codes", "{}").json().path("code").asString();
        anyone.postJson("/sandbox/clock/advance", "{\"by\":\"PT31S\"}");
        assertThat(anyone.get(path + late).status()).isEqualTo(400);
    }

    @Test
    @Documented(page = Page.CREDIT_LINES, but = "the refusal of a second one")
    void credit_isAttachedOnceAndShowsAsFunding() {
        String noPayment = "/v26.0/200000000000004";
        JsonNode lines = destination.get("/v26.0/510000000000002/extendedcredits").json().path("data");
        String line = "/v26.0/" + lines.path(0).path("id").asString() + "/whatsapp_credit_sharing_and_attach";
        Map<String, String> attach = Map.of("waba_id", "200000000000004", "waba_currency", "BRL");
        String allocation = destination.post(line, attach).json().path("allocation_config_id").asString();

        assertThat(destination.get("/v26.0/" + allocation + "?fields=receiving_credential%7Bid%7D")
                .json()
                .path("receiving_credential")
                .path("id"))
                .isEqualTo(destination.get(noPayment + "?fields=primary_funding_id").json().path("primary_funding_id"));
        assertThat(destination.post(line, attach).status()).isEqualTo(400);
    }

    @Test
    @Documented(page = Page.ACCOUNT_REFERENCE)
    void accounts_areListedByOwnerAndByPartner() {
        assertThat(destination.get("/v26.0/510000000000002/client_whatsapp_business_accounts?limit=50").json().path("data")).hasSize(10);
        assertThat(destination.get("/v26.0/510000000000011?fields=verification_status").json().path("verification_status").asString())
                .isEqualTo("verified");
        assertThat(destination.get("/v26.0/510000000000001").code()).isEqualTo("100/33");
    }

    @Test
    @Documented(page = Page.BUSINESS_PROFILE)
    void profile_isReadAndChanged() {
        destination.postJson("/v26.0/106540352240009/whatsapp_business_profile",
                "{\"messaging_product\":\"whatsapp\",\"about\":\"Novo\",\"websites\":[\"https://a.example\",\"https://b.example\"]}");
        JsonNode profile = destination.get("/v26.0/106540352240009/whatsapp_business_profile?fields=about,websites")
                .json()
                .path("data")
                .path(0);

        assertThat(profile.path("about").asString()).isEqualTo("Novo");
        assertThat(profile.path("websites")).hasSize(2);
        assertThat(profile.has("email")).isFalse();
    }

    @Test
    @Documented(page = Page.ERROR_CODES, but = "how long a review takes")
    void templates_areCreatedReviewedAndDeleted() {
        String body = "{\"name\":\"novo\",\"language\":\"pt_BR\",\"category\":\"UTILITY\",\"components\":[{\"type\":\"BODY\",\"text\":\"Oi\"}]}";
        Wire.Heard made = destination.postJson(DESTINATION_WABA + "/message_templates", body);
        assertThat(made.json().path("status").asString()).isEqualTo("PENDING");
        assertThat(destination.postJson(DESTINATION_WABA + "/message_templates", body).code()).isEqualTo("100/2388024");
        anyone.postJson("/sandbox/clock/advance", "{\"by\":\"PT1M\"}");
        assertThat(destination.get("/v26.0/" + made.json().path("id").asString()).json().path("status").asString()).isEqualTo("APPROVED");

        assertThat(destination.delete(DESTINATION_WABA + "/message_templates?name=novo").status()).isEqualTo(200);
        assertThat(destination.postJson(DESTINATION_WABA + "/message_templates", body).code()).isEqualTo("100/2388023");
    }

    @Test
    @Assumed(because = "an object one has no access to answers 100/33 everywhere else", settledBy = "the call with a source WABA of somebody else")
    void earlyCopy_needsAccessToTheSource() {
        Wire.Heard copied = destination.post(DESTINATION_WABA + "/migrate_message_templates", Map.of("source_waba_id", "200000000000001"));
        assertThat(copied.json().path("migrated_templates")).hasSizeGreaterThan(20);
        assertThat(copied.json().path("failed_templates").isObject()).isTrue();
        assertThat(destination.post(DESTINATION_WABA + "/migrate_message_templates", Map.of("source_waba_id", "200000000000003")).code())
                .isEqualTo("100/33");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1,2]", "\"x\"", "{\"messaging_product\":[],\"pin\":{}}", "{\"pin\":\"'; drop table numbers; --\"}"})
    @Documented(page = Page.ERROR_CODES, but = "the texts")
    void badRegisterBodies_areGraphLikeErrors(String body) {
        Wire.Heard heard = destination.postJson("/v26.0/106540352240009/register", body);

        assertThat(heard.status()).isEqualTo(400);
        assertThat(heard.error().path("code").asInt()).isEqualTo(100);
    }

    @Test
    @Assumed(because = "what Graph does with such requests is nobody's to try", settledBy = "nothing: it is not to be tried")
    void hostileRequests_areGraphLikeErrorsAndChangeNothing() {
        byte[] invalidUtf8 = {'{', '"', (byte) 0xC3, '"', '}'};
        byte[] huge = "x=".concat("y".repeat(5_000_000)).getBytes(StandardCharsets.UTF_8);
        byte[] deep = ("{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}").getBytes(StandardCharsets.UTF_8);
        String world = anyone.get("/sandbox/world").body();

        for (Wire.Heard heard : List.of(destination.postBytes(READY, "application/json", invalidUtf8),
                destination.postBytes(READY, "application/x-www-form-urlencoded", huge),
                destination.postBytes(READY, "application/json", deep),
                destination.get("/v26.0/..%2f..%2fetc/passwd"), destination.get("/v26.0/106540352240002?fields=" + "a%7B".repeat(500)),
                destination.get("/v99.0/106540352240002"), destination.get("/v26.0/106540352240002/a/b/c"),
                destination.get("/v26.0/%3Cscript%3E"), destination.get(SOURCE_WABA + "/phone_numbers?limit=many"),
                destination.get(SOURCE_WABA + "/phone_numbers?filtering=x"))) {
            assertThat(heard.status()).as(heard.body()).isEqualTo(400);
            assertThat(heard.error().path("fbtrace_id").asString()).isNotEmpty();
            assertThat(heard.body()).doesNotContain("Exception:", "at dev.", "java.lang");
        }
        assertThat(anyone.get("/sandbox/world").body()).isEqualTo(world);
    }
}
