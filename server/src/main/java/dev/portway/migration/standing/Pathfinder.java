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
import dev.portway.migration.Step;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Works out where a migration stands, in this order: a call nobody answered for; a withdrawal; the first step that does not hold.
 */
final class Pathfinder {
    /** After as many looks that show nothing, a person is asked: Graph will not say it by itself. */
    private static final int UNCLEAR_LOOKS = 5;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    private final Migration migration;
    private final Instant now;
    private final Steps steps;

    Pathfinder(Migration migration, Instant now) {
        this.migration = migration;
        this.now = now;
        this.steps = new Steps(migration, now);
    }

    Standing find() {
        if (migration.ending().isPresent()) {
            return Standing.ended(migration.ending().get());
        }
        return migration.doubtful()
                .flatMap(this::settling)
                .or(() -> asked(Fact.WITHDRAWAL_ASKED) ? Optional.of(leaving(Ending.WITHDRAWN)) : Optional.empty())
                .orElseGet(this::onTheWay);
    }

    private boolean asked(Fact<Boolean> fact) {
        return migration.facts().is(fact) && !migration.pivotCrossed(null);
    }

    private Standing onTheWay() {
        Standing standing = firstThatDoesNotHold().orElseGet(this::arrived);
        return standing.next() instanceof Next.Ask ask && !migration.pivotCrossed(null) ? expiring(standing, ask) : standing;
    }

    private Standing arrived() {
        Step last = migration.route().steps().getLast();
        return Standing.at(last, null, new Next.Done(Ending.COMPLETED), Why.NOTHING_YET);
    }

    private Standing expiring(Standing standing, Next.Ask ask) {
        Instant expires = migration.lastStirred().plus(migration.order().patience());
        return now.isBefore(expires)
                ? standing.with(ask.expiring(expires))
                : leaving(Ending.EXPIRED);
    }

    /** The first step, from the pivot on where it is crossed, that does not hold for all numbers or for one of them. */
    private Optional<Standing> firstThatDoesNotHold() {
        return IntStream.range(0, migration.route().steps().size()).boxed().flatMap(this::each).findFirst();
    }

    private Stream<Standing> each(int at) {
        Step step = migration.route().steps().get(at);
        return numbers(step).filter(number -> !behindThePivot(at, number.orElse(null)))
                .flatMap(number -> steps.standing(at, number.orElse(null)).stream());
    }

    private Stream<Optional<PhoneNumber>> numbers(Step step) {
        return step.isForEachNumber() ? migration.order().numbers().stream().map(Optional::of) : Stream.of(Optional.empty());
    }

    private boolean behindThePivot(int at, @Nullable PhoneNumber number) {
        return at < migration.route().pivot() && migration.pivotCrossed(number);
    }

    /** What is done about an effect of which nobody knows whether it took place; empty when the way goes on all the same. */
    private Optional<Standing> settling(Attempt doubtful) {
        Step step = migration.route().step(doubtful.step()).orElse(migration.route().steps().getFirst());
        if (now.isBefore(doubtful.settlesAt())) {
            return Optional.of(
                    Standing.at(step, doubtful.number(), new Next.Wait(doubtful.settlesAt(), Next.Waiting.ANSWER), Why.attempt(doubtful)));
        }
        return switch (doubtful.act().doubt()) {
            case Doubt.Look look ->
                Optional.of(Standing.at(step, doubtful.number(), looking(step, doubtful, look.read().get()), Why.attempt(doubtful)));
            case Doubt.AskPerson _,Doubt.SafeToRepeat _ -> Optional.empty();
            case Doubt.StartOver _ -> Optional.of(Standing.at(step, doubtful.number(), decide(doubtful), Why.attempt(doubtful)));
        };
    }

    private Next looking(Step step, Attempt doubtful, Act read) {
        if (doubtful.times() >= UNCLEAR_LOOKS) {
            return decide(doubtful);
        }
        Optional<Instant> looked = migration.latest(read, doubtful.number())
                .filter(look -> look.looksFor() == doubtful.no())
                .flatMap(Attempt::endedAt);
        Optional<Instant> due = looked.map(at -> at.plus(BETWEEN_LOOKS.multipliedBy(1L << Math.min(doubtful.times(), UNCLEAR_LOOKS))));
        return due.filter(now::isBefore)
                .<Next>map(at -> new Next.Wait(at, Next.Waiting.META))
                .orElse(new Next.Call(step, doubtful.number(), read, doubtful.no()));
    }

    private static Next decide(Attempt doubtful) {
        return new Next.Ask(HumanTask.of(Kind.DECIDE_DOUBT, doubtful.act().word()), Optional.empty());
    }

    /** Looks once more, takes back what can be taken back, and ends. */
    private Standing leaving(Ending how) {
        return lookOnceMore().or(this::undo)
                .map(Standing::whileLeaving)
                .orElseGet(
                        () -> Standing.at(migration.route().steps().getFirst(), null, new Next.Done(how), Why.NOTHING_YET).whileLeaving());
    }

    /** Somebody may have registered the number here without us: then it is no longer ours to withdraw. */
    private Optional<Standing> lookOnceMore() {
        return migration.order()
                .numbers()
                .stream()
                .filter(number -> migration.facts().is(Fact.NUMBER_ADDED, number))
                .filter(number -> !lookedSince(Fact.LIVE_HERE, number))
                .flatMap(number -> steps.lookIfPossible(Act.READ_NUMBER, number).stream())
                .findFirst()
                .or(this::lookAtAPersonsPivot);
    }

    /** Where a person crosses the point of no return, nobody tells us at once: what can be seen of it is looked at before anybody turns back. */
    private Optional<Standing> lookAtAPersonsPivot() {
        int pivot = migration.route().pivot();
        List<Step> route = migration.route().steps();
        return pivot < route.size() && route.get(pivot).doing() instanceof Doing.Watch<?> watch
                ? migration.order()
                        .numbers()
                        .stream()
                        .filter(number -> !lookedSince(watch.fact(), number))
                        .flatMap(number -> steps.lookIfPossible(watch.read(), number).stream())
                        .findFirst()
                : Optional.empty();
    }

    /** Since the withdrawal was asked for, or since it expired. */
    private boolean lookedSince(Fact<?> fact, PhoneNumber number) {
        long asked = migration.facts().asOf(Fact.WITHDRAWAL_ASKED, null);
        Instant expired = migration.lastStirred().plus(migration.order().patience());
        return migration.facts()
                .seen(fact, number)
                .filter(seen -> asked >= 0 ? seen.asOf() >= asked : !seen.at().isBefore(expired))
                .isPresent();
    }

    private Optional<Standing> undo() {
        List<Step> backwards = migration.route().steps().reversed();
        return backwards.stream()
                .filter(step -> step.doing() instanceof Doing.Effect(_, Leaves leaves) && leaves instanceof Leaves.Undo)
                .flatMap(step -> steps.undoing(step).stream())
                .findFirst();
    }
}
