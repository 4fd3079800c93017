package dev.portway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.sandbox.fidelity.Assumed;
import dev.portway.sandbox.fidelity.Documented;
import dev.portway.sandbox.fidelity.Observed;
import dev.portway.sandbox.fidelity.Page;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Apps, users, tokens, credit lines and settings, as Graph has them. */
class AccountCallsTest extends SandboxTest {

    private static final String BUSINESS = "/v26.0/510000000000002";
    private static final String LINE = "/v26.0/620000000000002";
    private static final String NUMBER = "/v26.0/106540352240009";

    @Test
    @Observed(where = "Meta's generated SDK specification, Apr 2026")
    void app_isTheOneOfTheToken() {
        assertThat(destination.get("/app").body())
                .isEqualTo(
                        "{\"id\":\"634974688087002\",\"name\":\"Rota\",\"link\":\"https://www.facebook.com/games/?app_id=634974688087002\"}");
        assertThat(source.get("/v26.0/app?fields=name").json().path("name").asString()).isEqualTo("Cedro");
    }

    @Test
    @Documented(page = Page.SYSTEM_USERS, but = "that a WABA's edge lists those of the caller's portfolio")
    void systemUsers_areListedAndMade() {
        assertThat(destination.get(BUSINESS + "/system_users").json().path("data").path(0).toString())
                .isEqualTo("{\"id\":\"610000000000002\",\"name\":\"Rota system user\",\"role\":\"ADMIN\"}");
        String id = destination.post(BUSINESS + "/system_users", Map.of("name", "Novo", "role", "EMPLOYEE")).json().path("id").asString();
        assertThat(destination.get("/v26.0/" + id).body()).isEqualTo("{\"name\":\"Novo\",\"id\":\"" + id + "\"}");
        assertThat(destination.get(DESTINATION_WABA + "/system_users?summary=true").json().path("summary").path("total_count").asInt())
                .isEqualTo(3);
        assertThat(destination.get("/v26.0/510000000000001/system_users").code()).isEqualTo("100/33");
        assertThat(destination.get("/me/assigned_whatsapp_business_accounts?fields=id").json().path("data").path(0).path("id").asString())
                .isEqualTo("200000000000002");
    }

    @Test
    @Documented(page = Page.SYSTEM_USERS)
    void systemUsersToken_isMadeWithScopesAndLifeOrFetched() {
        String path = BUSINESS + "/system_user_access_tokens";
        String token = destination.post(path, Map.of("system_user_id", "610000000000002", "scope", "whatsapp_business_management",
                "set_token_expires_in_60_days", "true")).json().path("access_token").asString();
        Wire with = new Wire(sandbox, token);
        assertThat(with.get(DESTINATION_WABA).status()).isEqualTo(200);
        assertThat(with.post(NUMBER + "/register", Map.of("messaging_product", "whatsapp", "pin", "135790")).code()).isEqualTo("200");
        anyone.postJson("/sandbox/clock/advance", "{\"by\":\"P61D\"}");
        assertThat(with.get(DESTINATION_WABA).code()).isEqualTo("190/463");
        assertThat(destination.post(path, Map.of("system_user_id", "610000000000002", "fetch_only", "true"))
                .json()
                .path("access_token")
                .asString())
                .isEqualTo("sandbox-token-destination");
        assertThat(destination.post(path, Map.of("system_user_id", "610000000000001")).code()).isEqualTo("100/33");
    }

    @Test
    @Assumed(because = "the page wants an admin's token and does not say what an employee's is answered", settledBy = "system_users asked for with an employee's token")
    void employee_cannotMakeSystemUsers() {
        anyone.put("/sandbox/world", "{\"world\":\"troubles\"}");
        Wire employee = new Wire(sandbox, "sandbox-token-messaging-only");
        assertThat(employee.post(BUSINESS + "/system_users", Map.of("name", "x")).status()).isEqualTo(403);
        assertThat(destination.get(BUSINESS + "/business_users").json().path("data").path(0).path("name").asString())
                .isEqualTo("Davi Developer");
    }

    @Test
    @Documented(page = Page.LONG_TOKENS, but = "what a token that does not expire becomes")
    void shortToken_isExchangedForALongOne() {
        anyone.put("/sandbox/world", "{\"world\":\"troubles\"}");
        String path = "/v26.0/oauth/access_token?grant_type=fb_exchange_token&client_id=634974688087002"
                + "&client_secret=sandbox-secret-destination&fb_exchange_token=";
        JsonNode longer = anyone.get(path + "sandbox-token-person").json();
        assertThat(longer.path("token_type").asString()).isEqualTo("bearer");
        assertThat(longer.path("expires_in").asInt()).isEqualTo(5_183_944);
        String token = longer.path("access_token").asString();
        anyone.postJson("/sandbox/clock/advance", "{\"by\":\"P59D\"}");
        assertThat(new Wire(sandbox, token).get("/me").json().path("name").asString()).isEqualTo("Davi Developer");
        assertThat(anyone.get(path + "sandbox-token-person").code()).isEqualTo("190/463");
        assertThat(anyone.get(path + "sandbox-token-source").code()).isEqualTo("100");
        assertThat(anyone.get(path + "nonsense").code()).isEqualTo("190");
    }

    @Test
    @Documented(page = Page.LOGIN_FOR_BUSINESS)
    void businessToken_tellsWhoseClientItWasGivenFor() {
        String code = anyone.postJson("/sandbox/signup-codes", "{}").json().path("code").asString();
        String token = anyone
                .get("/oauth/access_token?client_id=634974688087002&client_secret=sandbox-secret-destination&code=" + code)
                .json()
                .path("access_token")
                .asString();
        assertThat(new Wire(sandbox, token).get("/me?fields=client_business_id").json().path("client_business_id").asString())
                .isEqualTo("510000000000011");
    }

    @Test
    @Documented(page = Page.CREDIT_LINES, but = "the error when nothing was shared")
    void creditLine_isSharedAttachedReadAndRevoked() {
        assertThat(destination.get(LINE + "?fields=legal_entity_name,owner_business").json().path("owner_business").path("id").asString())
                .isEqualTo("510000000000002");
        Map<String, String> attach = Map.of("waba_id", "200000000000004", "waba_currency", "BRL");
        assertThat(destination.post(LINE + "/whatsapp_credit_attach", attach).code()).isEqualTo("100/33");
        String shared = destination.post(LINE + "/whatsapp_credit_sharing", Map.of("receiving_business_id", "510000000000011"))
                .json()
                .path("allocation_config_id")
                .asString();
        assertThat(shared).isNotEmpty();
        String allocation = destination.post(LINE + "/whatsapp_credit_attach", attach).json().path("allocation_config_id").asString();
        assertThat(health()).isEqualTo("AVAILABLE");

        assertThat(destination.delete("/v26.0/" + allocation).body()).isEqualTo("{\"success\":true}");
        assertThat(destination.get("/v26.0/" + allocation + "?fields=request_status").json().path("request_status").asString())
                .isEqualTo("DELETED");
        assertThat(health()).isEqualTo("BLOCKED");
        assertThat(source.get("/v26.0/" + allocation).code()).isEqualTo("100/33");
    }

    private String health() {
        return destination.get("/v26.0/200000000000004?fields=health_status")
                .json()
                .path("health_status")
                .path("can_send_message")
                .asString();
    }

    @Test
    @Documented(page = Page.REGISTRATION)
    void storage_isSetOnlyWhileTheNumberIsNotRegistered() {
        String on = "{\"storage_configuration\":{\"status\":\"IN_COUNTRY_STORAGE_ENABLED\",\"data_localization_region\":\"BR\"}}";
        assertThat(destination.get(NUMBER + "/settings").json().path("storage_configuration").path("status").asString())
                .isEqualTo("DEFAULT");
        assertThat(destination.postJson(NUMBER + "/settings", on).code()).isEqualTo("100");
        destination.post(NUMBER + "/deregister", Map.of());
        assertThat(destination.postJson(NUMBER + "/settings", on).status()).isEqualTo(200);
        assertThat(destination.get(NUMBER + "/settings").body()).isEqualTo(
                "{\"storage_configuration\":{\"status\":\"IN_COUNTRY_STORAGE_ENABLED\",\"data_localization_region\":\"BR\"}}");
        choose("settings-words", "lower-case");
        assertThat(destination.get(NUMBER + "/settings").body()).contains("in_country_storage_enabled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"storage_configuration\":{\"status\":\"SOMEWHERE\"}}",
        "{\"storage_configuration\":{\"status\":\"IN_COUNTRY_STORAGE_ENABLED\",\"data_localization_region\":\"XX\"}}",
        "{\"calling\":{\"status\":\"ENABLED\"},\"payload_encryption\":{\"status\":\"DISABLED\"}}", "{\"calling\":\"on\"}"})
    @Assumed(because = "one feature a call and the regions are documented, the refusals are not", settledBy = "such settings sent to Graph")
    void settings_thatCannotBeAreRefused(String body) {
        assertThat(destination.postJson(NUMBER + "/settings", body).code()).isEqualTo("100");
    }

    @Test
    @Documented(page = Page.COMMERCE_SETTINGS, but = "that calling and automation settings are kept as they were written")
    void otherSettings_areKept() {
        destination.postJson(NUMBER + "/settings", "{\"calling\":{\"status\":\"ENABLED\"}}");
        assertThat(destination.get(NUMBER + "/settings").json().path("calling").path("status").asString()).isEqualTo("ENABLED");
        destination.post(NUMBER + "/whatsapp_commerce_settings", Map.of("is_catalog_visible", "true"));
        assertThat(destination.get(NUMBER + "/whatsapp_commerce_settings").body())
                .isEqualTo("{\"data\":[{\"id\":\"106540352240009\",\"is_cart_enabled\":true,\"is_catalog_visible\":true}]}");
        destination.postJson(NUMBER + "/conversational_automation", "{\"enable_welcome_message\":true,\"prompts\":[\"Oi\"]}");
        assertThat(destination.get(NUMBER + "?fields=conversational_automation").json().path("conversational_automation").toString())
                .isEqualTo("{\"enable_welcome_message\":true,\"prompts\":[\"Oi\"]}");
        assertThat(destination.get(NUMBER + "/official_business_account").json().path("oba_status").asString()).isEqualTo("NOT_STARTED");
        destination.post(DESTINATION_WABA, Map.of("is_enabled_for_insights", "false"));
        assertThat(
                destination.get(DESTINATION_WABA + "?fields=is_enabled_for_insights").json().path("is_enabled_for_insights").booleanValue())
                .isFalse();
    }

    @Test
    @Observed(where = "Meta's generated SDK specification, Apr 2026, and the fields of the number's reference")
    void number_showsEveryFactAWorldMayGiveIt() {
        anyone.put("/sandbox/numbers/+5511987650009", "{\"throughput\":\"HIGH\",\"username\":\"aurora\",\"officialStatus\":\"PENDING\","
                + "\"preverified\":true,\"certificateStatus\":\"LIMITED_ACCESS\",\"qualityReasons\":[\"SPAM\"],\"quality\":\"YELLOW\"}");
        JsonNode shown = destination.get(NUMBER + "?fields=throughput,username,official_business_account,is_preverified_number,"
                + "unified_cert_status,quality_score").json();
        assertThat(shown.toString()).isEqualTo("{\"throughput\":{\"level\":\"HIGH\"},\"username\":\"aurora\","
                + "\"official_business_account\":{\"oba_status\":\"PENDING\"},\"is_preverified_number\":true,"
                + "\"unified_cert_status\":\"LIMITED_ACCESS\",\"quality_score\":{\"score\":\"YELLOW\",\"reasons\":[\"SPAM\"]},"
                + "\"id\":\"106540352240009\"}");
    }

    @ParameterizedTest
    @CsvSource({"11987650002, 200000000000013, 100/2388103", "11987650002, 200000000000014, 200000",
        "11987650002, 200000000000015, 100/2388103",
        "11987650002, 200000000000012, 100/2388103", "11987650002, 200000000000022, 200", "11987650041, 200000000000002, 100/2388103",
        "11987650021, 200000000000002, 100/2388103", "11987650025, 200000000000002, 100/2388103", "11987650047, 200000000000002, 200",
        "11987650048, 200000000000002, 100/2388012", "11987650042, 200000000000002, 100/2388103"})
    @Documented(page = Page.ERROR_CODES, but = "the outer code 100")
    void troubles_standInTheWayOfAMove(String number, String waba, String answer) {
        anyone.put("/sandbox/world", "{\"world\":\"troubles\"}");
        assertThat(destination.post("/v26.0/" + waba + "/phone_numbers",
                Map.of("cc", "55", "phone_number", number, "migrate_phone_number", "true")).code()).isEqualTo(answer);
    }

    @Test
    @Documented(page = Page.ERROR_CODES)
    void disabledAccount_cannotSendAndSaysSo() {
        anyone.put("/sandbox/wabas/200000000000002", "{\"banState\":\"DISABLE\"}");
        String message = "{\"messaging_product\":\"whatsapp\",\"to\":\"5511912345678\",\"type\":\"text\",\"text\":{\"body\":\"oi\"}}";
        assertThat(destination.postJson(NUMBER + "/messages", message).code()).isEqualTo("131031");
        assertThat(destination.get(NUMBER + "?fields=health_status").json().path("health_status").path("can_send_message").asString())
                .isEqualTo("BLOCKED");
    }

    @Test
    @Observed(where = "Meta's generated SDK specification names it")
    void tasks_mustBeMetas() {
        assertThat(
                destination.post(DESTINATION_WABA + "/assigned_users", Map.of("user", "610000000000002", "tasks", "['MANAGE','DEVELOP']"))
                        .status())
                .isEqualTo(200);
        assertThat(destination.post(DESTINATION_WABA + "/assigned_users", Map.of("user", "610000000000002", "tasks", "['DANCE']")).code())
                .isEqualTo("100");
        assertThat(destination.post(DESTINATION_WABA + "/assigned_users", Map.of("user", "610000000000002")).code()).isEqualTo("100");
    }

    @Test
    @Observed(where = "Meta's OpenAPI file, version 23")
    void assignedUsers_haveTheFieldsThatAreAskedFor() {
        destination.post(DESTINATION_WABA + "/assigned_users", Map.of("user", "610000000000002", "tasks", "['MANAGE']"));
        String users = DESTINATION_WABA + "/assigned_users?business=510000000000002";
        assertThat(destination.get(users + "&fields=user_type,business").json().path("data").toString())
                .contains("\"user_type\":\"SYSTEM_USER\"", "\"business\":{\"id\":\"510000000000002\"")
                .doesNotContain("tasks");
        assertThat(destination.get(users).json().path("data").path(0).propertyNames()).containsExactly("id", "name", "tasks");
        assertThat(destination.get(users + "&fields=shoe_size").code()).isEqualTo("100");
    }

    @Test
    @Observed(where = "two third-party clients, which write the format in small letters")
    void qrCode_isDrawnInAnyCaseAndNotMadeWhenItCannotBe() {
        String path = NUMBER + "/message_qrdls";

        assertThat(destination.post(path, Map.of("prefilled_message", "Oi", "generate_qr_image", "gif")).code()).isEqualTo("100");
        assertThat(destination.get(path).json().path("data")).isEmpty();
        assertThat(destination.post(path, Map.of("prefilled_message", "Oi", "generate_qr_image", "png"))
                .json()
                .path("qr_image_url")
                .asString()).endsWith(".png");
    }

    @Test
    @Documented(page = Page.QR_CODES, but = "the address of the image")
    void qrCodes_areMadeChangedListedAndDeleted() {
        String path = NUMBER + "/message_qrdls";
        JsonNode made = destination.post(path, Map.of("prefilled_message", "Oi", "generate_qr_image", "PNG")).json();
        String code = made.path("code").asString();
        assertThat(made.path("deep_link_url").asString()).isEqualTo("https://wa.me/message/" + code);
        assertThat(made.path("qr_image_url").asString()).endsWith(".png");
        destination.post(path, Map.of("code", code, "prefilled_message", "Olá"));
        assertThat(destination.get(path + "/" + code + "?fields=prefilled_message").json().path("data").toString())
                .isEqualTo("[{\"prefilled_message\":\"Olá\"}]");
        assertThat(
                destination.get(path + "?fields=code,qr_image_url.format(SVG)").json().path("data").path(0).path("qr_image_url").asString())
                .endsWith(code + ".svg");
        assertThat(destination.post(path, Map.of("prefilled_message", "x".repeat(141))).code()).isEqualTo("100");
        assertThat(destination.delete(path + "/" + code).body()).isEqualTo("{\"success\":true}");
        assertThat(destination.delete(path + "/" + code).code()).isEqualTo("100/33");
        assertThat(destination.get(NUMBER + "/messages/1").code()).isEqualTo("2500");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"vertical\":\"BAKERY\"", "\"websites\":[\"https://a.example\",\"https://b.example\",\"https://c.example\"]"})
    @Documented(page = Page.BUSINESS_PROFILE, but = "the words of the refusals")
    void profile_hasItsLimits(String fact) {
        String path = NUMBER + "/whatsapp_business_profile";
        assertThat(destination.postJson(path, "{\"messaging_product\":\"whatsapp\"," + fact + "}").code()).isEqualTo("100");
        assertThat(destination.postJson(path, "{\"messaging_product\":\"whatsapp\",\"about\":\"" + "x".repeat(140) + "\"}").code())
                .isEqualTo("100");
    }
}
