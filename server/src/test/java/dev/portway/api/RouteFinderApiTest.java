package dev.portway.api;

import static dev.portway.api.Moves.ELSEWHERE;
import static dev.portway.api.Moves.READER;
import static dev.portway.api.Moves.SERVER;
import static dev.portway.api.Moves.WRITER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The route finder over HTTP: one question at a time, and nothing kept between them. */
class RouteFinderApiTest {
    private static final String PATH = "/v1/route-finder";
    /** Nobody's, so Graph shows nothing of it. */
    private static final String NUMBER = "+5511912300001";

    @Test
    void asks_untilTheWayIsClear() {
        JsonNode first = find(Map.of());
        assertThat(first.path("result").asString()).isEqualTo("question");
        assertThat(first.path("question").path("topic").asString()).isEqualTo("wish");
        assertThat(first.path("question").path("choices").valueStream().map(choice -> choice.path("answer").asString())).contains("come")
                .endsWith("unknown");

        assertThat(asked(Map.of("wish", "come"))).isEqualTo("place");
        assertThat(asked(Map.of("wish", "come", "place", "cloud-api"))).isEqualTo("portfolio");
        assertThat(asked(Map.of("wish", "come", "place", "cloud-api", "portfolio", "same"))).isEqualTo("destination");

        JsonNode clear = find(Map.of("wish", "come", "place", "cloud-api", "portfolio", "same", "destination", "none"));
        assertThat(clear.path("result").asString()).isEqualTo("best");
        assertThat(clear.path("best").asString()).isEqualTo("signup");
        assertThat(clear.path("ways")).hasSize(12);
        assertThat(clear.path("ways").path(0).path("costs").path("assets")).isNotEmpty();
    }

    @Test
    void notKnowing_isAnAnswer() {
        JsonNode unsure = find(Map.of("wish", "come", "place", "cloud-api", "portfolio", "same", "destination", "unknown"));

        assertThat(unsure.path("best").asString()).isEqualTo("signup");
        assertThat(way(unsure, "migrate").path("conditions").valueStream().map(one -> one.path("condition").asString()))
                .contains("find-out-destination");
    }

    @Test
    void whatGraphShows_isNotAsked_andSaysSo() {
        JsonNode found = WRITER.post(PATH, Map.of("number", SERVER.number(), "from",
                Map.of("waba", SERVER.env("sourceWabaId"), "access", "read"), "to", Map.of("waba", SERVER.env("wabaId")), "answers",
                Map.of("wish", "come", "place", "nowhere"))).json();

        assertThat(found.path("best").asString()).as("what was seen counts, whatever was said").isEqualTo("migrate");
        assertThat(found.path("ways").path(0).path("order").path("route").asString()).isEqualTo("migrate");
        assertThat(found.path("ways").path(0).path("order").path("needs").toString()).isEqualTo("[\"to.waba\"]");
        JsonNode place = way(found, "migrate").path("facts")
                .valueStream()
                .filter(fact -> fact.path("topic").asString().equals("place"))
                .findFirst()
                .orElseThrow();
        assertThat(place.path("certainty").asString()).isEqualTo("verified");
        assertThat(place.path("from").asString()).contains("platform_type");
    }

    @Test
    void anotherProvider_seesNothingOfIt() {
        JsonNode found = ELSEWHERE.post(PATH, Map.of("number", SERVER.number(), "from",
                Map.of("waba", SERVER.env("sourceWabaId"), "access", "read"), "to", Map.of("waba", SERVER.env("wabaId")), "answers",
                Map.of("wish", "come"))).json();

        assertThat(found.path("question").path("topic").asString()).isEqualTo("place");
        assertThat(found.path("troubles")).isEmpty();
        assertThat(way(found, "migrate").path("facts").valueStream().map(fact -> fact.path("certainty").asString()))
                .doesNotContain("verified");
    }

    @Test
    void destructiveWay_saysThatItNeedsConfirmation_andThePaidMessageRule() {
        var body = new TreeMap<String, Object>(body(Map.of("wish", "other-portfolio", "place", "cloud-api")));
        body.put("lastPaidOn", "2026-11-11");
        body.put("day", "2026-11-21");
        body.put("zone", "America/Sao_Paulo");
        JsonNode reconnect = WRITER.post(PATH, body).json().path("ways").path(0);

        assertThat(reconnect.path("way").asString()).isEqualTo("reconnect");
        assertThat(reconnect.path("confirm").asString()).isNotEmpty();
        assertThat(reconnect.path("calendar").path(0).path("on").asString()).isEqualTo("2026-12-11");
        assertThat(reconnect.path("conditions").valueStream().map(one -> one.path("condition").asString())).first()
                .isEqualTo("not-paid-lately");
    }

    @ParameterizedTest
    @CsvSource({"pt-BR, O que você quer fazer com o número?", "es, ¿Qué quiere hacer con el número?",
        "en, What do you want to do with the number?"})
    void speaksTheCallersLanguage(String language, String question) {
        assertThat(WRITER.with("Accept-Language", language).post(PATH, body(Map.of())).json().path("question").path("text").asString())
                .isEqualTo(question);
    }

    @Test
    void whatItCannotUnderstand_isRefusedByName() {
        assertThat(WRITER.post(PATH, body(Map.of("colour", "blue"))).code()).isEqualTo("400 field-unknown");
        assertThat(WRITER.post(PATH, body(Map.of("wish", "fly"))).code()).isEqualTo("422 field-malformed");
        assertThat(WRITER.post(PATH, Map.of("number", "123")).code()).isEqualTo("422 number-impossible");
        assertThat(WRITER.post(PATH, Map.of()).code()).isEqualTo("422 field-missing");
        assertThat(WRITER.post(PATH, Map.of("number", NUMBER, "zone", "Nowhere/At_All")).code()).isEqualTo("422 field-malformed");
        assertThat(WRITER.post(PATH, Map.of("number", NUMBER, "from", Map.of("waba", "200000000000001"), "to",
                Map.of("waba", "200000000000001"))).code()).isEqualTo("422 same-waba");
        assertThat(READER.post(PATH, body(Map.of())).code()).isEqualTo("403 key-scope");
        assertThat(SERVER.nobody().post(PATH, body(Map.of())).code()).isEqualTo("401 key-missing");
    }

    private static JsonNode find(Map<String, String> answers) {
        Asking.Answer answer = WRITER.post(PATH, body(answers));
        assertThat(answer.status()).isEqualTo(200);
        return answer.json();
    }

    private static String asked(Map<String, String> answers) {
        return find(answers).path("question").path("topic").asString("");
    }

    private static Map<String, Object> body(Map<String, String> answers) {
        return Map.of("number", NUMBER, "answers", answers);
    }

    private static JsonNode way(JsonNode found, String name) {
        return found.path("ways").valueStream().filter(way -> way.path("way").asString().equals(name)).findFirst().orElseThrow();
    }
}
