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
import dev.portway.migration.Standing;
import dev.portway.migration.Transitions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/** The journal in PostgreSQL. */
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
    public Optional<Turn> begin(MigrationId id, Run run) {
        return inTransaction(id, null, locked -> locked.isOurs(run) ? Optional.of(goOn(locked, Written.NOTHING)) : Optional.empty());
    }

    @Override
    public Optional<Turn> next(MigrationId id, Run run, Turn turn, Answer answer) {
        return inTransaction(id, turn, locked -> {
            if (locked.isOurs(run)) {
                return Optional.of(goOn(locked, ended(locked, turn, answer)));
            }
            end(locked, run, turn, answer);
            return Optional.empty();
        });
    }

    @Override
    public void end(MigrationId id, Run run, Turn turn, Answer answer) {
        inTransaction(id, turn, locked -> {
            end(locked, run, turn, answer);
            return Optional.empty();
        });
    }

    private void end(Locked locked, Run run, Turn turn, Answer answer) {
        if (turn.begun().orElseThrow().act().isEffect() || locked.isOurs(run)) {
            write(locked, ended(locked, turn, answer));
        }
    }

    /** What this transaction writes, all at once, when it is done. */
    private record Written(@Nullable Change change, @Nullable Attempt exchanged, String exchange) {
        static final Written NOTHING = new Written(null, null, "");

        Migration migration(Locked locked) {
            return change == null ? locked.migration() : change.migration();
        }

        Written then(Migration migration, List<Event> events) {
            var all = change == null ? events : Stream.concat(change.events().stream(), events.stream()).toList();
            return new Written(new Change(migration, all), exchanged, exchange);
        }
    }

    private static Written ended(Locked locked, Turn turn, Answer answer) {
        Attempt attempt = turn.begun().orElseThrow();
        return new Written(Transitions.ended(locked.migration(), attempt, answer.outcome(), locked.now()), attempt, answer.exchange());
    }

    private Turn goOn(Locked locked, Written written) {
        Migration migration = written.migration(locked);
        Next next = Standing.of(migration, locked.now()).next();
        return switch (next) {
            case Next.Call call -> begun(locked, written, call);
            case Next.Done _ -> {
                Written all = Transitions.finished(migration, locked.now())
                        .map(end -> written.then(end.migration(), end.events()))
                        .orElse(written);
                yield turn(locked, all, next, Optional.empty());
            }
            default -> turn(locked, written, next, Optional.empty());
        };
    }

    private Turn begun(Locked locked, Written written, Next.Call call) {
        var begun = Transitions.begun(written.migration(locked), call, locked.now(), locked.now().plus(settlesAfter));
        Written all = call.act().isEffect() ? written.then(begun.migration(), List.of()) : written;
        return turn(locked, all, call, Optional.of(begun.attempt()));
    }

    private Turn turn(Locked locked, Written written, Next next, Optional<Attempt> begun) {
        return new Turn(written.migration(locked), locked.now(), next, begun, write(locked, written));
    }

    /** Gives the version of what is written then. */
    private long write(Locked locked, Written written) {
        return written.change() == null
                ? migrations.show(locked.row(), locked.migration())
                : migrations.write(locked.row(), locked.migration(), written.change(), written.exchanged(), written.exchange());
    }

    /** A migration whose row is locked, at the database's time. */
    private record Locked(Migrations.Row row, Migration migration) {
        Instant now() {
            return row.now();
        }

        boolean isOurs(Run run) {
            return row.run() == run.version() && row.runOwner().equals(run.owner());
        }
    }

    /** @param known what this run saw last: good as long as nobody has written since */
    private <T> Optional<T> inTransaction(MigrationId id, @Nullable Turn known, Function<Locked, Optional<T>> work) {
        return transactions.execute(_ -> migrations.lock(id).flatMap(row -> {
            Migration migration = known != null && known.version() == row.version() ? known.migration() : migrations.whole(row);
            return work.apply(new Locked(row, migration));
        }));
    }
}
