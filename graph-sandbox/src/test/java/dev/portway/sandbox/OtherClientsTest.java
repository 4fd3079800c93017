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
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients of other languages do that ours does not. */
class OtherClientsTest extends SandboxTest {

    private static final String SENDER = "/v26.0/106540352240009";
    private static final String NUMBER_FIELDS = "id,verified_name,display_phone_number,quality_rating,code_verification_status,platform_type,"
            + "throughput,webhook_configuration,status,name_status,new_name_status,new_display_name,certificate,new_certificate,quality_score,"
            + "account_mode,host_platform,is_official_business_account,official_business_account,is_pin_enabled,is_preverified_number,"
            + "is_on_biz_app,messaging_limit_tier,whatsapp_business_manager_messaging_limit,last_onboarded_time,unified_cert_status,"
            + "search_visibility,country_code,country_dial_code,username,eligibility_for_api_business_global_search,"
            + "conversational_automation,health_status";
    private static final String WABA_FIELDS = "account_review_status,analytics,auth_international_rate_eligibility,business_verification_status,"
            + "country,creation_time,currency,disable_marketing_messages_on_cloud_api,health_status,id,is_enabled_for_insights,"
            + "is_shared_with_partners,linked_commerce_account,marketing_messages_lite_api_status,marketing_messages_onboarding_status,"
            + "message_template_namespace,name,on_behalf_of_business_info,owner_business,owner_business_info,ownership_type,"
            + "primary_business_location,primary_funding_id,purchase_order_number,status,template_auto_archival_enabled,timezone_id,"
            + "whatsapp_business_manager_messaging_limit";

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "bearer", "OAuth"})
    @Observed(where = "third-party clients rely on it, run against a server that only records")
    void token_comesUnderEitherScheme(String scheme) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.uri() + READY))
                .header("Authorization", scheme + " sandbox-token-destination")
                .build();
        assertThat(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    @Test
    @Observed(where = "answers that were published")
    void refusal_saysWhyInItsChallengeToo() {
        assertThat(anyone.get(READY + "?access_token=nonsense").headers().get("www-authenticate"))
                .isEqualTo("OAuth \"Facebook Platform\" \"invalid_token\" \"Invalid OAuth access token - Cannot parse access token\"");
        assertThat(destination.get(SOURCE_WABA + "/message_templates?status=OLD%0AX").headers().get("www-authenticate"))
                .startsWith("OAuth \"Facebook Platform\" \"invalid_request\" \"(#100) Param status[0] must be one of {APPROVED, ");
    }

    @Test
    @Observed(where = "Meta's generated SDK specification names it")
    void fields_mayAllBeAskedForThatMetaNames() {
        assertThat(destination.get(READY + "?fields=" + NUMBER_FIELDS).status()).isEqualTo(200);
        assertThat(destination.get(DESTINATION_WABA + "?fields=" + WABA_FIELDS).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fields=name,status", "fields=%5B%22name%22,%22status%22%5D", "fields[]=name&fields[]=status"})
    @Observed(where = "third-party clients rely on it, run against a server that only records")
    void fields_comeAsTextOrAsList(String query) {
        assertThat(destination.get(SOURCE_WABA + "/message_templates?limit=1&" + query.replace("[]", "%5B%5D"))
                .json()
                .path("data")
                .path(0)
                .propertyNames())
                .containsExactly("name", "status", "id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1}", "[[\"a\"]]", "[{\"a\":{}}]", "NO_SUCH_STATUS"})
    @Observed(where = "answers that were published")
    void filter_thatIsNoStatusIsRefused(String status) {
        String query = "?status=" + URLEncoder.encode(status, StandardCharsets.UTF_8);
        assertThat(destination.get(SOURCE_WABA + "/message_templates" + query).code()).isEqualTo("100");
    }

    @ParameterizedTest
    @CsvSource({"55, 5511987650002, 200", "55, 11987650002, 200", "55, 553187650015, 200", "1, 15550150014, 100/2388103",
        "55, 5511987650013, 100/2388103"})
    @Documented(page = Page.REGISTERING, but = "how it is told that the code is there")
    void number_isAddedWithOrWithoutItsCallingCode(String callingCode, String number, String answer) {
        Map<String, String> added = Map.of("cc", callingCode, "phone_number", number, "migrate_phone_number", "true");
        assertThat(destination.post(DESTINATION_WABA + "/phone_numbers", added).code()).isEqualTo(answer);
        assertThat(anyone.get("/sandbox/calls?call=add-number").json().path("calls").path(0).path("number").asString())
                .matches("\\+(55|1)\\d{10,11}");
    }

    @Test
    @Assumed(because = "the page lets the code be left out and gives no rule for what may be either", settledBy = "a number of area code 55 added with its code left out")
    void number_ofAnAreaCodeLikeItsCountryKeepsBoth() {
        Map<String, String> added = Map.of("cc", "55", "phone_number", "55999990000", "verified_name", "Padaria Aurora");
        String id = destination.post(DESTINATION_WABA + "/phone_numbers", added).json().path("id").asString();
        assertThat(destination.get("/v26.0/" + id).json().path("display_phone_number").asString().replaceAll("\\D", ""))
                .isEqualTo("5555999990000");
    }

    @Test
    @Observed(where = "answers that were published")
    void me_isWhoeverTheTokenBelongsTo() {
        assertThat(destination.get("/v26.0/me?fields=id").body()).isEqualTo("{\"id\":\"610000000000002\"}");
        assertThat(destination.get("/me").json().path("name").asString()).isEqualTo("Rota system user");
        assertThat(app().get("/me").code()).isEqualTo("2500");
    }

    @Test
    @Documented(page = Page.SIGNUP, but = "the switch of who may ask")
    void debugToken_isForTokensOfTheSameApp() {
        String own = "/debug_token?input_token=sandbox-token-destination";
        assertThat(app().get(own).json().path("data").path("is_valid").booleanValue()).isTrue();
        assertThat(app().get("/debug_token?input_token=sandbox-token-source").code()).isEqualTo("100");
        choose("debug-token-asked-by", "app-only");
        assertThat(destination.get(own).code()).isEqualTo("100");
        assertThat(app().get(own).status()).isEqualTo(200);
    }

    @Test
    @Observed(where = "answers that were published")
    void signupCode_saysWhatIsWrongWithIt() {
        String path = "/oauth/access_token?client_id=634974688087002&client_secret=sandbox-secret-destination&code=";
        String code = anyone.postJson("/sandbox/signup-codes", "{}").json().path("code").asString();
        assertThat(anyone.get(path + code).status()).isEqualTo(200);
        assertThat(anyone.get(path + code).code()).isEqualTo("100/36009");
        String late = anyone.postJson("/sandbox/signup-codes", "{}").json().path("code").asString();
        anyone.postJson("/sandbox/clock/advance", "{\"by\":\"PT31S\"}");
        assertThat(anyone.get(path + late).code()).isEqualTo("100/36007");
        assertThat(anyone.get("/oauth/access_token").code()).isEqualTo("101");
        assertThat(anyone.get(path.replace("sandbox-secret-destination", "wrong") + code).code()).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"\"to\":\"5511912345678\",\"type\":\"text\"|131008",
        "\"to\":\"someone\",\"type\":\"text\",\"text\":{\"body\":\"oi\"}|131009", "\"status\":\"read\",\"message_id\":\"wamid.1\"|200",
        "\"status\":\"read\"|100"})
    @Documented(page = Page.ERROR_CODES, but = "which fault is told first")
    void message_isLookedAtBeforeItIsTaken(String body, String code) {
        assertThat(destination.postJson(SENDER + "/messages", "{\"messaging_product\":\"whatsapp\"," + body + "}").code()).isEqualTo(code);
    }

    @Test
    @Documented(page = Page.ERROR_CODES)
    void template_needsAsManyParametersAsItHasVariables() {
        destination.postJson(DESTINATION_WABA + "/message_templates",
                "{\"name\":\"pedido\",\"language\":\"pt_BR\",\"category\":\"UTILITY\","
                        + "\"components\":[{\"type\":\"BODY\",\"text\":\"O pedido {{1}} de {{2}} saiu\","
                        + "\"example\":{\"body_text\":[[\"1042\",\"Ana\"]]}}]}");
        anyone.postJson("/sandbox/clock/advance", "{\"by\":\"PT1M\"}");
        String text = "{\"type\":\"text\",\"text\":\"x\"}";

        assertThat(template("[]").code()).isEqualTo("132000");
        assertThat(template("[{\"type\":\"body\",\"parameters\":[" + text + "]}]").error().path("error_data").path("details").asString())
                .isEqualTo("body: number of localizable_params (1) does not match the expected number of params (2)");
        assertThat(template("[{\"type\":\"body\",\"parameters\":[" + text + "," + text + "]}]").status()).isEqualTo(200);
    }

    private Wire.Heard template(String components) {
        return destination.postJson(SENDER + "/messages",
                "{\"messaging_product\":\"whatsapp\",\"to\":\"5511912345678\",\"type\":\"template\","
                        + "\"template\":{\"name\":\"pedido\",\"language\":{\"code\":\"pt_BR\"},\"components\":" + components + "}}");
    }

    private Wire app() {
        return new Wire(sandbox, "634974688087002|sandbox-secret-destination");
    }
}
