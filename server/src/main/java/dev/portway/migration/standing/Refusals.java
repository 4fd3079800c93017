package dev.portway.migration.standing;

import dev.portway.migration.Act;
import dev.portway.migration.Attempt;
import dev.portway.migration.Ending;
import dev.portway.migration.HumanTask;
import dev.portway.migration.HumanTask.Kind;
import dev.portway.migration.Migration;
import dev.portway.migration.Next;
import dev.portway.migration.Outcome;
import dev.portway.migration.Reaction;
import dev.portway.migration.Step;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Pace;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.problem.Problem;
import dev.portway.problem.Problems;
import dev.portway.problem.Retry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the last refusal of a call means for the next one: wait, ask for help, give up, or try again now. */
final class Refusals {
    /** What passes by itself has not passed after as many tries (about twenty minutes): somebody should look. */
    private static final int PASSING = 8;
    /** As often the same way back led to the same refusal: somebody should look. */
    private static final int BACK_AND_FORTH = 5;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    /** What a read is refused for until somebody mends it is looked at again all the same, at this pace. */
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(15);

    private final Migration migration;
    private final Instant now;

    Refusals(Migration migration, Instant now) {
        this.migration = migration;
        this.now = now;
    }

    /** Empty when nothing holds the call back. */
    Optional<Standing> holdingBack(Step step, Act act, @Nullable PhoneNumber number) {
        return migration.latest(act, number).filter(last -> !forgiven(last)).flatMap(last -> holdingBack(step, last));
    }

    /** A person has said since: try again. */
    private boolean forgiven(Attempt attempt) {
        long asked = Math.max(migration.facts().asOf(Fact.RETRY_ASKED, null),
                attempt.act().isEffect() ? -1 : migration.facts().asOf(Fact.RECHECK_ASKED, null));
        return asked > attempt.no();
    }

    private Optional<Standing> holdingBack(Step step, Attempt last) {
        if (last.settled() == Attempt.Settled.HAD_NO_EFFECT) {
            return reacting(step, last, Problems.GRAPH_UNAVAILABLE, Duration.ZERO);
        }
        return switch (last.outcome().orElse(Outcome.done())) {
            case Outcome.Refused(var problem, var wait) -> reacting(step, last, problem, wait);
            case Outcome.NotSent(var problem, var wait) -> waiting(step, last, wait.isZero() ? pause(last) : wait, problem);
            case Outcome.InDoubt _ ->
                last.act().isEffect() ? Optional.empty() : waiting(step, last, pause(last), Problems.GRAPH_UNREACHABLE);
            case Outcome.Done _ -> Optional.empty();
        };
    }

    private Optional<Standing> reacting(Step step, Attempt last, Problem problem, Duration told) {
        Reaction own = step.terms().on().get(problem.code());
        if (own != null) {
            return tries(last) < BACK_AND_FORTH ? Optional.empty() : Optional.of(help(step, last, problem));
        }
        if (last.act().budget().filter(budget -> budget.spent().equals(problem)).isPresent()) {
            return Optional.empty(); // the budget itself says when it opens
        }
        return switch (problem.retry()) {
            case SOON -> tries(last) < PASSING ? waiting(step, last, pause(last), problem) : Optional.of(help(step, last, problem));
            case AFTER_WAIT -> waiting(step, last, told.compareTo(problem.pause()) > 0 ? told : problem.pause(), problem);
            case AFTER_FIX -> helpUnlessDue(step, last, problem);
            case NEVER -> Optional.of(giveUp(step, last, problem));
        };
    }

    private Optional<Standing> waiting(Step step, Attempt last, Duration pause, Problem problem) {
        Instant due = ended(last).plus(pause);
        var reason = problem.retry() == Retry.SOON || problem.retry() == Retry.AFTER_WAIT ? Next.Waiting.META : Next.Waiting.CLOCK;
        return now.isBefore(due)
                ? Optional.of(Standing.at(step, last.number(), new Next.Wait(due, reason), Why.attempt(last)))
                : Optional.empty();
    }

    /** An effect waits for a person; a read looks again by itself now and then. */
    private Optional<Standing> helpUnlessDue(Step step, Attempt last, Problem problem) {
        Instant due = ended(last).plus(LOOK_AGAIN);
        return last.act().isEffect() || now.isBefore(due) ? Optional.of(help(step, last, problem)) : Optional.empty();
    }

    private Standing help(Step step, Attempt last, Problem problem) {
        Optional<Instant> lookAgain = last.act().isEffect() ? Optional.empty() : Optional.of(ended(last).plus(LOOK_AGAIN));
        var task = new HumanTask(Kind.MEND, problem.owner(), problem.code());
        return Standing.at(step, last.number(), new Next.Ask(task, lookAgain), Why.attempt(last));
    }

    private Standing giveUp(Step step, Attempt last, Problem problem) {
        return migration.pivotCrossed(null) || !last.act().isEffect()
                ? help(step, last, problem)
                : Standing.at(step, last.number(), new Next.Done(Ending.FAILED), Why.attempt(last));
    }

    private Duration pause(Attempt last) {
        return Pace.growing(FIRST_PAUSE, LONGEST_PAUSE, tries(last));
    }

    /** How often in a row it did not work, since a person last said: try again. What its budget no longer counts is long ago. */
    private int tries(Attempt last) {
        if (!last.act().isEffect()) {
            return last.times();
        }
        return (int) migration.attempts()
                .stream()
                .filter(one -> one.concerns(last.act(), last.number()))
                .filter(one -> !forgiven(one))
                .filter(one -> !one.mayHaveTakenPlace())
                .filter(this::lately)
                .count();
    }

    private boolean lately(Attempt one) {
        return one.act().budget().map(budget -> one.at().isAfter(now.minus(budget.window()))).orElse(true);
    }

    private static Instant ended(Attempt attempt) {
        return attempt.endedAt().orElse(attempt.at());
    }
}
