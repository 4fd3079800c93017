package dev.portway.sandbox.switches;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the switches say of themselves in the languages of the pages. */
class ReasonsTest {

    /** Error codes, fields and words of Graph's, which are the same in any language. */
    private static final Pattern CODES = Pattern.compile("\\d{6,}|\\w+_\\w+|[A-Z]{5,}");

    @ParameterizedTest
    @ValueSource(strings = {"en", "pt_BR", "es"})
    void everySwitch_saysWhyAndWhatWouldSettleIt_andNothingElseIsSaid(String language) throws IOException {
        Properties texts = new Properties();
        try (InputStream in = ReasonsTest.class.getResourceAsStream("/switches/reasons_" + language + ".properties")) {
            texts.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
        }
        List<String> keys = Arrays.stream(Switch.values())
                .flatMap(each -> Stream.of(each.key() + ".reason", each.key() + ".settledBy"))
                .toList();

        assertThat(texts.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(keys);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pt-BR", "es"})
    void wordsOfGraph_areLeftAsTheyAre(String language) {
        Reasons reasons = Reasons.in(language);
        for (Switch each : Switch.values()) {
            String told = reasons.reason(each) + " " + reasons.settledBy(each);
            String english = Reasons.in("en").reason(each) + " " + Reasons.in("en").settledBy(each);
            assertThat(told).as(each.key()).isNotEqualTo(english);
            CODES.matcher(english)
                    .results()
                    .map(MatchResult::group)
                    .forEach(code -> assertThat(told).as(each.key()).contains(code));
        }
    }

    @Test
    void otherLanguages_areToldInEnglish() {
        for (String locale : List.of("", "en_US", "de", "p")) {
            assertThat(Reasons.in(locale).reason(Switch.PIN_FIELD)).isEqualTo(Reasons.in("en").reason(Switch.PIN_FIELD));
        }
    }
}
