package dev.portway.migration.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.migration.Act;
import dev.portway.migration.Action;
import dev.portway.migration.Desk;
import dev.portway.migration.HumanTask.Kind;
import dev.portway.migration.Next;
import dev.portway.migration.fact.Certainty;
import dev.portway.migration.fact.Finding;
import dev.portway.problem.Party;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text message to a number that none reaches is sent only where somebody chose it knowing that. */
class CodeOnALandlineTest {
    private static Desk ordered(Finding.Verdict verdict) {
        Desk desk = Desk.oneNumber();
        desk.graph.standsInTheWay = Optional.of(new Finding("code-reachable", Optional.of(Desk.NUMBER), verdict, Certainty.VERIFIED,
                Party.CLIENT, "line: FIXED_LINE", "numbering plan: line type", Desk.START, false, Optional.empty(), Optional.empty()));
        desk.goUntilAsked();
        return desk;
    }

    private static Kind asked(Desk desk) {
        return desk.standing().next() instanceof Next.Ask ask ? ask.task().kind() : Kind.MEND;
    }

    @Test
    void textMessageOfTheOrder_isNotSent_butAskedAbout() {
        Desk desk = ordered(Finding.Verdict.WARNS);

        assertThat(asked(desk)).isEqualTo(Kind.CHOOSE_CODE);
        assertThat(desk.migration.latest(Act.REQUEST_CODE, Desk.NUMBER)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SMS", "VOICE"})
    void wayThatSomebodyChoosesThen_needsNoSecondWord(String method) {
        Desk desk = ordered(Finding.Verdict.WARNS);
        desk.tell(Action.CHOOSE_CODE, Map.of("method", method, "language", "pt_BR"));
        desk.goUntilAsked();

        assertThat(asked(desk)).isEqualTo(Kind.ENTER_CODE);
    }

    @Test
    void numberThatATextMessageReaches_isSentOneAtOnce() {
        assertThat(asked(ordered(Finding.Verdict.HOLDS))).isEqualTo(Kind.ENTER_CODE);
    }
}
