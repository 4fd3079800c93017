package dev.portway.runner;

import dev.portway.migration.Answer;
import dev.portway.migration.Attempt;
import dev.portway.migration.Change;
import dev.portway.migration.Journal;
import dev.portway.migration.Migration;
import dev.portway.migration.MigrationId;
import dev.portway.migration.Next;
import dev.portway.migration.Run;
import dev.portway.migration.Transitions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionOperations;

/** The journal in PostgreSQL: each method one transaction that holds the migration's row lock. */
final class PostgresJournal implements Journal {
    private final Migrations migrations;
    private final TransactionOperations transactions;

    PostgresJournal(Migrations migrations, TransactionOperations transactions) {
        this.migrations = migrations;
        this.transactions = transactions;
    }

    @Override
    public Optional<Page> read(MigrationId id, Run run) {
        return ours(id, run, locked -> {
            migrations.show(locked.row(), locked.migration(), locked.now());
            return Optional.of(new Page(locked.migration(), locked.now()));
        });
    }

    @Override
    public Optional<Transitions.Begun> begin(MigrationId id, Run run, Next.Call planned, Duration settlesAfter) {
        return ours(id, run, locked -> {
            var begun = Transitions.begun(locked.migration(), planned, locked.now(), locked.now().plus(settlesAfter));
            begun.filter(_ -> planned.act().isEffect()).ifPresent(one -> locked.write(migrations, new Change(one.migration(), List.of())));
            return begun;
        });
    }

    @Override
    public void end(MigrationId id, Run run, Attempt attempt, Answer answer) {
        inTransaction(id, locked -> {
            if (attempt.act().isEffect() || locked.isOurs(run)) {
                Change change = Transitions.ended(locked.migration(), attempt, answer.outcome(), locked.now());
                migrations.write(locked.row(), locked.migration(), change, locked.now(), attempt, answer.exchange());
            }
            return Optional.empty();
        });
    }

    @Override
    public void finish(MigrationId id, Run run) {
        ours(id, run, locked -> {
            Transitions.finished(locked.migration(), locked.now()).ifPresent(change -> locked.write(migrations, change));
            return Optional.empty();
        });
    }

    /** A migration whose row is locked, at the database's time. */
    private record Locked(Migrations.Row row, Migration migration, Instant now) {
        boolean isOurs(Run run) {
            return row.run() == run.version() && row.runOwner().equals(run.owner());
        }

        void write(Migrations migrations, Change change) {
            migrations.write(row, migration, change, now);
        }
    }

    private <T> Optional<T> ours(MigrationId id, Run run, Function<Locked, Optional<T>> work) {
        return inTransaction(id, locked -> locked.isOurs(run) ? work.apply(locked) : Optional.empty());
    }

    private <T> Optional<T> inTransaction(MigrationId id, Function<Locked, Optional<T>> work) {
        return transactions.execute(_ -> migrations.lock(id).flatMap(row -> {
            Instant now = migrations.now();
            return work.apply(new Locked(row, migrations.whole(row, now), now));
        }));
    }
}
