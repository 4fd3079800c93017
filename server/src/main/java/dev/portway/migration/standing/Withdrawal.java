package dev.portway.migration.standing;

import dev.portway.migration.Act;
import dev.portway.migration.Attempt;
import dev.portway.migration.Attempt.Settled;
import dev.portway.migration.Doing;
import dev.portway.migration.Leaves;
import dev.portway.migration.Migration;
import dev.portway.migration.Step;
import dev.portway.migration.fact.Certainty;
import dev.portway.migration.fact.PhoneNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a withdrawal takes back, and what is left behind all the same: before it is asked for, what it would come to; once the migration ended, what it
 * came to. Past the pivot there is none; whether it may be asked for is said by {@link Allowed}.
 *
 * @param undone the acts that take something back, the last thing done first
 * @param stays in the order it was done
 */
public record Withdrawal(List<Act> undone, List<Stays> stays) {
    private static final String LISTED = "new-number-listed";

    public Withdrawal {
        undone = List.copyOf(undone);
        stays = List.copyOf(stays);
    }

    /**
     * Something that is left behind.
     *
     * @param words a message key: {@code stays.<words>}
     * @param number the number it is about; empty when it is about all
     * @param since when it was done
     * @param certainty unknown while nobody has found out whether it was done at all
     */
    public record Stays(String words, Optional<PhoneNumber> number, Instant since, Certainty certainty) {}

    /** As things are now. */
    public static Withdrawal of(Migration migration, Instant now) {
        var undone = new ArrayList<Act>();
        var stays = new ArrayList<Stays>();
        for (Step step : migration.route().steps()) {
            if (!(step.doing() instanceof Doing.Effect(Act act, Leaves leaves))) {
                continue;
            }
            switch (leaves) {
                case Leaves.Undo undo when takenBack(migration, step, undo, now) -> undone.addFirst(undo.act().get());
                case Leaves.Undo _ -> stays.addAll(left(migration, step, act, step.name()));
                case Leaves.Stays(String words) -> stays.addAll(left(migration, step, act, words));
                case Leaves.Nothing _ -> {
                }
            }
        }
        return new Withdrawal(undone, stays.stream().filter(one -> !one.words().equals(LISTED) || !isActive(one, stays)).toList());
    }

    /** A number that stays active is not one that stays merely listed. */
    private static boolean isActive(Stays listed, List<Stays> all) {
        return all.stream()
                .anyMatch(one -> one.words().equals("number-registered") && one.number().equals(listed.number())
                        && one.certainty() == Certainty.VERIFIED);
    }

    /** It was taken back, or would be; a refusal that only a person can mend lets it stay. */
    private static boolean takenBack(Migration migration, Step step, Leaves.Undo undo, Instant now) {
        return migration.facts().is(undo.act().get().establishes())
                || migration.ending().isEmpty() && new Steps(migration, now).undoing(step).isPresent();
    }

    /** Only what we did, or may have done: what somebody else did before us is not ours to mention. */
    private static List<Stays> left(Migration migration, Step step, Act act, String words) {
        Stream<Optional<PhoneNumber>> numbers = step.isForEachNumber()
                ? migration.order().numbers().stream().map(Optional::of)
                : Stream.of(Optional.empty());
        return numbers.flatMap(number -> done(migration, act, number.orElse(null)).map(attempt -> stays(attempt, words)).stream()).toList();
    }

    private static Optional<Attempt> done(Migration migration, Act act, @Nullable PhoneNumber number) {
        return migration.attempts()
                .stream()
                .filter(attempt -> attempt.concerns(act, number))
                .filter(attempt -> attempt.mayHaveTakenPlace() || attempt.settled() == Settled.REPEATED)
                .reduce((one, other) -> one.inDoubt() || one.settled() == Settled.REPEATED ? other : one);
    }

    private static Stays stays(Attempt attempt, String words) {
        boolean known = !attempt.inDoubt() && attempt.settled() != Settled.REPEATED;
        return new Stays(words, Optional.ofNullable(attempt.number()), attempt.at(), known ? Certainty.VERIFIED : Certainty.UNKNOWN);
    }
}
