package dev.portway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What reaches the terminal of what others wrote. */
class ScreenTest {
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final Screen screen = new Screen(new PrintStream(shown, true, StandardCharsets.UTF_8), true, true);

    @Test
    void ordersToATerminal_areNotPassedOn() {
        screen.good("a\u001b]0;title\u0007b\u001b[2Jc\u009b8md\u202ee\rf\u001b[8mg");

        assertThat(written()).isEqualTo("\r\u001b[2K\u001b[32m  ✔ \u001b[0ma�]0;title�b�[2Jc�8md�e�f�[8mg");
    }

    @Test
    void coloursOfOurOwn_stay() {
        screen.here("here " + screen.faint("faint"));

        assertThat(written()).isEqualTo("\r\u001b[2K\u001b[36m  ▸ \u001b[0m\u001b[1mhere \u001b[2mfaint\u001b[0m\u001b[0m");
    }

    @Test
    void lineThatIsTakenAway_isNoBetterWay() {
        screen.waiting("a\u001b[2J");

        assertThat(written()).contains("a�[2J ");
    }

    /** A name could look like a requirement that holds. */
    @Test
    void whatTheServerSays_staysInItsLine_andHasNoColoursOfOurs() {
        var said = Api.plain(Api.JSON.readTree("{\"name\":[\"Acme\\n  \\u001b[32m✔ \\u001b[0mTwo-step is off\"],\"no\":7,\"none\":null}"));

        screen.good(said.path("name").path(0).asString());

        assertThat(written()).isEqualTo("\r\u001b[2K\u001b[32m  ✔ \u001b[0mAcme   �[32m✔ �[0mTwo-step is off");
        assertThat(said.path("no").isNumber() && said.path("none").isNull()).isTrue();
    }

    private String written() {
        return shown.toString(StandardCharsets.UTF_8).stripTrailing();
    }
}
