package dev.portway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.sandbox.fidelity.Assumed;
import dev.portway.sandbox.fidelity.Documented;
import dev.portway.sandbox.fidelity.Observed;
import dev.portway.sandbox.fidelity.Page;
import dev.portway.sandbox.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Embedded Signup as a client without scripts goes through it; the script and the window are tried in a browser elsewhere. */
class SignupTest extends SandboxTest {

    private static final String CLIENT = "510000000000011";
    private static final String NEW_NUMBER = "5511955550001";

    private String window = "";
    private Wire.Heard screen = new Wire.Heard(0, "", Map.of());

    private void open(String extras) {
        String query = "app_id=634974688087002&config_id=1&origin=https%3A%2F%2Fshop.example&extras="
                + URLEncoder.encode(extras, StandardCharsets.UTF_8);
        screen = anyone.get("/sandbox/signup?" + query);
        window = screen.headers().getOrDefault("location", "");
        look();
    }

    private void look() {
        screen = window.isEmpty() ? screen : anyone.get(window);
    }

    private void take(Map<String, String> typed) {
        Map<String, String> form = new HashMap<>(typed);
        form.putIfAbsent("do", "next");
        form.put("step", attribute("data-step"));
        screen = anyone.post(window, form);
        if (screen.status() == 303) {
            look();
        }
    }

    private String attribute(String name) {
        Matcher found = Pattern.compile(name + "=\"([^\"]*)\"").matcher(screen.body());
        return found.find() ? found.group(1).replace("&quot;", "\"") : "";
    }

    private JsonNode message() {
        return Json.parse(attribute("data-message")).orElseThrow(() -> new AssertionError(screen.body()));
    }

    private void toPortfolio(String extras) {
        open(extras);
        take(Map.of());
        take(Map.of());
    }

    private void toNumber(String business) {
        toPortfolio("{}");
        take(Map.of("business", business, "name", "Nova"));
        take(Map.of("waba", "new"));
        take(Map.of("wabaName", "Aurora Nova", "displayName", "Aurora"));
    }

    private String code(String number) {
        return anyone.get("/sandbox/phones/" + number + "/inbox").json().path("messages").path(0).path("code").asString();
    }

    private void finish() {
        take(Map.of());
        take(Map.of());
    }

    @Documented(page = Page.SIGNUP)
    @Test
    void numberVerified_isFinishedWithItsIdsAndACode() {
        toNumber(CLIENT);
        take(Map.of("number", "+" + NEW_NUMBER));
        take(Map.of("code", code(NEW_NUMBER)));
        finish();

        assertThat(message().path("type").asString()).isEqualTo("WA_EMBEDDED_SIGNUP");
        assertThat(message().path("event").asString()).isEqualTo("FINISH");
        assertThat(message().path("version").asInt()).isEqualTo(3);
        JsonNode data = message().path("data");
        assertThat(data.path("business_id").asString()).isEqualTo(CLIENT);
        String token = exchanged().json().path("access_token").asString();
        Wire provider = new Wire(sandbox, token);
        String number = data.path("phone_number_id").asString();
        assertThat(provider.get("/v26.0/" + number + "?fields=code_verification_status").json().path("code_verification_status").asString())
                .isEqualTo("VERIFIED");
        assertThat(provider.get("/v26.0/" + data.path("waba_id").asString() + "?fields=name").json().path("name").asString())
                .isEqualTo("Aurora Nova");
        assertThat(provider.postJson("/v26.0/" + number + "/register", "{\"messaging_product\":\"whatsapp\",\"pin\":\"135790\"}").status())
                .isEqualTo(200);
    }

    private Wire.Heard exchanged() {
        return anyone.get("/v26.0/oauth/access_token?client_id=634974688087002&client_secret=sandbox-secret-destination&code="
                + attribute("data-code"));
    }

    @Documented(page = Page.SIGNUP)
    @Test
    void code_livesThirtySeconds() {
        toNumber(CLIENT);
        take(Map.of("later", "yes"));
        finish();
        anyone.postJson("/sandbox/clock/advance", "{\"by\":\"PT31S\"}");

        assertThat(exchanged().status()).isEqualTo(400);
    }

    @Documented(page = Page.SIGNUP_VERSIONS)
    @Test
    void clientMayFinish_withANumberThatIsNotVerified() {
        toNumber(CLIENT);
        take(Map.of("number", NEW_NUMBER));
        take(Map.of("later", "yes"));
        finish();

        assertThat(message().path("event").asString()).isEqualTo("FINISH");
        Wire provider = new Wire(sandbox, exchanged().json().path("access_token").asString());
        String number = "/v26.0/" + message().path("data").path("phone_number_id").asString();
        assertThat(provider.get(number + "?fields=code_verification_status").json().path("code_verification_status").asString())
                .isEqualTo("NOT_VERIFIED");
        assertThat(provider.postJson(number + "/register", "{\"messaging_product\":\"whatsapp\",\"pin\":\"135790\"}").code())
                .isEqualTo("133006");
    }

    @Documented(page = Page.SIGNUP_VERSIONS)
    @Test
    void clientMayFinish_withoutANumber() {
        toNumber(CLIENT);
        take(Map.of("later", "yes"));
        finish();

        assertThat(message().path("event").asString()).isEqualTo("FINISH_ONLY_WABA");
        assertThat(message().path("data").propertyNames()).containsExactly("waba_id", "business_id");
    }

    @Documented(page = Page.SIGNUP_PREVIEW)
    @Test
    void preview_asksForTheNumberFirst() {
        toPortfolio("{\"version\":\"v4-public-preview\"}");
        assertThat(attribute("data-step")).isEqualTo("NUMBER");
        take(Map.of("number", NEW_NUMBER));
        take(Map.of("code", code(NEW_NUMBER)));
        assertThat(attribute("data-step")).isEqualTo("PORTFOLIO");
        take(Map.of("business", CLIENT));
        take(Map.of("waba", "new"));
        take(Map.of("wabaName", "Aurora Nova", "displayName", "Aurora"));
        finish();

        assertThat(message().path("event").asString()).isEqualTo("FINISH");
    }

    @Assumed(because = "the end of versions 2 and 3 is documented, not what their window then says", settledBy = "opening one after 15 Oct 2026")
    @ParameterizedTest
    @ValueSource(strings = {"v2", "v3", "v2-public-preview", "v3-public-preview"})
    void olderVersions_areExpired(String version) {
        open("{\"version\":\"" + version + "\"}");
        assertThat(screen.status()).isEqualTo(400);
        assertThat(screen.body()).contains("no longer available");

        choose("signup-old-versions", "as-v4");
        open("{\"version\":\"" + version + "\"}");
        assertThat(screen.status()).isEqualTo(200);
    }

    @Documented(page = Page.SIGNUP)
    @ParameterizedTest
    @CsvSource({"0, BUSINESS_ACCOUNT_SELECTION", "2, BUSINESS_ACCOUNT_SELECTION", "3, WABA_PHONE_PROFILE_PICKER",
        "4, WHATSAPP_BUSINESS_PROFILE_SETUP", "5, PHONE_NUMBER_SETUP", "6, PHONE_NUMBER_VERIFICATION", "7, PERMISSIONS"})
    void whoeverLeaves_isSaidToHaveLeftThere(int steps, String word) {
        open("{\"sessionInfoVersion\":\"3\"}");
        for (int step = 0; step < steps; step++) {
            take(Map.of("business", CLIENT, "waba", "new", "wabaName", "A", "displayName", "A", "number", NEW_NUMBER, "code",
                    attribute("data-step").equals("CODE") ? code(NEW_NUMBER) : ""));
        }
        String closing = attribute("data-closing");
        take(Map.of("do", "cancel"));

        assertThat(message().path("event").asString()).isEqualTo("CANCEL");
        assertThat(message().path("data").path("current_step").asString()).isEqualTo(word);
        assertThat(message().path("version").asInt()).isEqualTo(3);
        assertThat(Json.parse(closing)).hasValue(message());
        assertThat(attribute("data-code")).isEmpty();
        assertThat(anyone.get("/sandbox/world?only=wabas").json().path("wabas")).hasSize(11);
    }

    @Documented(page = Page.SIGNUP)
    @Test
    void problemReported_isACancelWithItsMessage() {
        toNumber(CLIENT);
        take(Map.of("number", "+5511987650008"));
        assertThat(screen.body()).contains("role=\"alert\"", "Report this problem");
        take(Map.of("do", "report", "problem", "banned"));

        assertThat(message().path("event").asString()).isEqualTo("CANCEL");
        assertThat(message().path("data").propertyNames()).containsExactly("error_message", "error_id", "session_id", "timestamp");
    }

    @Observed(where = "a provider's log of Sept 2026")
    @Test
    void problemReported_mayBeAnErrorWithACode() {
        choose("signup-problem-event", "ERROR");
        toNumber(CLIENT);
        take(Map.of("do", "report", "problem", "banned"));

        assertThat(message().path("event").asString()).isEqualTo("ERROR");
        assertThat(message().path("data").has("error_code")).isTrue();
    }

    @Documented(page = Page.MOVE_BY_SIGNUP)
    @Test
    void numberOfAnotherProvider_isTakenAlongOnceTwoStepIsOff() {
        toNumber(CLIENT);
        take(Map.of("number", "+5511987650001"));
        assertThat(screen.body()).contains("role=\"alert\"", "Two-step");

        anyone.put("/sandbox/numbers/+5511987650001/two-step", "{\"enabled\":false}");
        take(Map.of("number", "+5511987650001"));
        take(Map.of("code", code("5511987650001")));
        finish();
        Wire provider = new Wire(sandbox, exchanged().json().path("access_token").asString());
        String number = "/v26.0/" + message().path("data").path("phone_number_id").asString();
        assertThat(source.get("/v26.0/106540352240001?fields=status").json().path("status").asString()).isEqualTo("CONNECTED");

        provider.postJson(number + "/register", "{\"messaging_product\":\"whatsapp\",\"pin\":\"135790\"}");
        assertThat(provider.get(number + "?fields=status").json().path("status").asString()).isEqualTo("CONNECTED");
        assertThat(source.get("/v26.0/106540352240001?fields=status").json().path("status").asString()).isEqualTo("MIGRATED");
    }

    @Documented(page = Page.SHARED_NUMBERS)
    @Test
    void numbersShared_areRegisteredAtBothWithoutACode() {
        toPortfolio("{}");
        take(Map.of("business", CLIENT));
        take(Map.of("waba", "share", "shared", "200000000000003"));
        assertThat(attribute("data-step")).isEqualTo("PERMISSIONS");
        finish();

        Wire provider = new Wire(sandbox, exchanged().json().path("access_token").asString());
        String number = "/v26.0/" + message().path("data").path("phone_number_id").asString();
        assertThat(provider.get(number + "?fields=status").json().path("status").asString()).isEqualTo("CONNECTED");
        assertThat(source.get("/v26.0/106540352240011?fields=status").json().path("status").asString()).isEqualTo("CONNECTED");
    }

    @Documented(page = Page.SIGNUP_PREVIEW)
    @Test
    void numberOnTheBusinessApp_isConnectedInThePreview() {
        anyone.put("/sandbox/world", "{\"world\":\"routes\"}");
        String number = appNumber();
        toPortfolio("{\"version\":\"v4-public-preview\",\"sessionInfoVersion\":\"3\"}");
        take(Map.of("number", number));
        assertThat(attribute("data-step")).isEqualTo("APP");
        take(Map.of());
        take(Map.of("business", "new", "name", "Quitanda"));
        finish();

        assertThat(message().path("event").asString()).isEqualTo("FINISH_WHATSAPP_BUSINESS_APP_ONBOARDING");
        assertThat(message().path("data").propertyNames()).containsExactly("waba_id");
    }

    private String appNumber() {
        return sandbox.stage().world.lines.values()
                .stream()
                .filter(line -> line.onBusinessApp && line.links.stream().noneMatch(link -> link.registered()))
                .findFirst()
                .orElseThrow().digits;
    }

    @Documented(page = Page.APP_ONLY_INSTALL)
    @Test
    void appOnly_endsInItsOwnEvent() {
        toPortfolio("{\"features\":[{\"name\":\"app_only_install\"}]}");
        take(Map.of("business", CLIENT));
        take(Map.of("waba", "200000000000002"));
        take(Map.of("displayName", "A"));
        take(Map.of("later", "yes"));
        finish();

        assertThat(message().path("event").asString()).isEqualTo("FINISH_GRANT_ONLY_API_ACCESS");
    }

    @Assumed(because = "Meta opens its window for the domains that the app allows; here any page may, and nobody but it is told", settledBy = "nothing: it is ours")
    @ParameterizedTest
    @ValueSource(strings = {"origin=javascript:alert(1)", "origin=*", "origin="})
    void windowWithoutAPage_doesNotBegin(String origin) {
        assertThat(anyone.get("/sandbox/signup?app_id=634974688087002&config_id=1&" + origin).status()).isEqualTo(400);
    }

    @Assumed(because = "the cap is on what a portfolio holds", settledBy = "moving a number by sign-up in a portfolio that holds as many as it may")
    @Test
    void numberThatMovesWithinItsPortfolio_isNotOneMore() {
        anyone.put("/sandbox/businesses/" + CLIENT, "{\"phoneCap\":1}");
        toNumber(CLIENT);
        take(Map.of("number", "+5511987650002"));
        take(Map.of("code", code("5511987650002")));
        finish();

        assertThat(message().path("event").asString()).isEqualTo("FINISH");
    }

    @Documented(page = Page.SIGNUP, but = "the words of what the window itself does not let the client do")
    @Test
    void whatIsWrong_isSaidInTheLanguageOfTheWindow() {
        toNumber(CLIENT);
        take(Map.of("number", "+5511987650001"));
        assertThat(anyone.get(window + "&lang=pt-BR").body()).contains("A autenticação em duas etapas deve estar desabilitada");

        sandbox.stage().rules.numbers.lineOf(NEW_NUMBER).onMessenger = true;
        take(Map.of("number", NEW_NUMBER));
        assertThat(anyone.get(window + "&lang=es").body()).contains("elimina su cuenta allí primero");
    }

    @Assumed(because = "a number stands once in a WABA's list", settledBy = "choosing a number in sign-up that was initiated at the same WABA")
    @Test
    void numberThatIsPendingThere_isTakenUpAgain() {
        String pending = destination.post(DESTINATION_WABA + "/phone_numbers",
                Map.of("cc", "55", "phone_number", "11987650002", "migrate_phone_number", "true")).json().path("id").asString();
        toPortfolio("{}");
        take(Map.of("business", CLIENT));
        take(Map.of("waba", "200000000000002"));
        take(Map.of("displayName", "Aurora"));
        take(Map.of("number", "+5511987650002"));
        take(Map.of("code", code("5511987650002")));
        finish();

        assertThat(message().path("data").path("phone_number_id").asString()).isEqualTo(pending);
    }

    @Assumed(because = "that it has to be deleted there is documented, the words are not", settledBy = "typing a number of WhatsApp Messenger in sign-up")
    @Test
    void numberOfMessenger_isSaidToBeThere() {
        toNumber(CLIENT);
        sandbox.stage().rules.numbers.lineOf(NEW_NUMBER).onMessenger = true;
        take(Map.of("number", NEW_NUMBER));

        assertThat(screen.body()).contains("role=\"alert\"", "WhatsApp Messenger");
    }

    @Assumed(because = "a number stands once in a WABA's list", settledBy = "choosing a WABA in the preview for a number that is registered there")
    @Test
    void numberThatIsRegisteredThere_isNotAddedAgainInThePreview() {
        toPortfolio("{\"version\":\"v4-public-preview\"}");
        take(Map.of("number", "+5511987650002"));
        take(Map.of("code", code("5511987650002")));
        take(Map.of("business", CLIENT));
        take(Map.of("waba", SOURCE_WABA.substring(SOURCE_WABA.lastIndexOf('/') + 1)));
        take(Map.of("displayName", "Aurora"));
        take(Map.of());

        assertThat(attribute("data-step")).isEqualTo("PERMISSIONS");
        assertThat(sandbox.stage().rules.numbers.lineOf("5511987650002").links).hasSize(1);
    }
}
