package dev.portway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.sandbox.fidelity.Assumed;
import dev.portway.sandbox.fidelity.Documented;
import dev.portway.sandbox.fidelity.Observed;
import dev.portway.sandbox.fidelity.Page;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Graph's protocol line by line: versions, batches, nested fields, paging, proofs, usage. */
class GraphWireTest extends SandboxTest {

    @ParameterizedTest
    @CsvSource({"v21.0, v21.0", "v26.0, v26.0", "v20.0, v21.0", "v3.1, v21.0"})
    @Documented(page = Page.VERSIONS)
    void version_thatExpiredIsAnsweredByTheOldestAlive(String asked, String served) {
        assertThat(destination.get("/" + asked + "/106540352240002").headers()).containsEntry("facebook-api-version", served);
    }

    @Test
    @Assumed(because = "every answer may be read by any page, so its browser must be let ask first", settledBy = "an OPTIONS with Access-Control-Request-Headers sent to Graph")
    void pagesOfOthers_maySendATokenInAHeader() {
        Wire.Heard permitted = anyone.preflight(READY + "/messages");
        assertThat(permitted.status()).isEqualTo(200);
        assertThat(permitted.headers()).containsEntry("access-control-allow-origin", "*")
                .containsEntry("access-control-allow-headers", "authorization,content-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v26.1", "v24.10", "v99.0", "v3.4", "v0.0"})
    @Observed(where = "koala issue 611: a version that never was, and what its caller was told")
    void version_thatNeverWasIsAnUnknownPath(String asked) {
        Wire.Heard heard = destination.get("/" + asked + "/106540352240002?fields=id");

        assertThat(heard.code()).isEqualTo("2500");
        assertThat(heard.error().path("message").asString()).isEqualTo("Unknown path components: /106540352240002");
        assertThat(destination.get("/v2.12/106540352240002").status()).isEqualTo(200);
    }

    @Test
    @Documented(page = Page.CHANGES)
    void versions_comeAndGoWithTheClock() {
        clock("2026-07-01T00:00:00Z");
        assertThat(destination.get("/v20.0/106540352240002").headers()).containsEntry("facebook-api-version", "v20.0");
        assertThat(destination.get("/106540352240002").headers()).containsEntry("facebook-api-version", "v25.0");
        assertThat(destination.get("/v26.0/106540352240002").code()).isEqualTo("2500");
        clock("2027-01-22T00:00:00Z");
        assertThat(destination.get("/v21.0/106540352240002").headers()).containsEntry("facebook-api-version", "v22.0");
    }

    private void clock(String now) {
        anyone.put("/sandbox/clock", "{\"mode\":\"frozen\",\"now\":\"" + now + "\"}");
    }

    @Test
    @Documented(page = Page.CHANGES)
    void messagingLimit_movedFromTheNumberToThePortfolioInVersion24() {
        String fields = "?fields=messaging_limit_tier";
        assertThat(destination.get("/v23.0/106540352240002" + fields).json().path("messaging_limit_tier").asString()).isEqualTo("TIER_10K");
        assertThat(destination.get("/v24.0/106540352240002" + fields).body()).isEqualTo("{\"id\":\"106540352240002\"}");
        anyone.put("/sandbox/numbers/+5511987650002", "{\"messagingLimit\":\"TIER_1K\"}");
        assertThat(destination.get("/v23.0/106540352240002" + fields).json().path("messaging_limit_tier").asString()).isEqualTo("TIER_1K");
    }

    @Test
    @Documented(page = Page.CHANGES, but = "the text of the error")
    void idsAndDateFormat_areGoneSinceTheCleanUp() {
        String ids = "/?ids=106540352240002,200000000000002&fields=id";
        assertThat(destination.get(ids).status()).isEqualTo(400);
        assertThat(destination.get(READY + "?date_format=U").status()).isEqualTo(400);
        assertThat(destination.get(READY + "?pretty=1&debug=all&format=json&locale=pt_BR&suppress_http_code=0").status()).isEqualTo(200);
        clock("2026-10-26T23:59:59Z");
        assertThat(destination.get("/v26.0" + ids).body())
                .isEqualTo("{\"106540352240002\":{\"id\":\"106540352240002\"},\"200000000000002\":{\"id\":\"200000000000002\"}}");
        assertThat(destination.get("/phone_numbers?ids=200000000000002&fields=id").json().path("200000000000002").path("data"))
                .isNotEmpty();
        assertThat(destination.get("/?ids=106540352240002,1").code()).isEqualTo("100/33");
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data; boundary=------WebKit", "multipart/form-data; boundary=\"------WebKit\""})
    @Observed(where = "third-party clients rely on it, run against a server that only records")
    void multipart_mayCarryFilesOfAnyBytes(String contentType) {
        byte[] head = String
                .join("\r\n", "--------WebKit", "Content-Disposition: form-data; name=\"method\"", "", "get", "--------WebKit",
                        "Content-Disposition: form-data; name=\"file\"; filename=\"a.png\"", "Content-Type: image/png", "", "")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] tail = "\r\n--------WebKit--\r\n".getBytes(StandardCharsets.US_ASCII);
        byte[] body = new byte[head.length + 2 + tail.length];
        System.arraycopy(head, 0, body, 0, head.length);
        body[head.length] = (byte) 0xFF;
        body[head.length + 1] = (byte) 0xC3;
        System.arraycopy(tail, 0, body, head.length + 2, tail.length);

        assertThat(destination.postBytes(READY, contentType, body).json().path("id").asString()).isEqualTo("106540352240002");
    }

    @Test
    @Documented(page = Page.SECURE_CALLS, but = "one proof for a whole batch")
    void proof_isAskedForWhenTheAppSaysSoAndHoldsForAWholeBatch() {
        anyone.put("/sandbox/apps/634974688087002", "{\"proofRequired\":true}");
        String proof = hmac("sandbox-secret-destination", "sandbox-token-destination");

        assertThat(destination.get(READY).error().path("message").asString()).contains("appsecret_proof");
        assertThat(destination.get(READY + "?appsecret_proof=" + proof).status()).isEqualTo(200);
        assertThat(destination.get(READY + "?appsecret_proof=" + proof.replace(proof.charAt(0), 'x')).status()).isEqualTo(400);
        assertThat(destination.post("/", Map.of("appsecret_proof", proof, "batch", "[{\"relative_url\":\"106540352240002\"}]"))
                .json()
                .path(0)
                .path("code")
                .asInt()).isEqualTo(200);
    }

    private static String hmac(String secret, String token) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(token.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @Observed(where = "third-party clients rely on it, run against a server that only records")
    void batch_inheritsVersionAndTokenAndGivesHeadersUnlessToldNotTo() {
        JsonNode answers = destination.post("/v22.0/", Map.of("batch",
                "[{'relative_url':'106540352240002?fields=id'},{'relative_url':'v25.0/106540352240002?fields=id'},"
                        + "{'relative_url':'/106540352240001?access_token=sandbox-token-expired'}]"))
                .json();

        assertThat(answers.path(0).path("headers").toString()).contains("\"facebook-api-version\",\"value\":\"v22.0\"");
        assertThat(answers.path(1).path("headers").toString()).contains("\"facebook-api-version\",\"value\":\"v25.0\"");
        assertThat(answers.path(2).path("code").asInt()).isEqualTo(401);
        assertThat(destination.post("/me?include_headers=false", Map.of("batch", "[{'relative_url':'me?fields=id'}]")).body())
                .isEqualTo("[{\"code\":200,\"body\":\"{\\\"id\\\":\\\"610000000000002\\\"}\"}]");
    }

    @Test
    @Documented(page = Page.BATCH)
    void batch_hasCallsThatUseEachOthersAnswers() {
        JsonNode answers = destination.post("/v26.0/", Map.of("include_headers", "false", "batch", """
                [{"method":"GET","name":"list","relative_url":"200000000000002/phone_numbers?fields=id"},
                 {"method":"GET","relative_url":"{result=list:$.data[0].id}?fields=id"},
                 {"method":"GET","relative_url":"{result=list:$.data.*.id}?fields=id"},
                 {"method":"GET","name":"bad","relative_url":"1"},
                 {"method":"GET","depends_on":"bad","relative_url":"106540352240002"},
                 {"method":"GET","name":"kept","omit_response_on_success":false,"relative_url":"106540352240002?fields=id"},
                 {"method":"GET","depends_on":"kept","relative_url":"106540352240002?fields=id"}]""")).json();

        assertThat(answers.path(0).isNull()).as("a used answer is left out").isTrue();
        assertThat(answers.path(1).path("body").asString()).isEqualTo("{\"id\":\"106540352240009\"}");
        assertThat(answers.path(2).path("body").asString()).isEqualTo("{\"id\":\"106540352240009\"}");
        assertThat(answers.path(3).path("code").asInt()).isEqualTo(400);
        assertThat(answers.path(4).isNull()).as("what waits for a failed call is not made").isTrue();
        assertThat(answers.path(5).path("code").asInt()).isEqualTo(200);
        assertThat(answers.path(6).path("code").asInt()).isEqualTo(200);
    }

    @Test
    @Observed(where = "the client fb of npm writes its methods so")
    void batch_takesMethodsInSmallLetters() {
        JsonNode answers = destination
                .post("/", Map.of("batch",
                        "[{\"method\":\"get\",\"relative_url\":\"me\"},{\"method\":\"delete\",\"relative_url\":\"200000000000002/subscribed_apps\"}]"))
                .json();
        assertThat(answers.path(0).path("code").asInt()).isEqualTo(200);
        assertThat(answers.path(1).path("body").asString()).isEqualTo("{\"success\":true}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "{}", "[]"})
    @Assumed(because = "the page has the limit and no refusal", settledBy = "a batch that is no list sent to Graph")
    void batch_thatIsNoneIsRefused(String batch) {
        assertThat(destination.post("/", Map.of("batch", batch)).code()).isEqualTo("100");
    }

    @Test
    @Documented(page = Page.BATCH)
    void batch_hasAtMostFiftyCalls() {
        String call = "{\"relative_url\":\"me\"}";
        assertThat(destination.post("/", Map.of("batch", "[" + String.join(",", Collections.nCopies(51, call)) + "]")).code())
                .isEqualTo("100");
    }

    @Test
    @Observed(where = "third-party clients rely on it, run against a server that only records")
    void nestedEdge_isPagedLikeAnyOther() {
        JsonNode first = destination.get("/v25.0/200000000000001?fields=phone_numbers.limit(8).summary(true)%7Bid,status%7D")
                .json()
                .path("phone_numbers");
        assertThat(first.path("data")).hasSize(8);
        assertThat(first.path("summary").path("total_count").asInt()).isEqualTo(15);
        String next = first.path("paging").path("next").asString();
        assertThat(next).startsWith(sandbox.uri() + "/v25.0/200000000000001/phone_numbers?access_token=");
        JsonNode second = anyone.get(next).json();
        assertThat(second.path("data")).hasSize(7);
        assertThat(second.path("data").path(0).propertyNames()).containsExactly("id", "status");
        assertThat(second.path("paging").has("next")).isFalse();
        String after = first.path("paging").path("cursors").path("after").asString();
        assertThat(destination.get("/v25.0/200000000000001?fields=phone_numbers.limit(8).after(" + after + ")%7Bid%7D")
                .json()
                .path("phone_numbers")
                .path("data")).hasSize(7);
    }

    @Test
    @Observed(where = "third-party clients rely on it, run against a server that only records")
    void nestedFields_reachIntoNodesAndEdges() {
        JsonNode waba = destination.get(SOURCE_WABA
                + "?fields=owner_business%7Bname,verification_status%7D,phone_numbers.limit(1)%7B%7D,message_templates.limit(1).as(first)%7Bname%7D")
                .json();
        assertThat(waba.path("owner_business").toString())
                .isEqualTo("{\"name\":\"Padaria Aurora Ltda\",\"verification_status\":\"verified\",\"id\":\"510000000000011\"}");
        assertThat(waba.path("phone_numbers").path("data").path(0).has("display_phone_number")).isTrue();
        assertThat(waba.path("first").path("data").path(0).propertyNames()).containsExactly("name", "id");
        assertThat(
                destination.get(READY + "?fields=whatsapp_business_profile%7Babout%7D").json().path("whatsapp_business_profile").toString())
                .isEqualTo("{\"data\":[{\"about\":\"Pão quente o dia todo\"}]}");
        assertThat(destination.get(SOURCE_WABA + "?fields=analytics.start(1).end(2).granularity(DAY)").status()).isEqualTo(200);
    }

    @Test
    @Assumed(because = "what is not set is left out by Graph; that the log tells is ours", settledBy = "nothing: it is ours")
    void knownFieldWithoutAModel_isAnsweredWithoutItAndWrittenDown() {
        assertThat(destination.get(SOURCE_WABA + "?fields=linked_commerce_account").body()).isEqualTo("{\"id\":\"200000000000001\"}");
        assertThat(anyone.get("/sandbox/calls?unmodelled=true").json().path("count").asInt()).isEqualTo(1);
    }

    @Test
    @Observed(where = "Meta's generated SDK specification, Apr 2026")
    void list_tellsItsTotalWhenAskedForASummary() {
        assertThat(
                destination.get(SOURCE_WABA + "/message_templates?limit=1&summary=true").json().path("summary").path("total_count").asInt())
                .isEqualTo(40);
        assertThat(destination.get(SOURCE_WABA + "/message_templates?limit=1").json().has("summary")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"[{\"field\":\"account_mode\",\"operator\":\"NOT_EQUAL\",\"value\":\"LIVE\"}] | 0",
        "[{\"field\":\"account_mode\",\"operator\":\"IN\",\"value\":[\"LIVE\",\"SANDBOX\"]}] | 15",
        "[{\"field\":\"messaging_limit_tier\",\"operator\":\"EQUAL\",\"value\":\"TIER_10K\"}] | 15",
        "[{\"field\":\"is_official_business_account\",\"operator\":\"EQUAL\",\"value\":true}] | 1"})
    @Observed(where = "Meta's other APIs filter by these operators")
    void filters_haveGraphsOperators(String filtering, int found) {
        String query = URLEncoder.encode(filtering, StandardCharsets.UTF_8);
        assertThat(destination.get(SOURCE_WABA + "/phone_numbers?limit=100&filtering=" + query).json().path("data")).hasSize(found);
    }

    @Test
    @Assumed(because = "an operator that is none is refused by Meta's other APIs", settledBy = "such a filter sent to Graph")
    void filters_ofOtherOperatorsAreRefused() {
        String query = URLEncoder.encode("[{\"field\":\"account_mode\",\"operator\":\"SOUNDS_LIKE\",\"value\":\"x\"}]",
                StandardCharsets.UTF_8);
        assertThat(destination.get(SOURCE_WABA + "/phone_numbers?filtering=" + query).code()).isEqualTo("100");
    }

    @Test
    @Documented(page = Page.ACCOUNT_REFERENCE)
    void accounts_areSortedAndFilteredByPartnerAndTime() {
        anyone.put("/sandbox/wabas/200000000000004", "{\"createdAt\":\"2026-01-01T00:00:00Z\"}");
        String list = "/v26.0/510000000000011/owned_whatsapp_business_accounts?fields=id&limit=1";
        assertThat(destination.get(list + "&sort=creation_time_descending").json().path("data").path(0).path("id").asString())
                .isEqualTo("200000000000004");
        String recent = URLEncoder.encode("[{\"field\":\"creation_time\",\"operator\":\"GREATER_THAN\",\"value\":\"1760000000\"}]",
                StandardCharsets.UTF_8);
        assertThat(destination.get(list.replace("limit=1", "limit=100") + "&filtering=" + recent).json().path("data")).hasSize(1);
    }

    @Test
    @Documented(page = Page.RATE_LIMITS, but = "how many users an app has")
    void appUsage_movesWithTheAppsOwnCallsAndEndsInThrottling() {
        choose("app-calls-per-hour", "4");
        Wire app = new Wire(sandbox, "634974688087002|sandbox-secret-destination");
        assertThat(app.get("/app").headers().get("x-app-usage")).isEqualTo("{\"call_count\":25,\"total_cputime\":10,\"total_time\":12}");
        for (int i = 0; i < 3; i++) {
            assertThat(app.get("/app").status()).isEqualTo(200);
        }
        assertThat(app.get("/app").code()).isEqualTo("4");
        assertThat(destination.get("/app").status()).isEqualTo(200);
    }

    @Test
    @Assumed(because = "the bound is documented, its error is not", settledBy = "a call about a client by an app without advanced access; switch without-advanced-access")
    void appWithoutAdvancedAccess_reachesOnlyItsOwnPortfolio() {
        anyone.put("/sandbox/apps/634974688087002", "{\"advancedAccess\":[]}");
        assertThat(destination.get(DESTINATION_WABA).code()).isEqualTo("10");
        choose("without-advanced-access", "100/33");
        assertThat(destination.get(DESTINATION_WABA).code()).isEqualTo("100/33");
        assertThat(source.get(SOURCE_WABA).status()).isEqualTo(200);
    }

    @Test
    void headIsAnsweredLikeGetWithoutABody() throws Exception {
        HttpRequest head = HttpRequest.newBuilder(URI.create(sandbox.uri() + READY))
                .header("Authorization", "Bearer sandbox-token-destination")
                .HEAD()
                .build();
        assertThat(HttpClient.newHttpClient().send(head, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    @Test
    void sortingByNothingKnownIsRefused() {
        assertThat(destination.get(SOURCE_WABA + "/phone_numbers?sort=sideways").code()).isEqualTo("100");
        assertThat(destination.get(SOURCE_WABA + "/phone_numbers?sort=last_onboarded_time_ascending").status()).isEqualTo(200);
    }

    @Test
    @Documented(page = Page.READ_AFTER_WRITE)
    void writeThatNamesFields_isAnsweredWithWhatItWrote() {
        Map<String, String> template = Map.of("name", "novo", "language", "pt_BR", "category", "UTILITY", "components",
                "[{'type':'BODY','text':'Oi'}]", "fields", "name,status");
        Wire.Heard made = destination.post(DESTINATION_WABA + "/message_templates", template);
        assertThat(made.json().path("name").asString()).isEqualTo("novo");
        assertThat(made.json().propertyNames()).containsExactly("name", "status", "id");
        assertThat(destination.post("/v26.0/106540352240009", Map.of("search_visibility", "HIDDEN", "fields", "search_visibility")).body())
                .isEqualTo("{\"search_visibility\":\"HIDDEN\",\"id\":\"106540352240009\"}");
        assertThat(destination.post(DESTINATION_WABA + "/subscribed_apps", Map.of("fields", "id")).body()).isEqualTo("{\"success\":true}");
    }
}
