package dev.portway.migration.standing;

import dev.portway.migration.Act;
import dev.portway.migration.Attempt;
import dev.portway.migration.Doing;
import dev.portway.migration.Ending;
import dev.portway.migration.Migration;
import dev.portway.migration.Outcome;
import dev.portway.migration.Step;
import dev.portway.migration.View;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Seen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A migration's route as a list to show: what holds, where it stands, what is ahead. */
public final class Timeline {
    /** How a step stands. */
    public enum State {
        HELD, STANDING, AHEAD, SKIPPED,
        /** It ended here, and not because it arrived. */
        STOPPED,
        /** It ended before it came to this. */
        NOT_REACHED
    }

    /**
     * @param began when its first attempt was begun, its answer given or its waiting; empty when nothing had to be done
     * @param ended when it came to hold, as far as is known
     * @param attempts calls made for it, looks included
     * @param skipped why it need not be done; a message key {@code skipped.<reason>}
     */
    public record Entry(Step step, State state, Optional<Instant> began, Optional<Instant> ended, int attempts, Optional<String> skipped) {}

    private Timeline() {}

    public static List<Entry> of(Migration migration, Instant now) {
        Standing standing = Standing.of(migration, now);
        boolean completed = migration.ending().filter(Ending.COMPLETED::equals).isPresent();
        boolean over = migration.ending().isPresent();
        int at = completed
                ? migration.route().steps().size()
                : standing.step().map(migration.route().steps()::indexOf).orElseGet(() -> whereItEnded(migration, now));
        var entries = new ArrayList<Entry>();
        for (Step step : migration.route().steps()) {
            int i = entries.size();
            Entry entry = entry(migration, step, i < at ? State.HELD : i == at ? here(over) : ahead(over), now);
            entries.add(step.doing() instanceof Doing.Until(var span)
                    ? waited(entry, span.apply(view(migration, now)), lastEnded(entries))
                    : entry);
        }
        return List.copyOf(entries);
    }

    private static State here(boolean over) {
        return over ? State.STOPPED : State.STANDING;
    }

    private static State ahead(boolean over) {
        return over ? State.NOT_REACHED : State.AHEAD;
    }

    private static View view(Migration migration, Instant now) {
        return new View(migration, migration.order().numbers().getFirst(), now);
    }

    private static Optional<Instant> lastEnded(List<Entry> entries) {
        return entries.stream().flatMap(entry -> entry.ended().stream()).max(Instant::compareTo);
    }

    /** The calendar leaves no attempts: it was waited from the step before on, until its day. Where no day is set there was nothing to wait for. */
    private static Entry waited(Entry entry, Optional<Doing.Span> span, Optional<Instant> before) {
        boolean came = span.isPresent() && entry.state() != State.AHEAD && entry.state() != State.NOT_REACHED;
        if (!came) {
            return entry;
        }
        Optional<Instant> ended = span.map(Doing.Span::from)
                .map(day -> before.filter(day::isBefore).orElse(day))
                .filter(_ -> entry.state() == State.HELD);
        return new Entry(entry.step(), entry.state(), before, ended, entry.attempts(), entry.skipped());
    }

    /** What waits for a person or a day leaves no attempt: behind an effect that is done, it waited for the step after it. */
    private static int whereItEnded(Migration migration, Instant now) {
        List<Step> steps = migration.route().steps();
        int last = lastTouched(migration);
        return IntStream.range(last + 1, steps.size())
                .filter(_ -> isDone(migration, steps.get(last)))
                .filter(i -> steps.get(i).skipped(view(migration, now)).isEmpty())
                .findFirst()
                .orElse(last);
    }

    private static boolean isDone(Migration migration, Step step) {
        return step.doing() instanceof Doing.Effect
                && migration.attempts()
                        .stream()
                        .filter(attempt -> step.names().anyMatch(attempt.step()::equals))
                        .max(Comparator.comparingLong(Attempt::no))
                        .flatMap(Attempt::outcome)
                        .filter(Outcome.Done.class::isInstance)
                        .isPresent();
    }

    /** On the way: what is looked at for a withdrawal is not. */
    private static int lastTouched(Migration migration) {
        long turnedBack = migration.facts().seen(Fact.WITHDRAWAL_ASKED, null).map(Seen::asOf).orElse(Long.MAX_VALUE);
        return migration.attempts()
                .stream()
                .filter(attempt -> attempt.no() < turnedBack)
                .flatMap(attempt -> migration.route().step(attempt.step()).stream())
                .mapToInt(migration.route().steps()::indexOf)
                .max()
                .orElse(0);
    }

    private static Entry entry(Migration migration, Step step, State state, Instant now) {
        var tried = migration.attempts().stream().filter(attempt -> step.names().anyMatch(attempt.step()::equals)).toList();
        int count = tried.stream().mapToInt(Attempt::made).sum();
        boolean ahead = state == State.AHEAD || state == State.NOT_REACHED;
        boolean here = state == State.STANDING || state == State.STOPPED;
        Optional<Instant> known = ahead ? Optional.empty() : known(migration, step);
        Optional<String> skipped = tried.isEmpty() && known.isEmpty() && !here
                ? step.skipped(view(migration, now))
                : Optional.empty();
        Optional<Instant> began = tried.stream().map(Attempt::at).min(Instant::compareTo).or(() -> known);
        Optional<Instant> ended = state == State.HELD
                ? tried.stream().flatMap(one -> one.endedAt().stream()).max(Instant::compareTo).or(() -> known)
                : Optional.empty();
        return new Entry(step, skipped.isPresent() ? State.SKIPPED : state, began, ended, count, skipped);
    }

    /** Whether somebody answered and the answer was used by the call after it: a code is forgotten then, and was given all the same. */
    private static boolean spent(Migration migration, Step step) {
        return step.doing() instanceof Doing.Ask && firstAttempt(migration, after(migration, step)).isPresent();
    }

    private static Optional<Step> after(Migration migration, Step step) {
        List<Step> steps = migration.route().steps();
        return steps.stream().skip(steps.indexOf(step) + 1L).findFirst();
    }

    /** When what the step hangs on was said or seen; of a code that was used and forgotten, when it was used. */
    private static Optional<Instant> known(Migration migration, Step step) {
        Optional<Fact<?>> fact = switch (step.doing()) {
            case Doing.Ask(_, Fact<?> answer, _) -> Optional.of(answer);
            case Doing.Watch<?> watch -> Optional.of(watch.fact());
            case Doing.Effect(Act act, _) -> Optional.of(act.establishes());
            case Doing.Until _ -> Optional.empty();
        };
        return fact.stream()
                .flatMap(known -> migration.order().numbers().stream().flatMap(number -> migration.facts().seen(known, number).stream()))
                .map(Seen::at)
                .max(Instant::compareTo)
                .or(() -> spent(migration, step) ? firstAttempt(migration, after(migration, step)) : Optional.empty());
    }

    private static Optional<Instant> firstAttempt(Migration migration, Optional<Step> step) {
        return migration.attempts()
                .stream()
                .filter(attempt -> step.stream().flatMap(Step::names).anyMatch(attempt.step()::equals))
                .map(Attempt::at)
                .min(Instant::compareTo);
    }
}
