package dev.portway.migration.standing;

import dev.portway.migration.Migration;
import dev.portway.migration.Next;
import dev.portway.migration.Step;
import java.time.Instant;
import java.util.Optional;

/**
 * What is looked at again while a migration waits for something else. It stands where it stood; only a look that sees something new makes an earlier
 * step stop holding, and then the migration stands there.
 */
public final class Vigil {
    private Vigil() {}

    /** A look that is due though nothing else is to be done; empty while something is, or none is due. */
    public static Optional<Next.Call> call(Migration migration, Standing standing, Instant now) {
        return next(migration, standing, now).filter(Next.Call.class::isInstance).map(Next.Call.class::cast);
    }

    /** When the next such look is due; empty when there is none. */
    public static Optional<Instant> due(Migration migration, Instant now) {
        return next(migration, Standing.of(migration, now), now).flatMap(next -> switch (next) {
            case Next.Call _ -> Optional.of(now);
            case Next.Wait(var until, _) -> Optional.of(until);
            case Next.Ask ask -> ask.lookAgain();
            case Next.Done _ -> Optional.empty();
        });
    }

    private static Optional<Next> next(Migration migration, Standing standing, Instant now) {
        boolean atPivot = standing.step().filter(Step::isPivot).isPresent(); // a person may be crossing it just now
        if (standing.leaving() || atPivot || !waits(standing.next()) || migration.pivotCrossed(null)) {
            return Optional.empty();
        }
        var steps = new Steps(migration, now);
        int at = standing.step().map(migration.route().steps()::indexOf).orElse(0);
        return migration.route().steps().subList(0, at).stream().flatMap(step -> steps.meanwhile(step).stream()).findFirst();
    }

    /** For a person or for a day. What Graph is waited for passes soon, and an answer that may still come is waited out first. */
    private static boolean waits(Next next) {
        return switch (next) {
            case Next.Ask _ -> true;
            case Next.Wait(_, var reason) -> reason == Next.Waiting.CLOCK || reason == Next.Waiting.BUDGET;
            case Next.Call _,Next.Done _ -> false;
        };
    }
}
