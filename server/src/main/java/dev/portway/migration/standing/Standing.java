package dev.portway.migration.standing;

import dev.portway.migration.Ending;
import dev.portway.migration.Migration;
import dev.portway.migration.Next;
import dev.portway.migration.Status;
import dev.portway.migration.Step;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.problem.Party;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a migration stands, and what is next there. A migration stands at the first step of its route that does not hold; past the pivot, at the
 * first from the pivot on. Nobody stores or sets it: it is worked out again whenever it is asked, so no transition can be wrong.
 *
 * @param step empty once it ended
 * @param number the number the step does not hold for; null when it is about all of them, or none
 * @param why because of what the step does not hold
 * @param leaving whether it is being withdrawn
 */
public record Standing(Optional<Step> step, @Nullable PhoneNumber number, Next next, Why why, boolean leaving) {
    /** Works out where the migration stands at this time. */
    public static Standing of(Migration migration, Instant now) {
        return new Pathfinder(migration, now).find();
    }

    public Status status() {
        if (next instanceof Next.Done(Ending ending) && step.isEmpty()) {
            return ending.status();
        }
        return leaving ? Status.WITHDRAWING : step.map(at -> Status.of(at.phase())).orElse(Status.SETTLING);
    }

    /** Who must move for it to go on; empty once it ended, or when only time is needed. */
    public Optional<Party> waitsFor() {
        return switch (next) {
            case Next.Call _ -> Optional.of(Party.PORTWAY);
            case Next.Ask(var task, _, _, _) -> Optional.of(task.owner());
            case Next.Wait(_, var reason) -> reason == Next.Waiting.CLOCK ? Optional.empty() : Optional.of(Party.META);
            case Next.Done _ -> Optional.empty();
        };
    }

    static Standing at(Step step, @Nullable PhoneNumber number, Next next, Why why) {
        return new Standing(Optional.of(step), number, next, why, false);
    }

    static Standing ended(Ending ending) {
        return new Standing(Optional.empty(), null, new Next.Done(ending), Why.NOTHING_YET, false);
    }

    Standing whileLeaving() {
        return new Standing(step, number, next, why, true);
    }

    Standing with(Next other) {
        return new Standing(step, number, other, why, leaving);
    }
}
