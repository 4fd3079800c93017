package dev.portway.api;

import static dev.portway.api.Moves.READER;
import static dev.portway.api.Moves.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.problem.Problems;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The catalogue of errors over HTTP. */
class CatalogueApiTest {
    private static JsonNode asked(String question, String language) {
        Asking.Answer answer = READER.with("Accept-Language", language)
                .get("/v1/problems?q=" + URLEncoder.encode(question, StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("Content-Language")).isEqualTo(language);
        return answer.json();
    }

    @Test
    void question_isAnswered_inTheCallersLanguage() {
        JsonNode found = asked("AUTENTICACAO de dois fatores", "pt-BR").path("problems").path(0);

        assertThat(found.path("code").asString()).isEqualTo("two-step-on");
        assertThat(found.path("ownerText").asString()).isEqualTo("o cliente");
        assertThat(found.path("foundBy").asString()).isEqualTo("sentence");
        assertThat(found.path("link").asString()).startsWith("https://business.facebook.com/");
        assertThat(asked("133016", "es").path("problems").path(0).path("matches").path(0).path("fault").asString())
                .isEqualTo("error:register-budget-spent");
    }

    @Test
    void nothingFound_isSaid_withWhatToDo() {
        JsonNode nothing = asked("{\"error\":{\"code\":987654,\"fbtrace_id\":\"AbC123\"}}", "en");

        assertThat(nothing.path("problems").isEmpty()).isTrue();
        assertThat(nothing.path("advice").asString()).contains("fbtrace_id", "Direct Support");
        assertThat(nothing.path("trace").asString()).isEqualTo("AbC123");
    }

    @Test
    void withoutAQuestion_allAreListed() {
        assertThat(READER.get("/v1/problems").json().path("problems").size()).isEqualTo(Problems.all().size());
        assertThat(READER.get("/v1/problems/two-step-on").json().path("code").asString()).isEqualTo("two-step-on");
    }

    @Test
    void whatIsWrongWithTheQuestion_isTold() {
        assertThat(READER.get("/v1/problems/no-such-thing").code()).isEqualTo("404 problem-not-found");
        assertThat(READER.get("/v1/problems?query=1").code()).isEqualTo("400 field-unknown");
        assertThat(READER.get("/v1/problems?q=" + "x".repeat(2_001)).code()).isEqualTo("422 field-malformed");
        assertThat(SERVER.nobody().get("/v1/problems").status()).isEqualTo(401);
    }
}
