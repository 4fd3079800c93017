package dev.portway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.sandbox.refusal.Hindrance;
import dev.portway.sandbox.world.NumberLink;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class PagesTest extends SandboxTest {

    private static final String OWNED_NUMBER = "/v26.0/106540352240001?fields=is_pin_enabled";

    @ParameterizedTest
    @ValueSource(strings = {"", "/phones", "/manager", "/faults-and-clock", "/traffic", "/try-signup", "/guesses"})
    void pages_haveNothingOfOtherPlacesNorCodeOfTheirOwn(String page) {
        Wire.Heard heard = anyone.get("/sandbox" + page);

        assertThat(heard.status()).isEqualTo(200);
        assertThat(heard.headers().get("content-security-policy")).startsWith("default-src 'none'").contains("frame-ancestors 'none'");
        assertThat(heard.body()).doesNotContain("<style", " style=", " onclick").doesNotContainPattern("(src|href|action)=\"(?!/|#)");
        assertThat(heard.body().replaceAll("<script src=\"/sandbox/assets/[a-z]+.js\" defer></script>", "")).doesNotContain("<script");
    }

    /** The bundles of the other languages have the same keys; that is held elsewhere. */
    @ParameterizedTest
    @EnumSource(Hindrance.class)
    void hindrance_hasWords(Hindrance hindrance) throws IOException {
        var texts = new Properties();
        try (InputStream in = PagesTest.class.getResourceAsStream("/pages/texts_en.properties")) {
            texts.load(in);
        }
        assertThat(texts).containsKey("hindrance." + hindrance.key());
    }

    @Test
    void stateOfANumber_hasWords() throws IOException {
        var texts = new Properties();
        try (InputStream in = PagesTest.class.getResourceAsStream("/pages/texts_en.properties")) {
            texts.load(in);
        }
        assertThat(NumberLink.State.values()).allSatisfy(state -> assertThat(texts).containsKey("state." + state));
    }

    @Test
    void faults_haveTheirTitlesInTheLanguageOfThePage() {
        assertThat(anyone.get("/sandbox/faults-and-clock?lang=pt-BR").body())
                .contains("Verifique se a autenticação em duas etapas está desabilitada");
    }

    @ParameterizedTest
    @CsvSource({"pt-BR, Telefones", "es, Teléfonos", "en, Phones", "xx, Phones"})
    void pages_speakThreeLanguages(String language, String title) {
        assertThat(anyone.get("/sandbox/phones?lang=" + language).body()).contains("<h1>" + title + "</h1>", "+55 11 98765-0001");
    }

    @ParameterizedTest
    @CsvSource({"pt-BR, qualidade baixa, gerencia, verificado", "es, calidad baja, administra, verificado",
        "en, quality low, manages, verified"})
    void wordsOfGraph_areSaidInTheReadersLanguage_withGraphsBesideThem(String language, String quality, String task, String verification) {
        assertThat(anyone.get("/sandbox?lang=" + language).body()).contains(quality + "<code>RED</code>", task, "<code>verified</code>",
                verification + "<code>").doesNotContain("(MANAGE)");
    }

    @Test
    void languageChosen_isRemembered() {
        assertThat(anyone.get("/sandbox/phones?lang=es").headers().get("set-cookie")).startsWith("sandbox-language=es")
                .contains("HttpOnly");
        assertThat(said("GET /sandbox/phones HTTP/1.1\r\nHost: localhost\r\nCookie: other=1; sandbox-language=es\r\n"))
                .contains("Teléfonos");
    }

    @Test
    void whatTheWorldContains_isOnlyEverText() {
        sandbox.stage().world.run(() -> sandbox.stage().world.lines.values().iterator().next().display = "<script>alert(1)</script>");
        anyone.put("/sandbox/businesses/510000000000001", "{\"name\":\"\\\"><img src=x onerror=alert(1)>\"}");

        assertThat(anyone.get("/sandbox/phones").body()).contains("&lt;script&gt;alert").doesNotContain("<script>alert");
        assertThat(anyone.get("/sandbox").body()).contains("&quot;&gt;&lt;img").doesNotContain("<img");
        assertThat(anyone.get("/sandbox/phones?q=%22%3E%3Cb%3E").body()).doesNotContain("\"><b>");
    }

    @Test
    void twoStep_isTurnedOffAndOnAtThePhone() {
        Wire.Heard heard = anyone.post("/sandbox/phones", Map.of("do", "two-step-off", "number", "5511987650001"));

        assertThat(heard.status()).isEqualTo(303);
        assertThat(heard.headers()).containsEntry("location", "/sandbox/phones");
        assertThat(destination.get(OWNED_NUMBER).json().path("is_pin_enabled").booleanValue()).isFalse();
        anyone.post("/sandbox/phones", Map.of("do", "two-step-on", "number", "5511987650001"));
        assertThat(destination.get(OWNED_NUMBER).json().path("is_pin_enabled").booleanValue()).as("turned on there, too").isTrue();
    }

    @Test
    void pagesOfAnotherWorld_leadToThatWorld() {
        sandbox.open("shop", "default");

        assertThat(anyone.get("/sandbox/worlds/shop/phones").body())
                .contains("href=\"/sandbox/worlds/shop", "action=\"/sandbox/worlds/shop/phones\"")
                .doesNotContainPattern("(href|action)=\"/sandbox(?!/worlds/shop|/assets)");
        assertThat(anyone.post("/sandbox/worlds/shop/phones", Map.of("do", "two-step-off", "number", "5511987650001")).headers())
                .containsEntry("location", "/sandbox/worlds/shop/phones");
        assertThat(destination.get(OWNED_NUMBER).json().path("is_pin_enabled").booleanValue()).isTrue();
    }

    @Test
    void everyErrorRow_isOrderedByNameSeenAndRemoved() {
        Map<String, String> order = Map.of("do", "order", "call", "read-number", "kind", "error:wrong-code", "nth", "1", "times", "1");
        assertThat(anyone.get("/sandbox/faults-and-clock").body()).contains("value=\"error:two-step-must-be-off\"", "value=\"drop-after\"");
        assertThat(anyone.post("/sandbox/faults-and-clock", order).status()).isEqualTo(303);
        assertThat(anyone.get("/sandbox/faults-and-clock").body()).contains("<code>error:wrong-code</code>");
        assertThat(destination.get(READY).code()).isEqualTo("136025/2388093");

        anyone.post("/sandbox/faults-and-clock", Map.of("do", "remove", "id", "fault-1"));
        assertThat(anyone.get("/sandbox/faults").json().path("faults")).isEmpty();
    }

    @Test
    void brokenOrder_isToldWhatIsWrong() {
        Wire.Heard heard = anyone.post("/sandbox/faults-and-clock", Map.of("do", "order", "call", "register", "kind", "earthquake"));

        assertThat(heard.status()).isEqualTo(400);
        assertThat(heard.body()).contains("role=\"alert\"", "earthquake");
    }

    @Test
    void switches_areSeenSetAndPutBack() {
        assertThat(anyone.get("/sandbox/guesses?lang=pt-BR").body()).contains("pedir is_pin_enabled de um número")
                .doesNotContain("span lang=");
        assertThat(anyone.get("/sandbox/switches?locale=es_AR").body()).contains("pedir is_pin_enabled de un número");
        assertThat(anyone.get("/sandbox/switches").body()).contains("asking a number for is_pin_enabled");
        String page = anyone.get("/sandbox/guesses?lang=en").body();
        assertThat(anyone.get("/sandbox/switches").json().path("switches"))
                .allSatisfy(each -> assertThat(page).contains("id=\"switch-" + each.path("name").asString() + "\""));

        Map<String, String> set = Map.of("do", "set", "name", "second-initiate", "value", "refused");
        assertThat(anyone.post("/sandbox/guesses", set).headers()).containsEntry("location", "/sandbox/guesses#switch-second-initiate");
        assertThat(anyone.get("/sandbox/guesses").body()).contains("href=\"#switch-second-initiate\"", "comes as same-id");
        assertThat(anyone.post("/sandbox/guesses", Map.of("do", "set", "name", "second-initiate", "value", "maybe")).status())
                .isEqualTo(400);

        anyone.post("/sandbox/guesses", Map.of("do", "reset"));
        assertThat(anyone.get("/sandbox/guesses").body()).doesNotContain("comes as same-id");
    }

    @Test
    void signup_canBeTriedInAnyWorld() {
        sandbox.open("shop", "default");
        assertThat(anyone.get("/sandbox/worlds/shop/try-signup").body())
                .contains("data-sdk=\"/sandbox/worlds/shop/sdk.js\"", "data-secret=\"sandbox-secret-destination@shop\"",
                        "/sandbox/assets/try.js");
        assertThat(anyone.get("/sandbox/assets/try.js").body()).contains("FB.login(");
        assertThat(anyone.get("/sandbox").body()).contains("href=\"/sandbox/try-signup\"", "href=\"/sandbox/guesses\"");
    }

    @Test
    void clock_isMovedByItsButtons() {
        anyone.post("/sandbox/faults-and-clock", Map.of("do", "advance", "by", "P1D"));

        assertThat(anyone.get("/sandbox/clock").json().path("now").asString()).isEqualTo("2026-11-22T12:00:00Z");
    }

    @Test
    void clock_isMadeFasterByItsButtonsInWordsOfEachLanguage() {
        anyone.post("/sandbox/faults-and-clock", Map.of("do", "speed", "speed", "3600"));

        assertThat(anyone.get("/sandbox/clock").json().path("speed").asInt()).isEqualTo(3600);
        assertThat(anyone.get("/sandbox/faults-and-clock?lang=pt-BR").body()).contains("correndo, 3.600 vezes mais rápido");
        assertThat(anyone.get("/sandbox/faults-and-clock?lang=en").body()).contains("runs, 3,600 times as fast");
        assertThat(anyone.post("/sandbox/faults-and-clock", Map.of("do", "speed", "speed", "fast")).body())
                .contains("speed wants a whole number from 1 to 100000");
    }

    @Test
    void traffic_showsWhatWasSaidWithoutSecrets() {
        destination.post(READY + "/register?access_token=sandbox-token-destination",
                Map.of("messaging_product", "whatsapp", "pin", "314159"));
        anyone.get(
                "/v26.0/oauth/access_token?client_id=634974688087002&client_secret=sandbox-secret-destination&grant_type=client_credentials");

        String page = anyone.get("/sandbox/traffic").body();
        assertThat(page).contains("register", "exchange-code", "messaging_product = whatsapp")
                .doesNotContain("314159", "sandbox-token-destination", "sandbox-secret-destination");
    }

    @Test
    void call_ringsUntilItIsAnswered() {
        anyone.put("/sandbox/numbers/+5511987650001/two-step", "{\"enabled\":false}");
        String id = destination.post(DESTINATION_WABA + "/phone_numbers",
                Map.of("cc", "55", "phone_number", "11987650001", "migrate_phone_number", "true")).json().path("id").asString();
        destination.post("/v26.0/" + id + "/request_code", Map.of("code_method", "VOICE", "language", "pt_BR"));

        assertThat(anyone.get("/sandbox/phones?q=11987650001").body()).contains("<details class=\"message call\"", "data-tongue=\"pt-BR\"",
                "data-say=\"Olá! Seu código");
    }

    @Test
    void twoStep_isOffInTheManagerOnceTheLinkInTheMailWasFollowed() {
        Map<String, String> press = Map.of("do", "two-step-off", "number", "5511987650001", "business", "510000000000011");
        assertThat(anyone.post("/sandbox/manager", press).headers()).containsEntry("location", "/sandbox/manager?business=510000000000011");
        assertThat(destination.get(OWNED_NUMBER).json().path("is_pin_enabled").booleanValue()).isTrue();
        assertThat(anyone.get("/sandbox/manager").body()).contains("id=\"mail-5511987650001\"");

        anyone.post("/sandbox/manager", Map.of("do", "two-step-confirm", "number", "5511987650001"));
        assertThat(destination.get(OWNED_NUMBER).json().path("is_pin_enabled").booleanValue()).isFalse();
        assertThat(anyone.get("/sandbox/manager").body()).doesNotContain("id=\"mail-5511987650001\"");
    }

    @Test
    void manager_changesPartnersPaymentAndNames() {
        anyone.post("/sandbox/manager",
                Map.of("do", "partner", "waba", "200000000000002", "partner", "510000000000001", "share", "READ"));
        anyone.post("/sandbox/manager", Map.of("do", "no-payment", "waba", "200000000000002"));
        anyone.post("/sandbox/manager", Map.of("do", "pay", "waba", "200000000000004"));
        anyone.post("/sandbox/manager", Map.of("do", "name", "link", "106540352240002", "name", "Aurora Pães"));

        assertThat(anyone.get("/sandbox/wabas/200000000000002").json().path("partners").has("510000000000001")).isTrue();
        assertThat(anyone.get("/sandbox/wabas/200000000000002").json().path("fundingId").asString("")).isEmpty();
        assertThat(anyone.get("/sandbox/wabas/200000000000004").json().path("fundingId").asString("")).isNotEmpty();
        assertThat(destination.get(READY + "?fields=new_name_status").json().path("new_name_status").asString())
                .isEqualTo("PENDING_REVIEW");
    }

    @Test
    void manager_decidesOnRequests() {
        anyone.put("/sandbox/world", "{\"world\":\"routes\"}");
        JsonNode request = anyone.postJson("/sandbox/requests", "{\"name\":\"New account\"}").json();
        String client = request.path("businessId").asString(request.path("clientId").asString(""));
        String id = request.path("id").asString();

        assertThat(anyone.get("/sandbox/manager?business=" + client).body()).contains(id);
        assertThat(anyone.post("/sandbox/manager", Map.of("do", "decide", "id", id, "decision", "decline", "business", client)).status())
                .isEqualTo(303);
        assertThat(anyone.get("/sandbox/requests/" + id).json().path("status").asString()).isEqualTo("DECLINED");
    }

    @ParameterizedTest
    @CsvSource({"http://evil.example, 403", "null, 403", "http://127.0.0.1:1, 403"})
    void formsOfOtherSites_changeNothing(String origin, int status) {
        String body = "do=two-step-off&number=5511987650001";
        String answer = said("POST /sandbox/phones HTTP/1.1\r\nHost: 127.0.0.1:" + sandbox.uri().getPort() + "\r\nOrigin: " + origin
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length() + "\r\n", body);

        assertThat(answer).startsWith("HTTP/1.1 " + status);
        assertThat(destination.get(OWNED_NUMBER).json().path("is_pin_enabled").booleanValue()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"clock", "numbers/5511987650001/two-step", "reset"})
    void controls_areClosedToOtherSitesToo(String path) {
        assertThat(said("PUT /sandbox/" + path + " HTTP/1.1\r\nHost: localhost\r\nOrigin: https://evil.example\r\nContent-Length: 2\r\n",
                "{}"))
                .startsWith("HTTP/1.1 403");
        assertThat(
                said("POST /sandbox/" + path + " HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: cross-site\r\nContent-Length: 2\r\n", "{}"))
                .startsWith("HTTP/1.1 403");
    }

    @ParameterizedTest
    @ValueSource(strings = {"numbers/5511987650001/partners", "phones/5511987650001/app/disconnection",
        "phones/5511987650001/app/connection"})
    void nothing_changesByALink(String path) {
        assertThat(said("GET /sandbox/" + path + " HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: cross-site\r\n"))
                .startsWith("HTTP/1.1 400");
        assertThat(said("OPTIONS /sandbox/" + path + " HTTP/1.1\r\nHost: localhost\r\nOrigin: https://evil.example\r\n"))
                .startsWith("HTTP/1.1 403");
    }

    @Test
    void headOfACall_changesNothing() {
        anyone.get("/v24.0/debug_token");
        said("HEAD /sandbox/calls HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: cross-site\r\n");

        assertThat(anyone.get("/sandbox/calls").body()).contains("debug-token");
    }

    @ParameterizedTest
    @CsvSource({"rebound.evil.example:8421, 403", "localhost:8421, 200", "127.0.0.1, 200", "[::1]:8421, 200", "sandbox:8421, 200",
        "shop.localhost, 200", "evil.example, 403"})
    void namesThatCouldLeadElsewhere_areRefused(String host, int status) {
        assertThat(said("GET /sandbox/env HTTP/1.1\r\nHost: " + host + "\r\n")).startsWith("HTTP/1.1 " + status);
    }

    @Test
    void longForm_isRefused() {
        assertThat(anyone.post("/sandbox/phones", Map.of("do", "x".repeat(100_000))).status()).isEqualTo(400);
    }

    private String said(String head) {
        return said(head, "");
    }

    /** Byte by byte, because Java's client sets Host itself. */
    private String said(String head, String body) {
        try (Socket socket = new Socket(sandbox.uri().getHost(), sandbox.uri().getPort())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write((head + "Connection: close\r\n\r\n" + body).getBytes(StandardCharsets.UTF_8));
            InputStream in = socket.getInputStream();
            StringBuilder heard = new StringBuilder();
            while (heard.indexOf("\r\n\r\n") < 0) {
                heard.append((char) in.read());
            }
            Matcher length = Pattern.compile("(?i)content-length: (\\d+)").matcher(heard);
            return heard + (length.find() ? new String(in.readNBytes(Integer.parseInt(length.group(1))), StandardCharsets.UTF_8) : "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
