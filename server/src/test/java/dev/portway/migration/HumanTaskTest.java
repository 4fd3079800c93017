package dev.portway.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.migration.HumanTask.Kind;
import dev.portway.migration.fact.Statement;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HumanTaskTest {
    @Test
    void taskThatAWordAnswers_saysAboutWhichCheck() {
        var stated = Arrays.stream(Kind.values()).filter(kind -> kind.answers().contains(Action.STATE)).toList();

        assertThat(stated).isNotEmpty().allSatisfy(kind -> {
            var task = HumanTask.of(kind, kind == Kind.CLEAR_THE_WAY ? "same-business" : "");
            assertThat(task.check()).as(kind.word()).hasValueSatisfying(check -> assertThat(Statement.answers(check)).isTrue());
        });
    }

    @Test
    void subjectThatIsNoCheck_isNotTakenForOne() {
        assertThat(HumanTask.of(Kind.DECIDE_DOUBT, "register").check()).isEmpty();
        assertThat(HumanTask.of(Kind.TURN_OFF_TWO_STEP).check()).contains("two-step-off");
    }
}
