package dev.portway.migration.standing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.migration.Desk;
import dev.portway.migration.fact.Certainty;
import dev.portway.migration.fact.Finding;
import dev.portway.migration.fact.Findings;
import dev.portway.migration.fact.Unseen;
import dev.portway.problem.Party;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WhyTest {
    private static final Finding HOLDS = finding("same-business", Finding.Verdict.HOLDS, Optional.empty());
    private static final Finding HIDDEN = finding("two-step-off", Finding.Verdict.UNKNOWN, Optional.of(Unseen.RATE_LIMITED));

    private static Finding finding(String check, Finding.Verdict verdict, Optional<Unseen> unseen) {
        return new Finding(check, Optional.empty(), verdict, unseen.isPresent() ? Certainty.UNKNOWN : Certainty.VERIFIED, Party.CLIENT,
                verdict.name(), "", Desk.START, false, unseen, Optional.empty());
    }

    @Test
    void whatIsStillHidden_isNotSaidToBeClear() {
        assertThat(Why.words(new Findings(List.of(HOLDS, HIDDEN)))).isEqualTo("unseen: two-step-off");
        assertThat(Why.words(new Findings(List.of(HOLDS)))).isEqualTo("clear");
    }
}
