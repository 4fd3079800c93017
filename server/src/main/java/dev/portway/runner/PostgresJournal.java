package dev.portway.runner;

import dev.portway.migration.Answer;
import dev.portway.migration.Attempt;
import dev.portway.migration.Change;
import dev.portway.migration.Event;
import dev.portway.migration.Journal;
import dev.portway.migration.Migration;
import dev.portway.migration.MigrationId;
import dev.portway.migration.Next;
import dev.portway.migration.Run;
import dev.portway.migration.standing.Reminders;
import dev.portway.migration.standing.Standing;
import dev.portway.migration.standing.Transitions;
import dev.portway.migration.standing.Vigil;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The journal in PostgreSQL.
 *
 * <p>A step of a run is planned on what that run wrote last and written in one statement, which writes nothing if anybody else has written since. Then
 * the row is locked first, and read and planned again.
 */
final class PostgresJournal implements Journal {
    private final Migrations migrations;
    private final TransactionOperations transactions;
    private final Duration settlesAfter;

    /** @param settlesAfter how long from its beginning a call can still arrive */
    PostgresJournal(Migrations migrations, TransactionOperations transactions, Duration settlesAfter) {
        this.migrations = migrations;
        this.transactions = transactions;
        this.settlesAfter = settlesAfter;
    }

    @Override
    public Optional<Taken> take(MigrationId id, String node) {
        return transactions.execute(_ -> migrations.take(id, node)
                .map(version -> new Run(node, version))
                .flatMap(run -> begin(id, run).map(turn -> new Taken(run, turn))));
    }

    @Override
    public Optional<Turn> begin(MigrationId id, Run run) {
        return underLock(id, null, held -> held.isOf(run) ? Optional.of(turn(held, plan(held, Writes.NOTHING))) : Optional.empty());
    }

    @Override
    public Optional<Turn> next(MigrationId id, Run run, Turn turn, Answer answer) {
        try {
            return inOneStatement(turn, answer).or(() -> underLock(id, turn, held -> {
                if (held.isOf(run)) {
                    return Optional.of(turn(held, planned(held, turn, answer)));
                }
                end(held, run, turn, answer);
                return Optional.empty();
            }));
        } catch (Unplanned nothingKnownNext) {
            end(id, run, turn, answer);
            throw nothingKnownNext;
        }
    }

    private Plan planned(Held held, Turn turn, Answer answer) {
        Writes writes = ended(held, turn, answer);
        try {
            return plan(held, writes);
        } catch (RuntimeException fault) {
            throw new Unplanned(fault);
        }
    }

    /** A fault of ours: what was heard is understood, and what follows from it is not. */
    private static final class Unplanned extends IllegalStateException {
        private static final long serialVersionUID = 1;

        Unplanned(RuntimeException fault) {
            super("nothing can be planned after what was heard", fault);
        }
    }

    @Override
    public void end(MigrationId id, Run run, Turn turn, Answer answer) {
        underLock(id, turn, held -> {
            end(held, run, turn, answer);
            return Optional.empty();
        });
    }

    private void end(Held held, Run run, Turn turn, Answer answer) {
        if (turn.begun().orElseThrow().act().isEffect() || held.isOf(run)) {
            Writes writes = ended(held, turn, answer);
            write(held, writes, standing(held, turn, writes));
        }
    }

    /** Where it stood before, when a fault of ours hides where it stands: an effect that is not written down as heard would be made again. */
    private static Standing standing(Held held, Turn turn, Writes writes) {
        try {
            return Standing.of(writes.after(held), held.now());
        } catch (RuntimeException found) {
            // Whoever plans next meets it, too, and says so.
            return Standing.of(turn.migration(), held.now());
        }
    }

    private Optional<Turn> inOneStatement(Turn turn, Answer answer) {
        var held = new Held(((Place) turn.place()).rowNow(), turn.migration());
        Plan plan = planned(held, turn, answer);
        return Optional.ofNullable(plan.writes().change())
                .flatMap(change -> migrations.write(held.row(), held.migration(), change, plan.standing(), plan.writes().exchanged()))
                .map(row -> plan.turn(held, row));
    }

    /** The row as this run left it, and when that was on the clock that deadlines go by. */
    private record Place(Migrations.Row row, long nanos) implements Journal.Place {
        static Place of(Migrations.Row row) {
            return new Place(row, System.nanoTime());
        }

        Migrations.Row rowNow() {
            return row.after(Duration.ofNanos(System.nanoTime() - nanos));
        }
    }

    /** A migration at the database's time; its row is locked, or as this run left it. */
    private record Held(Migrations.Row row, Migration migration) {
        Instant now() {
            return row.now();
        }

        boolean isOf(Run run) {
            return row.run() == run.version() && row.runOwner().equals(run.owner());
        }
    }

    /** What one transaction writes, all at once. */
    private record Writes(@Nullable Change change, Migrations.Exchanged exchanged) {
        static final Writes NOTHING = new Writes(null, Migrations.Exchanged.NONE);

        Migration after(Held held) {
            return change == null ? held.migration() : change.migration();
        }

        Writes then(Migration migration, List<Event> events) {
            var all = change == null ? events : Stream.concat(change.events().stream(), events.stream()).toList();
            return new Writes(new Change(migration, all), exchanged);
        }
    }

    /** @param standing where it stands once all is written */
    private record Plan(Writes writes, Standing standing, Next next, Optional<Attempt> begun) {
        Turn turn(Held held, Migrations.Row written) {
            return new Turn(writes.after(held), held.now(), next, begun, Place.of(written));
        }
    }

    private static Writes ended(Held held, Turn turn, Answer answer) {
        Attempt attempt = turn.begun().orElseThrow();
        return new Writes(Transitions.ended(held.migration(), attempt, answer.outcome(), held.now()),
                new Migrations.Exchanged(attempt, answer.exchange()));
    }

    private Plan plan(Held held, Writes before) {
        Writes writes = reminded(held, before);
        Migration migration = writes.after(held);
        Standing standing = Standing.of(migration, held.now());
        return switch (Vigil.call(migration, standing, held.now()).<Next>map(look -> look).orElse(standing.next())) {
            case Next.Call call -> begun(held, writes, standing, call);
            case Next.Done done -> ended(held, writes, done);
            default -> new Plan(writes, standing, standing.next(), Optional.empty());
        };
    }

    private static Writes reminded(Held held, Writes writes) {
        return Reminders.due(writes.after(held), held.now()).map(said -> writes.then(said.migration(), said.events())).orElse(writes);
    }

    private Plan ended(Held held, Writes writes, Next.Done done) {
        Writes all = Transitions.finished(writes.after(held), held.now())
                .map(end -> writes.then(end.migration(), end.events()))
                .orElse(writes);
        return new Plan(all, Standing.of(all.after(held), held.now()), done, Optional.empty());
    }

    /** Where it stands changes with an effect that is open, not with a look. */
    private Plan begun(Held held, Writes writes, Standing standing, Next.Call call) {
        var begun = Transitions.begun(writes.after(held), call, held.now(), held.now().plus(settlesAfter));
        return call.act().isEffect()
                ? new Plan(writes.then(begun.migration(), List.of()), Standing.of(begun.migration(), held.now()), call,
                        Optional.of(begun.attempt()))
                : new Plan(writes, standing, call, Optional.of(begun.attempt()));
    }

    private Turn turn(Held locked, Plan plan) {
        return plan.turn(locked, write(locked, plan.writes(), plan.standing()));
    }

    private Migrations.Row write(Held locked, Writes writes, Standing standing) {
        return writes.change() == null
                ? migrations.show(locked.row(), locked.migration(), standing)
                : migrations.write(locked.row(), locked.migration(), writes.change(), standing, writes.exchanged()).orElseThrow();
    }

    /** @param known what this run saw last: good as long as nobody has written since */
    private <T> Optional<T> underLock(MigrationId id, @Nullable Turn known, Function<Held, Optional<T>> work) {
        return transactions.execute(_ -> migrations.lock(id).flatMap(row -> {
            Migration migration = known != null && ((Place) known.place()).row().version() == row.version()
                    ? known.migration()
                    : migrations.whole(row);
            return work.apply(new Held(row, migration));
        }));
    }
}
