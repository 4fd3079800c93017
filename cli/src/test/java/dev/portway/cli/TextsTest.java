package dev.portway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The language of the command line, and what is shown in it. */
class TextsTest {
    @ParameterizedTest
    @CsvSource({"pt_BR.UTF-8, pt-BR, pt_BR", "pt_PT@euro, pt-BR, pt_PT", "es_MX.UTF-8, es, es", "en_GB.UTF-8, en, en_GB", "C, en, en_US",
        "C.UTF-8, en, en_US",
        "fr_FR.UTF-8, en, fr_FR", "'', en, en_US"})
    void environment_decides(String lang, String spoken, String code) {
        Texts texts = Texts.of(null, Map.of("LANG", lang));

        assertThat(texts.tag()).isEqualTo(spoken);
        assertThat(texts.codeLanguage()).isEqualTo(code);
    }

    @Test
    void option_wins() {
        assertThat(Texts.of("pt", Map.of("LANG", "es_ES.UTF-8")).tag()).isEqualTo("pt-BR");
        assertThat(Texts.of("pt", Map.of()).codeLanguage()).isEqualTo("pt_BR");
        assertThat(Texts.of(null, Map.of("LANG", "es_ES.UTF-8", "LC_ALL", "pt_BR.UTF-8")).tag()).isEqualTo("pt-BR");
    }

    @Test
    void yes_isSaidInTheLanguageSpoken() {
        assertThat(Texts.of("pt-BR", Map.of()).means(Optional.of("Sim"), "yes")).isTrue();
        assertThat(Texts.of("en", Map.of()).means(Optional.of("y"), "yes")).isTrue();
        assertThat(Texts.of("en", Map.of()).means(Optional.of(""), "yes")).isFalse();
        assertThat(Texts.of("en", Map.of()).means(Optional.empty(), "yes")).isFalse();
    }

    @Test
    void findings_startWithWhatStandsInTheWay() {
        var bytes = new ByteArrayOutputStream();
        var screen = new Screen(new PrintStream(bytes, true, StandardCharsets.UTF_8), false, false);
        var sentences = new Sentences(screen, Texts.of("pt-BR", Map.of()));
        sentences.findings(Api.JSON.readTree(
                """
                        [{"verdict":"holds","text":"O número está na conta de origem","valueText":"está na lista","where":"phone_numbers","at":"2026-11-21T12:00:00Z"},
                         {"verdict":"unknown","text":"O número é real","because":"a Meta não mostra","statable":false},
                         {"verdict":"unknown","text":"As duas contas são da mesma empresa","because":"ninguém deu acesso","statable":true,
                          "ownerText":"o cliente","remedy":"Compare.","where":"owner_business_info"},
                         {"verdict":"fails","text":"A confirmação em duas etapas está ativada","valueText":"ativada","where":"is_pin_enabled","source":"graph","sourceText":"a Meta",
                          "ownerText":"o cliente","remedy":"Desative.","link":"https://business.facebook.com/wa/manage/phone-numbers/"}]
                        """));

        assertThat(bytes.toString(StandardCharsets.UTF_8).lines()).containsExactly(
                "  ✘ A confirmação em duas etapas está ativada  ativada", "    quem precisa agir: o cliente. Desative.",
                "    https://business.facebook.com/wa/manage/phone-numbers/", "    a Meta: is_pin_enabled",
                "  ? As duas contas são da mesma empresa  ninguém deu acesso", "    quem precisa agir: o cliente. Compare.",
                "    owner_business_info", "  ? O número é real  a Meta não mostra", "  ✔ O número está na conta de origem  está na lista",
                "",
                "  Impedem a mudança: 1 de 4 requisitos.", "    Visto em " + sentences.time("2026-11-21T12:00:00Z"));
    }

    @Test
    void checkThatCouldNotSeeAllOfIt_doesNotSayThatTheWayIsFree() {
        var bytes = new ByteArrayOutputStream();
        var sentences = new Sentences(new Screen(new PrintStream(bytes, true, StandardCharsets.UTF_8), false, false),
                Texts.of("en", Map.of()));
        sentences.checked(Api.JSON.readTree("""
                {"clear":false,"lookAgain":"2026-11-21T12:00:30Z","findings":[
                 {"verdict":"unknown","text":"There is room for the message templates","because":"Graph is in trouble","statable":false}]}
                """));

        assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("Part of it could not be seen just now.")
                .doesNotContain("Nothing stands in the way");
    }

    @Test
    void paragraphs_fitATerminal() {
        var bytes = new ByteArrayOutputStream();
        new Screen(new PrintStream(bytes, true, StandardCharsets.UTF_8), false, false).wrapped("word ".repeat(60));

        assertThat(bytes.toString(StandardCharsets.UTF_8).lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(80));
    }
}
