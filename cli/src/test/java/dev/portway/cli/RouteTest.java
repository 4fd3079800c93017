package dev.portway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** {@code route}: what is asked of the server, and what is told of its answer. */
class RouteTest {
    private static final String QUESTION = """
            {"topic":"place","text":"Where is the number in use today?","hint":null,"choices":[
             {"answer":"cloud-api","text":"On the platform"},{"answer":"nowhere","text":"Nowhere"},{"answer":"unknown","text":"I don't know"}]}""";
    private static final String ASKS = """
            {"number":"+5511987650002","result":"question","question":%s,"because":[],"mayShowMore":false,"ways":[
             {"way":"migrate","text":"Move the number","fit":"unknown","fitText":"Not known yet","asks":["place","with"],"reasons":[]},
             {"way":"hosting","text":"Leave the old API","fit":"does-not-fit","reasons":[{"reason":"ended","text":"It is not there."}]},
             {"way":"signup","text":"Sign up","fit":"unknown","fitText":"Not known yet","asks":["place"],"reasons":[]},
             {"way":"add","text":"Add it","fit":"fits","fitText":"Fits","asks":[],"reasons":[]}]}""".formatted(QUESTION);
    private static final String BEST = """
            {"number":"+5511987650002","result":"best","best":"migrate","because":[],"mayShowMore":false,"ways":[
             {"way":"migrate","text":"Move the number","because":"A code is enough.","changeText":"Migration","confirm":null,"reasons":[],
              "conditions":[{"condition":"two-step-off","text":"Two-step verification is off","todo":"Turn it off.","ownerText":"the client","known":"unmet"}],
              "costs":{"darkText":"Seconds.","workText":"Portway does it.","assets":[
               {"text":"Display name","fateText":"is kept"},{"text":"Media","fateText":"is kept"},{"text":"History","fateText":"stays"}]},
              "calendar":[{"text":"Not today."}],"rule":{"text":"Documented","source":"Meta, a page"},"order":{"route":"migrate","needs":["to.waba"],"takes":["from.waba","terms.credit-line"]}},
             {"way":"add","text":"Add it","fit":"does-not-fit","reasons":[{"reason":"on-platform","text":"It is registered."}]},
             {"way":"port-out","text":"Let it go","reasons":[{"reason":"not-wished","text":"Something else."}]}]}""";

    private final List<JsonNode> asked = new ArrayList<>();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream out = System.out;
    private final HttpServer server;
    private String answer = ASKS;

    RouteTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        server.createContext("/v1/route-finder", this::answer);
        server.start();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stop() {
        System.setOut(out);
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(Api.JSON.readTree(exchange.getRequestBody().readAllBytes()));
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private int route(String... more) {
        return Portway.run(Stream
                .concat(Stream.of("route", "+5511987650002", "--lang", "en", "--server",
                        "http://127.0.0.1:" + server.getAddress().getPort()),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    @Test
    void questionThatNobodyHereAnswers_isShown_withHowToAnswerIt() {
        assertThat(route("--answer", "wish=come", "--to", "200000000000002", "--last-paid", "2026-11-01")).isEqualTo(Ended.WAITS);

        assertThat(asked).hasSize(1);
        assertThat(asked.getFirst().path("answers").path("wish").asString()).isEqualTo("come");
        assertThat(asked.getFirst().path("to").path("waba").asString()).isEqualTo("200000000000002");
        assertThat(asked.getFirst().path("lastPaidOn").asString()).isEqualTo("2026-11-01");
        assertThat(asked.getFirst().has("from")).isFalse();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("Where is the number in use today?", "Say what is true with one of these:",
                        "--answer place=cloud-api  On the platform", "--answer place=nowhere    Nowhere")
                .doesNotContain("2  Nowhere");
    }

    @Test
    void waysThatFitAreToldFirst_andThoseThatNobodyCanJudge_inOneLine() {
        route();

        assertThat(said.toString(StandardCharsets.UTF_8).lines().map(String::strip)).containsSubsequence("✔ Add it  add", "Fits",
                "? Depends on place, with: migrate, signup", "– Leave the old API  hosting", "It is not there.");
        assertThat(said.toString(StandardCharsets.UTF_8)).doesNotContain("Not known yet");
    }

    @Test
    void bestWay_isToldWhole_andTheOthersInALine() {
        answer = BEST;

        assertThat(route()).isEqualTo(Ended.COMPLETED);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("▸ Move the number  migrate", "A code is enough.",
                "✘ Two-step verification is off  the client", "Turn it off.", "Display name, Media: is kept", "History: stays",
                "Not today.",
                "It is registered.", "./portway migrate --route migrate --to … +5511987650002").doesNotContain("Let it go");
    }

    @Test
    void everyWay_leadsOnToTheCommandThatOrdersIt() {
        var currency = Api.JSON.readTree("{\"route\":\"currency\",\"needs\":[\"from.waba\",\"terms.currency\"]}");
        var partner = Api.JSON.readTree("{\"route\":\"partner-change\",\"needs\":[\"from.waba\",\"terms.partner\"]}");

        assertThat(Ways.command("+1", currency)).isEqualTo("./portway migrate --route currency --from … --term currency=… +1");
        assertThat(Ways.command("+1", partner)).isEqualTo("./portway partner-change --from … --partner … +1");
    }

    @Test
    void forScripts_itIsTheAnswerOfTheServer() {
        answer = BEST;

        assertThat(route("--json")).isEqualTo(Ended.COMPLETED);
        assertThat(Api.JSON.readTree(said.toString(StandardCharsets.UTF_8)).path("best").asString()).isEqualTo("migrate");
    }

    @Test
    void nothingThatFits_endsWithOne() {
        answer = "{\"number\":\"+5511987650002\",\"result\":\"nothing\",\"because\":[{\"reason\":\"test-number\",\"text\":\"Meta's own.\"}],\"ways\":[]}";

        assertThat(route()).isEqualTo(Ended.FAILED);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("No way fits.", "Meta's own.");
    }

    @ParameterizedTest
    @CsvSource({"1, cloud-api", "3, unknown", "nowhere, nowhere", "'', unknown", "4,", "0,", "99,", "somewhere,"})
    void answers_areTakenByNumberOrWord(String typed, @org.jspecify.annotations.Nullable String word) {
        assertThat(Route.chosen(Api.JSON.readTree(QUESTION), typed).orElse(null)).isEqualTo(word);
    }
}
