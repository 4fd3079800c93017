package dev.portway.migration.standing;

import dev.portway.migration.Act;
import dev.portway.migration.Attempt;
import dev.portway.migration.Doing;
import dev.portway.migration.Doubt;
import dev.portway.migration.Ending;
import dev.portway.migration.HumanTask;
import dev.portway.migration.HumanTask.Kind;
import dev.portway.migration.Leaves;
import dev.portway.migration.Migration;
import dev.portway.migration.Next;
import dev.portway.migration.Reaction;
import dev.portway.migration.Spending;
import dev.portway.migration.Step;
import dev.portway.migration.View;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Pace;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.Seen;
import dev.portway.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether one step of a migration's route holds, and if it does not, what is next there. */
final class Steps {
    private final Migration migration;
    private final Instant now;
    private final Refusals refusals;

    Steps(Migration migration, Instant now) {
        this.migration = migration;
        this.now = now;
        this.refusals = new Refusals(migration, now);
    }

    /** Empty when the step holds. */
    Optional<Standing> standing(int at, @Nullable PhoneNumber number) {
        Step step = migration.route().steps().get(at);
        if (step.skipped(view(number)).isPresent()) {
            return Optional.empty();
        }
        return switch (step.doing()) {
            case Doing.Effect(Act act, _) -> effect(step, act, number);
            case Doing.Watch<?> watch -> watch(at, step, watch, number);
            case Doing.Ask ask -> ask(at, step, ask, number);
            case Doing.Until(var span) -> span.apply(view(number)).flatMap(when -> until(step, when, number));
        };
    }

    private View view(@Nullable PhoneNumber number) {
        return new View(migration, number, now);
    }

    private Optional<Standing> effect(Step step, Act act, @Nullable PhoneNumber number) {
        if (migration.facts().is(act.establishes(), number) || waitsForAPersonsWord(act, number)) {
            return Optional.empty();
        }
        Optional<Standing> held = refusals.holdingBack(step, act, number).or(() -> budgetSpent(step, act, number));
        return held.or(() -> Optional.of(Standing.at(step, number, new Next.Call(step, number, act, 0), why(act, number))));
    }

    private Why why(Act act, @Nullable PhoneNumber number) {
        return migration.latest(act, number).map(Why::attempt).orElse(Why.fact(act.establishes(), Optional.empty()));
    }

    /** A doubt that a person ends does not stand in the way: the person is asked by the next step. */
    private boolean waitsForAPersonsWord(Act act, @Nullable PhoneNumber number) {
        return act.doubt() instanceof Doubt.AskPerson && migration.doubtful().filter(attempt -> attempt.concerns(act, number)).isPresent();
    }

    private Optional<Standing> budgetSpent(Step step, Act act, @Nullable PhoneNumber number) {
        return act.heldBy().flatMap(spender -> closed(step, spender, number).stream()).max(Comparator.comparing(Steps::opening));
    }

    private Optional<Standing> closed(Step step, Act spender, @Nullable PhoneNumber number) {
        return number == null
                ? Optional.empty()
                : spender.budget()
                        .flatMap(budget -> migration.spendings().of(budget, number, now).opens())
                        .map(opens -> Standing.at(step, number, new Next.Wait(opens, Next.Waiting.BUDGET), why(spender, number)));
    }

    private static Instant opening(Standing closed) {
        return closed.next() instanceof Next.Wait(var until, _) ? until : Instant.MIN;
    }

    private <T> Optional<Standing> watch(int at, Step step, Doing.Watch<T> watch, @Nullable PhoneNumber number) {
        if (step.terms().rightBefore().filter(guard -> tookPlace(guard.guarded(), number)).isPresent()) {
            return Optional.empty();
        }
        Optional<Seen<T>> seen = migration.facts().seen(watch.fact(), number).filter(one -> counts(at, step, one, number));
        return seen.isEmpty()
                ? Optional.of(look(step, watch.read(), number, Why.fact(watch.fact(), migration.facts().seen(watch.fact(), number))))
                : judged(step, watch, seen.get(), number);
    }

    private boolean tookPlace(Act act, @Nullable PhoneNumber number) {
        return number == null ? view(null).each(act.establishes()) : migration.facts().is(act.establishes(), number);
    }

    /** A look says nothing about an effect that came after it began, nor about what somebody has said since. */
    private boolean counts(int at, Step step, Seen<?> seen, @Nullable PhoneNumber number) {
        boolean sinceSaid = step.terms()
                .refreshedBy()
                .stream()
                .allMatch(fact -> seen.asOf() >= migration.facts().asOf(fact, fact.perNumber() ? number : null));
        return sinceSaid && seen.asOf() > lastEffectBefore(at, number);
    }

    private long lastEffectBefore(int at, @Nullable PhoneNumber number) {
        Stream<Act> before = migration.route().steps().subList(0, at).stream().flatMap(step -> step.effect().stream());
        return before.flatMap(act -> Stream.concat(migration.latest(act, number).stream(), migration.latest(act, null).stream()))
                .filter(Attempt::mayHaveTakenPlace)
                .map(Attempt::no)
                .max(Comparator.naturalOrder())
                .orElse(-1L);
    }

    private <T> Optional<Standing> judged(Step step, Doing.Watch<T> watch, Seen<T> seen, @Nullable PhoneNumber number) {
        Why why = Why.fact(watch.fact(), Optional.of(seen));
        return switch (watch.meaning().apply(seen.value(), view(number))) {
            case Reaction.Holds _ -> tooOld(step, seen, number) ? Optional.of(look(step, watch.read(), number, why)) : Optional.empty();
            case Reaction.Again(var after) -> Optional.of(again(step, watch, number, why, sooner(watch, seen, number, after)));
            case Reaction.BackTo _ -> Optional.of(again(step, watch, number, why, sooner(watch, seen, number, watch.pace())));
            case Reaction.Help(var task) -> Optional.of(help(step, watch, task, number, why, seen));
            case Reaction.GiveUp(var problem) -> Optional.of(Standing.at(step, number, giveUp(problem), why));
        };
    }

    /** Whether the look is too old for the act it guards, and the act would be called now. */
    private boolean tooOld(Step step, Seen<?> seen, @Nullable PhoneNumber number) {
        return step.terms()
                .rightBefore()
                .filter(guard -> now.isAfter(seen.at().plus(guard.maxAge())))
                .filter(guard -> calledNow(guard.guarded(), number))
                .isPresent();
    }

    /** For a step of no number, an act on each counts as called when it is for the first that is left. */
    private boolean calledNow(Act act, @Nullable PhoneNumber number) {
        PhoneNumber next = number == null && act.establishes().perNumber() ? firstLeft(act) : number;
        return migration.route()
                .steps()
                .stream()
                .filter(step -> step.effect().filter(act::equals).isPresent())
                .findFirst()
                .flatMap(step -> effect(step, act, next))
                .filter(standing -> standing.next() instanceof Next.Call)
                .isPresent();
    }

    private @Nullable PhoneNumber firstLeft(Act act) {
        return migration.order().numbers().stream().filter(one -> !migration.facts().is(act.establishes(), one)).findFirst().orElse(null);
    }

    private Standing again(Step step, Doing.Watch<?> watch, @Nullable PhoneNumber number, Why why, Instant due) {
        return now.isBefore(due)
                ? Standing.at(step, number, new Next.Wait(due, Next.Waiting.META), why)
                : look(step, watch.read(), number, why);
    }

    /** Somebody who asks for a look gets one, and what is heard shortens the wait to the pause between the first two looks: webhooks come in heaps. */
    private Instant sooner(Doing.Watch<?> watch, Seen<?> seen, @Nullable PhoneNumber number, Duration pause) {
        long looked = Math.max(seen.asOf(), lastLook(watch, number).map(Attempt::no).orElse(-1L));
        if (migration.facts().asOf(Fact.RECHECK_ASKED, null) > looked) {
            return now;
        }
        boolean poked = migration.facts().asOf(Fact.HEARD, null) > looked && pause.compareTo(watch.pace()) > 0;
        return seen.at().plus(poked ? watch.pace() : pause);
    }

    private Optional<Attempt> lastLook(Doing.Watch<?> watch, @Nullable PhoneNumber number) {
        return migration.latest(watch.read(), number).or(() -> migration.latest(watch.read(), null));
    }

    private Standing help(Step step, Doing.Watch<?> watch, HumanTask task, @Nullable PhoneNumber number, Why why, Seen<?> seen) {
        Optional<Attempt> last = lastLook(watch, number);
        int times = last.map(Attempt::times).orElse(1);
        Instant looked = last.flatMap(Attempt::endedAt).filter(seen.at()::isBefore).orElse(seen.at());
        Instant usual = looked.plus(Pace.growing(watch.pace(), watch.slowest(), times));
        Instant due = sooner(watch, seen, number, Duration.between(seen.at(), usual));
        return now.isBefore(due)
                ? Standing.at(step, number, new Next.Ask(task, Optional.of(due)), why)
                : look(step, watch.read(), number, why);
    }

    private Next giveUp(Problem problem) {
        return migration.pivotCrossed(null)
                ? new Next.Ask(new HumanTask(Kind.MEND, problem.owner(), problem.code()), Optional.empty())
                : new Next.Done(Ending.FAILED);
    }

    /** A look at a step that holds, or when it is due; empty where none is made while the migration waits elsewhere. */
    Optional<Next> meanwhile(Step step) {
        return step.doing() instanceof Doing.Watch<?> watch && step.skipped(view(null)).isEmpty()
                ? watch.meanwhile().flatMap(atMost -> meanwhile(step, watch, atMost))
                : Optional.empty();
    }

    private Optional<Next> meanwhile(Step step, Doing.Watch<?> watch, Duration atMost) {
        return migration.facts()
                .seen(watch.fact(), null)
                .map(seen -> seen.at().plus(heardSince(seen) ? Step.JUST_NOW : atMost))
                .map(due -> now.isBefore(due)
                        ? new Next.Wait(due, Next.Waiting.CLOCK)
                        : look(step, watch.read(), null, Why.NOTHING_YET).next());
    }

    private boolean heardSince(Seen<?> seen) {
        return migration.facts().asOf(Fact.HEARD, null) > seen.asOf();
    }

    private Standing look(Step step, Act read, @Nullable PhoneNumber number, Why why) {
        return refusals.holdingBack(step, read, number).orElse(Standing.at(step, number, new Next.Call(step, number, read, 0), why));
    }

    private Optional<Standing> ask(int at, Step step, Doing.Ask ask, @Nullable PhoneNumber number) {
        Fact<?> answer = ask.answer();
        boolean answered = migration.facts().asOf(answer, number) > (answer.secret() ? lastEffectBefore(at, number) : -1);
        return answered && ask.counts().test(view(number))
                ? Optional.empty()
                : tooSoon(at, step, number).or(() -> Optional.of(Standing.at(step, number,
                        new Next.Ask(ask.task(), Optional.empty(), spending(at, number)), Why.fact(answer, Optional.empty()))));
    }

    /** Nobody is asked for what cannot be used before the budget of the call after it opens. */
    private Optional<Standing> tooSoon(int at, Step step, @Nullable PhoneNumber number) {
        return actAfter(at).flatMap(act -> budgetSpent(step, act, number));
    }

    /** An answer is used by the call after it. */
    private Optional<Act> actAfter(int at) {
        List<Step> after = migration.route().steps().subList(at + 1, migration.route().steps().size());
        return after.stream().limit(1).flatMap(step -> step.effect().stream()).findFirst();
    }

    private Optional<Spending> spending(int at, @Nullable PhoneNumber number) {
        return number == null
                ? Optional.empty()
                : actAfter(at).stream()
                        .flatMap(act -> act.budget().stream())
                        .map(budget -> migration.spendings().of(budget, number, now))
                        .findFirst();
    }

    private Optional<Standing> until(Step step, Doing.Span span, @Nullable PhoneNumber number) {
        if (now.isBefore(span.from())) {
            return Optional.of(Standing.at(step, number, new Next.Wait(span.from(), Next.Waiting.CLOCK), window()));
        }
        boolean over = span.to().filter(to -> !now.isBefore(to)).isPresent();
        return over
                ? Optional.of(
                        Standing.at(step, number, new Next.Ask(HumanTask.of(Kind.SCHEDULE), Optional.empty()), window()))
                : Optional.empty();
    }

    private Why window() {
        return Why.fact(Fact.WINDOW, migration.facts().seen(Fact.WINDOW, null));
    }

    /** A look outside the order of steps; empty when Graph will not show it. */
    Optional<Standing> lookIfPossible(Act read, PhoneNumber number) {
        Step step = migration.route()
                .steps()
                .stream()
                .filter(one -> one.doing() instanceof Doing.Watch<?> watch && watch.read() == read)
                .findFirst()
                .orElseThrow();
        Standing looking = look(step, read, number, Why.fact(Fact.LIVE_HERE, migration.facts().seen(Fact.LIVE_HERE, number)));
        return looking.next() instanceof Next.Ask ? Optional.empty() : Optional.of(looking);
    }

    /** Takes back what the step did, if it was us and it has not been taken back; empty when it cannot be. */
    Optional<Standing> undoing(Step step) {
        if (!(step.doing() instanceof Doing.Effect(_, Leaves.Undo(var act, var when))) || !migration.facts().is(when)
                || migration.facts().is(act.get().establishes())) {
            return Optional.empty();
        }
        return refusals.holdingBack(step, act.get(), null)
                .or(() -> Optional.of(Standing.at(step, null, new Next.Call(step, null, act.get(), 0),
                        Why.fact(when, migration.facts().seen(when, null)))))
                .filter(standing -> !(standing.next() instanceof Next.Ask || standing.next() instanceof Next.Done));
    }
}
