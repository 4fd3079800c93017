package dev.portway.migration.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whoever bills relies on it: the first look that misses a number, and the last that saw it, whatever comes between and after. */
class LeavingTest {
    private static final PhoneNumber NUMBER = new PhoneNumber("+5511987650002");
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private Facts facts = Facts.NONE;

    @Test
    void firstLookThatMissesIt_counts_andTheLastThatSawIt() {
        look(AtSource.HERE, 0);
        look(AtSource.HERE, 10);
        assertThat(leaving()).isEqualTo(new Leaving(at(10), Optional.empty()));

        look(AtSource.UNKNOWN, 20);
        look(AtSource.GONE, 30);
        look(AtSource.GONE, 40);
        look(AtSource.UNKNOWN, 50);
        assertThat(leaving()).isEqualTo(new Leaving(at(10), at(31)));
    }

    @Test
    void comeBack_hasNotLeft() {
        look(AtSource.GONE, 0);
        assertThat(leaving()).isEqualTo(new Leaving(Optional.empty(), at(1)));

        look(AtSource.HERE, 10);
        assertThat(leaving()).isEqualTo(new Leaving(at(10), Optional.empty()));
    }

    @Test
    void whatNobodyCouldSee_saysNothing() {
        look(AtSource.UNKNOWN, 0);

        assertThat(facts.value(Fact.LEAVING, NUMBER)).isEmpty();
    }

    private Leaving leaving() {
        return facts.value(Fact.LEAVING, NUMBER).orElseThrow();
    }

    /** One that takes a second. */
    private void look(AtSource seen, long second) {
        Instant ended = NOON.plusSeconds(second + 1);
        List<Learned<?>> learned = List.of(Learned.that(Fact.AT_SOURCE, NUMBER, seen));
        facts = facts.with(Leaving.told(facts, learned, NOON.plusSeconds(second), ended), second, ended, Source.GRAPH);
    }

    private static Optional<Instant> at(long second) {
        return Optional.of(NOON.plusSeconds(second));
    }
}
