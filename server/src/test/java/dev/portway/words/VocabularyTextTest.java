package dev.portway.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Names put together into sentences. */
class VocabularyTextTest {
    private static final Vocabulary PORTUGUESE = new Vocabulary(Words.of("words", Locale.of("pt", "BR")));

    @Test
    void task_thatIsAboutACheck_saysWhatToDoAboutIt() {
        Vocabulary.Guidance task = PORTUGUESE.task("clear-the-way", "two-step-off", false);

        assertThat(task.title()).isEqualTo("Impede a mudança: A confirmação em duas etapas está ativada");
        assertThat(task.todo()).isEqualTo(PORTUGUESE.check("two-step-off").todo());
        assertThat(task.link()).isPresent();
    }

    @Test
    void task_aboutACheckThatNobodySaw_doesNotSayThatItIsUnmet() {
        assertThat(PORTUGUESE.task("clear-the-way", "two-step-off", true).title())
                .isEqualTo("Ninguém pôde ver se é assim: A confirmação em duas etapas está desativada");
    }

    @Test
    void task_thatIsAboutAProblem_saysItsRemedy() {
        assertThat(PORTUGUESE.task("mend", "token-invalid", false)).isEqualTo(PORTUGUESE.problem("token-invalid"));
    }

    @Test
    void task_thatSaysItAll_hasNoLinkWhereThereIsNone() {
        assertThat(PORTUGUESE.task("enter-code", "", false).link()).isEmpty();
    }

    @Test
    void event_saysWhatItWasAbout() {
        assertThat(PORTUGUESE.event("register-refused", Map.of("problem", "rate-limited")))
                .isEqualTo("A Meta se recusou a ativar o número: A Meta pede uma pausa");
        assertThat(PORTUGUESE.event("assets-compared", Map.of("value", "templates-pending: 2"))).endsWith(": ainda em análise: 2");
        assertThat(PORTUGUESE.event("checked", Map.of("value", "two-step-off"))).as("by what is wrong")
                .endsWith(": A confirmação em duas etapas está ativada");
        assertThat(PORTUGUESE.event("checked", Map.of("value", "unseen: two-step-off"))).as("nobody knows whether it is")
                .endsWith(": não foi possível ver: A confirmação em duas etapas está desativada");
    }

    @Test
    void whatNobodyTranslated_isShownAsItIs() {
        assertThat(PORTUGUESE.why("two-step", "on")).isEqualTo("Confirmação em duas etapas: ativada");
        assertThat(PORTUGUESE.why("number-seen", "CONNECTED, VERIFIED, name: APPROVED")).endsWith(": CONNECTED, VERIFIED, nome APPROVED");
        assertThat(PORTUGUESE.saw("NEW_WORD_OF_META")).isEqualTo("NEW_WORD_OF_META");
    }
}
