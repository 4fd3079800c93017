package dev.portway.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What may be typed. */
class FieldTest {
    static Stream<Field> fields() {
        return Stream.concat(Arrays.stream(Action.values()).flatMap(action -> action.fields().stream()),
                Arrays.stream(Term.values()).map(Term::field));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void whatNobodyTypes_fitsNowhere(Field field) {
        for (String odd : new String[]{"ten or more \0 characters", "ten or more \u0007 characters", "ten or more \ud800 characters"}) {
            assertThat(field.wrong(odd)).as(field.name()).contains("malformed");
        }
    }

    @Test
    void lines_fitWhereTextMayHaveThem_alone() {
        String lines = "We take the loss:\r\n\tits history";

        assertThat(field("note").wrong(lines)).isEmpty();
        assertThat(field("words").wrong(lines)).isEmpty();
        assertThat(field("display-name").wrong(lines)).contains("malformed");
        assertThat(field("display-name").wrong("a\tb")).contains("malformed");
        assertThat(field("display-name").wrong("Padaria Aurora 🥐")).isEmpty();
    }

    private static Field field(String name) {
        return fields().filter(field -> field.name().equals(name)).findFirst().orElseThrow();
    }
}
