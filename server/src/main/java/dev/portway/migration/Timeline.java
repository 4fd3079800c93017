package dev.portway.migration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A migration's route as a list to show: what holds, where it stands, what is ahead. */
public final class Timeline {
    /** How a step stands. */
    public enum State {
        HELD, STANDING, AHEAD, SKIPPED
    }

    /**
     * @param began when its first attempt was begun, or its answer given; empty when nothing was tried
     * @param ended when it came to hold, as far as is known
     * @param attempts calls made for it, looks included
     * @param skipped why it need not be done; a message key {@code skipped.<reason>}
     */
    public record Entry(Step step, State state, Optional<Instant> began, Optional<Instant> ended, int attempts, Optional<String> skipped) {}

    private Timeline() {}

    public static List<Entry> of(Migration migration, Instant now) {
        Standing standing = Standing.of(migration, now);
        boolean completed = migration.ending().filter(Ending.COMPLETED::equals).isPresent();
        int at = completed
                ? migration.route().steps().size()
                : standing.step().map(migration.route().steps()::indexOf).orElse(lastTouched(migration));
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < migration.route().steps().size(); i++) {
            entries.add(
                    entry(migration, migration.route().steps().get(i), i < at ? State.HELD : i == at ? State.STANDING : State.AHEAD, now));
        }
        return List.copyOf(entries);
    }

    private static int lastTouched(Migration migration) {
        return migration.attempts()
                .stream()
                .flatMap(attempt -> migration.route().step(attempt.step()).stream())
                .mapToInt(migration.route().steps()::indexOf)
                .max()
                .orElse(0);
    }

    private static Entry entry(Migration migration, Step step, State state, Instant now) {
        var tried = migration.attempts().stream().filter(attempt -> step.names().anyMatch(attempt.step()::equals)).toList();
        int count = tried.stream().mapToInt(Attempt::made).sum();
        Optional<String> skipped = tried.isEmpty() && !spent(migration, step) && state != State.STANDING
                ? step.skipped(new View(migration, migration.order().numbers().getFirst(), now))
                : Optional.empty();
        Optional<Instant> said = answered(migration, step);
        Optional<Instant> began = tried.stream().map(Attempt::at).min(Instant::compareTo).or(() -> said);
        Optional<Instant> ended = state == State.HELD
                ? tried.stream().flatMap(one -> one.endedAt().stream()).max(Instant::compareTo).or(() -> said)
                : Optional.empty();
        return new Entry(step, skipped.isPresent() ? State.SKIPPED : state, began, ended, count, skipped);
    }

    /** Whether somebody answered and the answer was used by the call after it: a code is forgotten then, and was given all the same. */
    private static boolean spent(Migration migration, Step step) {
        List<Step> steps = migration.route().steps();
        int next = steps.indexOf(step) + 1;
        return step.doing() instanceof Doing.Ask && next < steps.size()
                && migration.attempts().stream().anyMatch(attempt -> steps.get(next).names().anyMatch(attempt.step()::equals));
    }

    private static Optional<Instant> answered(Migration migration, Step step) {
        if (!(step.doing() instanceof Doing.Ask(_, Fact<?> answer))) {
            return Optional.empty();
        }
        return migration.order()
                .numbers()
                .stream()
                .flatMap(number -> migration.facts().seen(answer, number).stream())
                .map(Seen::at)
                .max(Instant::compareTo);
    }
}
