package dev.portway.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The catalogue at the command line: no server, no database, three languages. */
class ExplainTest {
    private final StringWriter out = new StringWriter();

    private int run(String... arguments) {
        return new CommandLine(new Explain()).setOut(new PrintWriter(out, true)).execute(arguments);
    }

    @Test
    void answer_saysWhatItMeans_whoseMoveItIs_andWhatHelps() {
        assertThat(run("--lang", "pt-BR", "133016")).isZero();

        assertThat(out.toString()).contains("[register-budget-spent]", "De quem é a vez: Meta", "O que ajuda: ", "72h", "133016",
                "error:register-budget-spent");
    }

    @Test
    void severalWords_areOneQuestion() {
        assertThat(run("--lang=en", "two-factor", "authentication")).isZero();

        assertThat(out.toString()).contains("[two-step-on]");
    }

    @Test
    void nothingFound_saysWhatToDo() {
        assertThat(run("--lang=en", "{\"error\":{\"code\":987654,\"fbtrace_id\":\"AbC123\"}}")).isEqualTo(1);

        assertThat(out.toString()).contains("nothing is guessed", "Direct Support", "AbC123");
    }

    @Test
    void programs_getJson() {
        assertThat(run("--json", "--lang=es", "2388001")).isZero();

        assertThat(out.toString()).startsWith("{\"problems\":[{\"code\":\"two-step-on\"")
                .contains("\"numbers\":[\"2388001\"]", "\"foundBy\":\"number\"");
    }

    @Test
    void language_isTheOneAskedFor_elseThatOfTheEnvironment() {
        assertThat(Explain.spoken("es-MX", Map.of("LANG", "pt_BR.UTF-8"))).isEqualTo(Locale.of("es"));
        assertThat(Explain.spoken(null, Map.of("LC_ALL", "", "LANG", "pt_BR.UTF-8"))).isEqualTo(Locale.of("pt", "BR"));
        assertThat(Explain.spoken(null, Map.of("LANG", "C.UTF-8"))).isEqualTo(Locale.ENGLISH);
    }
}
