package dev.portway.sandbox.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.sandbox.rules.number.Budget;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import org.junit.jupiter.api.Test;

class BudgetTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void whatIsOutsideTheWindow_isNotCounted() {
        var done = new ArrayDeque<>(List.of(NOON.minusSeconds(60), NOON.minusSeconds(59), NOON));

        assertThat(Budget.spent(done, Duration.ofMinutes(1), NOON)).isEqualTo(2);
    }

    @Test
    void clockSetBack_takesBackWhatIsYetToCome() {
        var done = new ArrayDeque<>(List.of(NOON.minusSeconds(10), NOON, NOON.plusSeconds(1)));

        assertThat(Budget.spent(done, Duration.ofMinutes(1), NOON.minusSeconds(5))).isEqualTo(1);
        assertThat(done).containsExactly(NOON.minusSeconds(10));
    }
}
