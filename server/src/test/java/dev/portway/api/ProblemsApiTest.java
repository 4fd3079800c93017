package dev.portway.api;

import static dev.portway.api.Moves.READER;
import static dev.portway.api.Moves.SERVER;
import static dev.portway.api.Moves.WRITER;
import static dev.portway.api.Moves.draft;
import static dev.portway.api.Moves.keyed;
import static dev.portway.api.Moves.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.GeneratedDoc;
import dev.portway.account.ApiKeys;
import dev.portway.account.Scope;
import dev.portway.intake.Wrong;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Whoever refuses, controllers, doors or Tomcat, refuses with a problem in the language of who asked. */
class ProblemsApiTest {
    record Refused(String code, Supplier<Asking.Answer> request) {
        @Override
        public String toString() {
            return code;
        }
    }

    private static Asking speaking(Asking who, String language) {
        return who.with("Accept-Language", language);
    }

    static Stream<Refused> refusals() {
        Asking nobody = speaking(SERVER.nobody(), "pt-BR");
        Asking writer = speaking(WRITER, "pt-BR");
        Asking reader = speaking(READER, "pt-BR");
        return Stream.of(new Refused("400 body-malformed", () -> keyed(writer).post("/v1/migrations", "{\"number\"")),
                new Refused("400 request-malformed", () -> reader.get("/v1/migrations//x")),
                new Refused("401 key-missing", () -> nobody.get("/v1/migrations")),
                new Refused("401 key-unknown", () -> nobody.with("Authorization", "Bearer pk_nobody").get("/v1/migrations")),
                new Refused("403 key-scope", () -> reader.get("/metrics")),
                new Refused("404 migration-not-found", () -> reader.get("/v1/migrations/mig_none")),
                new Refused("404 address-unknown", () -> reader.get("/v1/nowhere")),
                new Refused("404 address-unknown", () -> nobody.get("/docs/nowhere")),
                new Refused("405 method-not-allowed", () -> writer.send("DELETE", "/v1/migrations", "")),
                new Refused("405 method-not-allowed", () -> reader.get("/v1/checks")),
                new Refused("406 not-acceptable", () -> reader.with("Accept", "text/html").get("/v1/migrations")),
                new Refused("413 body-too-large", () -> keyed(writer).post("/v1/migrations", " ".repeat(256 * 1024 + 1))),
                new Refused("413 body-too-large", () -> writer.post("/v1/checks", " ".repeat(1_000_000))),
                new Refused("413 body-too-large",
                        () -> nobody.with("Content-Type", "application/x-www-form-urlencoded")
                                .post("/sign-in", "a=" + "x".repeat(300_000))),
                new Refused("415 media-type-unknown",
                        () -> keyed(writer).with("Content-Type", "text/plain").post("/v1/migrations", order("+5511970000000"))),
                new Refused("415 media-type-unknown",
                        () -> writer.with("Content-Type", "application/x-www-form-urlencoded").post("/v1/checks", "number=1")));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusal_isAProblemInPortuguese(Refused refused) {
        Asking.Answer answer = refused.request().get();

        assertThat(answer.code()).as(answer.body()).isEqualTo(refused.code());
        assertThat(answer.header("Content-Language")).isEqualTo("pt-BR");
        assertProblem(answer.header("Content-Type"), answer.body(), answer.status());
        assertThat(answer.json().path("title").asString()).isEqualTo(words("pt-BR").say(code(refused) + ".title"));
    }

    private static String code(Refused refused) {
        return refused.code().substring(4);
    }

    private static dev.portway.words.Words words(String language) {
        return dev.portway.words.Words.of("api", java.util.Optional.of(language));
    }

    private static void assertProblem(String type, String body, int status) {
        assertThat(type).startsWith("application/problem+json");
        JsonNode problem = new tools.jackson.databind.json.JsonMapper().readTree(body);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("type").asString()).isEqualTo("/problems/" + problem.path("code").asString());
        assertThat(problem.path("detail").asString()).isNotBlank().doesNotContain("{");
        assertThat(problem.path("trace").asString()).matches("[0-9a-f]{32}");
        assertThat(problem.path("owner").asString()).isNotBlank();
        assertThat(body).doesNotContain("Exception", "\\tat ", "dev.portway", "org.");
    }

    @ParameterizedTest
    @CsvSource({"es,es", "'en-GB,es;q=0.5',en", "'fr,de',en", "'fr,pt;q=0.7,en;q=0.3',pt-BR", "'',en", "'***',en"})
    void language_isTheFirstOneOfOursThatIsAskedFor(String accepted, String spoken) {
        for (Asking.Answer answer : List.of(speaking(READER, accepted).get("/v1/migrations/x"),
                speaking(SERVER.nobody(), accepted).get("/v1/migrations"), speaking(READER, accepted).get("/v1/nowhere"))) {
            assertThat(answer.header("Content-Language")).isEqualTo(spoken);
        }
    }

    @Test
    void revokedKey_isRefused_asAnUnknownOneIs() {
        ApiKeys keys = SERVER.bean(ApiKeys.class);
        ApiKeys.Issued issued = keys.issue(RunningServer.HERE, "revoked", Scope.ADMIN);
        Asking holder = SERVER.nobody().with("Authorization", "Bearer " + issued.key().reveal());
        assertThat(holder.get("/v1/migrations").status()).isEqualTo(200);

        keys.revoke(RunningServer.HERE, issued.prefix());
        Asking.Answer answer = holder.get("/v1/migrations");

        assertThat(answer.code()).isEqualTo("401 key-unknown");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"portway\"");
    }

    @Test
    void methodThatIsNotAllowed_isToldWithThoseThatAre() {
        assertThat(WRITER.send("DELETE", "/v1/migrations", "").header("Allow")).contains("GET", "POST");
    }

    @Test
    void keyThatAsksTooOften_isToldWhenToComeBack() {
        Asking busy = SERVER.as(RunningServer.THERE, Scope.READ);
        Asking.Answer answer = busy.get("/v1/migrations");
        for (int i = 0; i < RunningServer.REQUESTS_PER_MINUTE && answer.status() == 200; i++) {
            answer = busy.get("/v1/migrations");
        }

        assertThat(answer.code()).isEqualTo("429 too-many-requests");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 61);
        assertProblem(answer.header("Content-Type"), answer.body(), 429);
        assertThat(READER.get("/v1/migrations").status()).as("others are not concerned").isEqualTo(200);
    }

    @Test
    void whatBreaksHere_isToldWithoutItsInside() {
        String id = draft();
        SERVER.sql().sql("alter table attempts rename to attempts_away").update();
        try {
            String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
            Asking.Answer answer = READER.with("traceparent", "00-" + trace + "-00f067aa0ba902b7-01").get("/v1/migrations/" + id);

            assertThat(answer.code()).isEqualTo("500 our-fault");
            assertProblem(answer.header("Content-Type"), answer.body(), 500);
            assertThat(answer.json().path("trace").asString()).isEqualTo(trace);
            assertThat(answer.body()).doesNotContain("attempts", "select", "SQL");
        } finally {
            SERVER.sql().sql("alter table attempts_away rename to attempts").update();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"GET /v1/migrations?<> HTTP/1.1|400", "GET /%zz HTTP/1.1|400", "G@T /v1 HTTP/1.1|400",
        "GET /v1/%00 HTTP/1.1|400", "GET /v1/..%2f..%2fetc HTTP/1.1|400"})
    void requestThatReachesNothing_isAProblemToo(String line, int status) throws IOException {
        String answer = raw(line + "\r\nHost: portway\r\nAccept-Language: es\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 " + status);
        assertThat(answer.toLowerCase(java.util.Locale.ROOT)).contains("content-type: application/problem+json");
        assertThat(answer).contains("\"code\":\"request-malformed\"", "\"trace\":").doesNotContain("<html", "Tomcat", "Exception");
    }

    @Test
    void headersThatAreTooLong_areAProblemToo() throws IOException {
        String answer = raw(
                "GET /v1/migrations HTTP/1.1\r\nHost: portway\r\nX-Long: " + "x".repeat(20_000) + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).matches("(?s)HTTP/1.1 4(00|31) .*").contains("application/problem+json").doesNotContain("<html");
    }

    private static String raw(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), SERVER.uri().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @EnumSource(Wrong.class)
    void type_leadsToWhereItIsExplained(Wrong wrong) {
        Asking.Answer answer = speaking(SERVER.nobody(), "es").get("/problems/" + wrong.code());

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/problems#" + wrong.code());
        Asking.Answer page = speaking(SERVER.nobody(), "es").get("/problems");
        assertThat(page.body()).contains("id=\"" + wrong.code() + "\"", words("es").say(wrong.code() + ".title"), "lang=\"es\"");
    }

    @Test
    void catalogue_saysEachThingOnceInEachLanguage() {
        for (String language : List.of("en", "pt-BR", "es")) {
            Set<String> titles = new HashSet<>();
            for (Wrong wrong : Wrong.values()) {
                assertThat(words(language).has(wrong.code() + ".title")).as(wrong + " in " + language).isTrue();
                assertThat(words(language).has(wrong.code() + ".detail")).as(wrong + " in " + language).isTrue();
                assertThat(titles.add(words(language).say(wrong.code() + ".title"))).as(wrong + " in " + language).isTrue();
            }
        }
    }

    @Test
    void page_listsThem() {
        String rows = Arrays.stream(Wrong.values())
                .map(wrong -> "| <a id=\"" + wrong.code() + "\"></a>`" + wrong.code() + "` | " + wrong.status() + " | "
                        + words("en").say(wrong.code() + ".title") + " |")
                .collect(Collectors.joining("\n"));

        new GeneratedDoc("docs/errors.md").part("api", "| Code | Status | What it is |\n|---|---|---|\n" + rows);
    }

    @Test
    void echo_ofWhatWasSent_isShortAndHarmless() {
        String long1 = "x".repeat(5_000);
        assertThat(keyed(WRITER).post("/v1/migrations", Map.of(long1, 1)).json().path("field").asString()).hasSizeLessThan(130);
        Asking.Answer half = keyed(WRITER).post("/v1/migrations", "{\"\\u0000\\u001b<script>\":1}");
        assertThat(half.code()).isEqualTo("400 field-unknown");
        assertThat(half.json().path("field").asString()).isEqualTo("\ufffd\ufffd<script>");
        assertThat(half.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(half.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }
}
