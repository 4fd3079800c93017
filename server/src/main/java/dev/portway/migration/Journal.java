package dev.portway.migration;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a run of a migration writes what it does. Each method is one short transaction that holds the migration's row lock and uses the database's
 * clock.
 */
public interface Journal {
    /** A migration, and the database's time when it was read. */
    record Page(Migration migration, Instant now) {
        public Standing standing() {
            return Standing.of(migration, now);
        }
    }

    /** As it is now; empty when there is none, or when this run no longer has it. */
    Optional<Page> read(MigrationId id, Run run);

    /**
     * Writes an attempt down before it is made.
     *
     * @param settlesAfter how long from now the call can still arrive
     * @return empty when this run no longer has it, or when the call is no longer what is next: nothing may be sent
     */
    Optional<Transitions.Begun> begin(MigrationId id, Run run, Next.Call planned, Duration settlesAfter);

    /** Writes an attempt's outcome. For an effect never refused, whoever has the migration now; a look by a run that lost it is dropped. */
    void end(MigrationId id, Run run, Attempt attempt, Answer answer);

    /** Writes its end, if it stands there. */
    void finish(MigrationId id, Run run);
}
