package dev.portway.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.explain.Explained.By;
import dev.portway.graph.meaning.ErrorRow;
import dev.portway.graph.meaning.ErrorRows;
import dev.portway.problem.Problem;
import dev.portway.problem.Problems;
import dev.portway.words.Words;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever has an error before them finds what it means, in whichever form they have it. */
class CatalogueTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"133016|register-budget-spent|NUMBER", "(#133016)|register-budget-spent|NUMBER",
        "2388103: webhooks have not been set up|app-not-subscribed|NUMBER_AND_WORDS", "error 190|token-invalid|NUMBER",
        "código 100|bad-parameter|NUMBER", "200|permission-missing|NUMBER", "4|rate-limited|NUMBER",
        "3 Método da API|permission-missing|NUMBER", "131031|account-locked|NUMBER", "2388091|not-being-moved|NUMBER",
        "two-step-on|two-step-on|NAME",
        "Two-Factor authentication|two-step-on|SENTENCE", "Autenticação de dois fatores|two-step-on|SENTENCE",
        "la autenticacion de dos factores sigue activada|two-step-on|SENTENCE",
        "Message on behalf request|messaging-for-not-approved|SENTENCE",
        "It is eligible to be added directly|add-directly|SENTENCE", "the register name should be present|name-not-approved|SENTENCE",
        "it has already been moved to your destination account|already-at-destination|SENTENCE",
        "they need to represent the same business|different-business|SENTENCE",
        "Something went wrong when trying to migrate it|cannot-migrate|SENTENCE",
        "registered to an existing WhatsApp Business account|registered-elsewhere|SENTENCE", "modelo pausado|template-paused|WORDS",
        "plantilla en pausa|template-paused|WORDS", "template paused|template-paused|WORDS", "spam|spam-limited|WORDS"})
    void question_isAnswered(String asked, String code, By by) {
        Explained explained = Catalogue.look(asked);

        assertThat(explained.answers()).as(asked).isNotEmpty();
        assertThat(explained.answers().getFirst().problem().code()).as(asked + " → " + explained.answers()).isEqualTo(code);
        assertThat(explained.answers().getFirst().by()).isEqualTo(by);
    }

    @Test
    void everyNumberOfTheTable_isFound() {
        for (ErrorRow row : ErrorRows.ALL) {
            String asked = row.numbers().replaceAll("[–/].*", "");
            if (!asked.isEmpty()) {
                assertThat(Catalogue.look(asked).answers()).as(asked).extracting(Explained.Answer::problem).contains(row.problem());
            }
        }
    }

    @Test
    void everyTitle_findsItsProblem_inEachLanguage() {
        for (Locale language : Words.LANGUAGES) {
            Words words = Words.of("words", language);
            for (Problem problem : Problems.all()) {
                String title = words.say("problem." + problem.code() + ".title");
                assertThat(Catalogue.look(title).answers()).as(language + ": " + title)
                        .extracting(Explained.Answer::problem)
                        .contains(problem);
            }
        }
    }

    @Test
    void wholeError_isRead_wherePeopleCopiedItFrom() {
        String error = "{\"error\":{\"message\":\"Invalid parameter\",\"code\":100,\"error_subcode\":2388103,"
                + "\"error_user_msg\":\"Your WhatsApp account must have an active line of credit\",\"fbtrace_id\":\"AbC123\"}}";
        for (String pasted : List.of(error, "12:01 WARN {\"id\":1} answered " + error + " after 2 s",
                error.substring(9, error.length() - 1))) {
            Explained explained = Catalogue.look(pasted);

            assertThat(explained.answers()).as(pasted).singleElement().satisfies(answer -> {
                assertThat(answer.problem()).isEqualTo(Problems.NO_PAYMENT_AT_DESTINATION);
                assertThat(answer.by()).isEqualTo(By.ERROR);
            });
            assertThat(explained.trace()).isEqualTo("AbC123");
        }
    }

    @Test
    void umbrellaWithUnknownWords_isListedWhole_andNotGuessed() {
        Explained explained = Catalogue.look("{\"error\":{\"code\":100,\"error_subcode\":2388103,\"error_user_msg\":\"Quelque chose\"}}");

        assertThat(explained.answers()).hasSize(8).allMatch(answer -> answer.by() == By.MAYBE);
        assertThat(Catalogue.look("2388103").answers()).hasSize(9);
        assertThat(Catalogue.look("2388001").answers()).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"xyzzy plugh", "987654", "{\"error\":{\"code\":987654,\"message\":\"x\"}}", "{", "{{{{{{{{{{",
        "\u0000",
        "try again in 12 fortnights, quoth the raven"})
    void whatNobodyKnows_isSaidToBeUnknown(String asked) {
        assertThat(Catalogue.look(asked).answers()).isEmpty();
    }

    @Test
    void veryLongText_isLookedAtOnlyInPart() {
        assertThat(Catalogue.look("{".repeat(200_000)).answers()).isEmpty();
        assertThat(Catalogue.look("lorem ipsum ".repeat(50_000)).answers()).isEmpty();
    }
}
