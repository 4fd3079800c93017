package dev.portway.guest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.migration.Action;
import dev.portway.migration.HumanTask.Kind;
import dev.portway.migration.fact.Statement;
import dev.portway.words.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Whatever a link can ask has words of its own, for somebody who knows nothing of migrations. */
class QuestionTest {
    static final List<Locale> LANGUAGES = Words.LANGUAGES;

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void questions_haveWords(Locale language) {
        Words words = Words.of("console", language);
        Stream<String> checks = Statement.checks().stream().map(check -> "check." + check);
        Stream<String> tasks = Arrays.stream(Kind.values())
                .filter(kind -> Question.GUESTS.contains(kind.owner()))
                .map(Kind::word)
                .filter(kind -> !kind.equals(Kind.CONFIRM_TWO_STEP_OFF.word()));

        assertThat(Stream.concat(checks, tasks)).isNotEmpty()
                .allSatisfy(word -> Stream.of(".title", ".why", ".go")
                        .forEach(part -> assertThat(words.has("guest." + word + part)).as("guest." + word + part).isTrue()));
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void links_haveWordsForHowTheyAre(Locale language) {
        Words words = Words.of("console", language);

        assertThat(Arrays.stream(GuestLink.State.values()).map(state -> "guest.state." + state.name().toLowerCase(Locale.ROOT)))
                .allMatch(words::has);
    }

    @Test
    void twoStepThatIsStillOn_isTheSameQuestion_whicheverStepAsksIt() {
        var step = new Question(Kind.TURN_OFF_TWO_STEP, "", Optional.empty(), Action.RECHECK);

        assertThat(step.isTheSameAs(new Question(Kind.CLEAR_THE_WAY, "two-step-off", Optional.empty(), Action.RECHECK))).isTrue();
        assertThat(step.isTheSameAs(new Question(Kind.CLEAR_THE_WAY, "source-ready", Optional.empty(), Action.RECHECK))).isFalse();
    }

    @Test
    void whoTypesWrong_orLooksTooEarly_needsNoSecondLink() {
        assertThat(new Question(Kind.ENTER_CODE, "", Optional.empty(), Action.ENTER_CODE).mostUses()).isGreaterThan(1);
        assertThat(new Question(Kind.ACCEPT_LOSSES, "", Optional.empty(), Action.ACCEPT_LOSSES).mostUses()).isEqualTo(1);
    }
}
