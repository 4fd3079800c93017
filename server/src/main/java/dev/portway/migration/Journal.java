package dev.portway.migration;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a run of a migration writes what it does. Each method writes all or nothing, by the database's clock, on what is known of the migration at that
 * moment: what others say meanwhile comes wholly before or wholly after.
 *
 * <pre>
 *  take ──▶ call ──▶ next ──▶ call ──▶ next ──▶ … until it must wait, or the run is over: end
 *           what came of one call and the beginning of the next are written together
 * </pre>
 */
public interface Journal {
    /**
     * Where a run stands: what is next, and the attempt that was written down for it.
     *
     * @param now the database's time when it was planned
     * @param begun present when what is next is a call: it is to be made, and its outcome to be told
     * @param place for the journal, so that the next turn need not read again what this run alone has changed
     */
    record Turn(Migration migration, Instant now, Next next, Optional<Attempt> begun, Place place) {}

    /** Where the journal wrote last: its own. */
    interface Place {}

    /** What a new run has of a migration. */
    record Taken(Run run, Turn turn) {}

    /** Takes the migration for a new run of this node, which is the only one to have it from then on, and begins. Empty when there is none. */
    Optional<Taken> take(MigrationId id, String node);

    /** Plans, and writes an effect down before it is made, or the end if it stands there. Empty when this run does not have it. */
    Optional<Turn> begin(MigrationId id, Run run);

    /** Writes the outcome of what was begun, and begins what is next. Empty when this run no longer has it: nothing more may be sent. */
    Optional<Turn> next(MigrationId id, Run run, Turn turn, Answer answer);

    /**
     * Writes the outcome of what was begun, and no more. For an effect never refused, whoever has the migration now; a look by a run that lost it is
     * dropped.
     */
    void end(MigrationId id, Run run, Turn turn, Answer answer);
}
