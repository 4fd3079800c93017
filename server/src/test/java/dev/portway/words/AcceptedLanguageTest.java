package dev.portway.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Which of our languages the header Accept-Language asks for. */
class AcceptedLanguageTest {
    private static final String OTHERS = "zh-min-nan-bu-aaa,".repeat(1000);

    @Test
    void firstOfOurs_isSpoken() {
        assertThat(Words.best("de-AT,pt;q=0.9,en;q=0.8")).contains(Locale.of("pt", "BR"));
        assertThat(Words.best("de")).isEmpty();
        assertThat(Words.best(";;")).isEmpty();
    }

    /** Its cost grows with the square of its length: what stands far behind in it is not read. */
    @Test
    void longHeader_isReadFromItsBeginning() {
        assertThat(Words.best("es-MX," + OTHERS)).contains(Locale.of("es"));
        assertThat(Words.best(OTHERS + "es")).isEmpty();
        assertThat(Words.best("x".repeat(16_000))).isEmpty();
    }
}
