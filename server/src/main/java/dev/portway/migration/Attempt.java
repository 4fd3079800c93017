package dev.portway.migration;

import dev.portway.migration.fact.PhoneNumber;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One act, written down before it is done.
 *
 * <pre>
 *  begin ──▶ open ──▶ done | refused | not-sent
 *              └────▶ in-doubt ──▶ (a look, a person) settled: took place | had no effect
 * </pre>
 *
 * A read is written once for its step and number and counted, not once for each look.
 *
 * @param no the migration's moment at which it began; unique among its effects
 * @param number the number it was for; null when it was for all
 * @param settlesAt from then on it can no longer arrive, by the database's clock: nobody looks or repeats before
 * @param outcome empty while it is open: not answered yet, or whoever asked is gone
 * @param endedAt when the outcome was written; for a read, when it last looked
 * @param settled what a look or a person made of an open or doubtful one
 * @param looksFor the attempt this read was made to settle; 0 for none
 * @param times how often a read looked and saw the same, or how many looks at a doubtful effect stayed unclear
 */
public record Attempt(long no, String step, @Nullable PhoneNumber number, Act act, Instant at, Instant settlesAt, Optional<Outcome> outcome,
        Optional<Instant> endedAt, Settled settled, long looksFor, int times) {
    /** What became of a doubt. */
    public enum Settled {
        NOT_YET, TOOK_PLACE, HAD_NO_EFFECT,
        /** Nobody will know; it was made again, which does no harm. */
        REPEATED
    }

    /** Whether it is kept where the other is: an effect by its moment, a read by its step and number. */
    public boolean sameRow(Attempt other) {
        return act == other.act && (act.isEffect() ? no == other.no : step.equals(other.step) && Objects.equals(number, other.number));
    }

    /** Whether it is an effect of which nobody knows whether it took place. */
    public boolean inDoubt() {
        return act.isEffect() && settled == Settled.NOT_YET && outcome.map(Outcome.InDoubt.class::isInstance).orElse(true);
    }

    /** Whether it took place, or may have. */
    public boolean mayHaveTakenPlace() {
        return settled == Settled.TOOK_PLACE || inDoubt()
                || settled == Settled.NOT_YET && outcome.filter(Outcome.Done.class::isInstance).isPresent();
    }

    /** What it was refused with, if it was. */
    Optional<Outcome.Refused> refusal() {
        return outcome.filter(Outcome.Refused.class::isInstance).map(Outcome.Refused.class::cast);
    }

    /** How often it was called: an effect once, a read as often as it looked. */
    public int made() {
        return act.isEffect() ? 1 : times;
    }

    public boolean concerns(Act otherAct, @Nullable PhoneNumber otherNumber) {
        return act == otherAct && Objects.equals(number, otherNumber);
    }
}
