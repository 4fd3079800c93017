package dev.portway.runner;

import dev.portway.migration.Attempt;
import dev.portway.migration.Change;
import dev.portway.migration.Ending;
import dev.portway.migration.Event;
import dev.portway.migration.Migration;
import dev.portway.migration.MigrationId;
import dev.portway.migration.Order;
import dev.portway.migration.ProviderId;
import dev.portway.migration.Route;
import dev.portway.migration.Status;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.route.Routes;
import dev.portway.migration.standing.Standing;
import dev.portway.migration.standing.Transitions;
import dev.portway.problem.Party;
import dev.portway.vault.Seals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The migrations.
 *
 * <pre>
 * migrations ─┬─ migration_numbers   one active migration per provider and number
 *             ├─ facts
 *             ├─ attempts
 *             ├─ events
 *             ├─ findings_said      what the checks said over time
 *             └─ scheduled_tasks     one row while it has not ended
 * </pre>
 *
 * Whoever writes to any of these tables writes the migration's row in the same transaction: its version tells a run whether it was alone.
 */
final class Migrations {
    /** What was planned longer ago is planned again: its node may have stood still. */
    private static final Duration WRITTEN_WITHIN = Duration.ofSeconds(1);

    private final JdbcClient sql;
    private final FactRows facts;
    private final AttemptRows attempts;
    private final EventRows events;
    private final FindingRows findings;

    Migrations(JdbcClient sql, Seals seals) {
        this.sql = sql;
        this.facts = new FactRows(sql, seals);
        this.attempts = new AttemptRows(sql);
        this.events = new EventRows(sql);
        this.findings = new FindingRows(sql);
    }

    Instant now() {
        return sql.sql("select portway_now()").query(Timestamp.class).single().toInstant();
    }

    /**
     * The row's own columns, and the run that has it.
     *
     * @param version the transaction that wrote it last: as long as it is the same, nothing of the migration was written
     * @param now the database's time when it was read or, if it was, locked
     */
    record Row(MigrationId id, ProviderId provider, Route route, String asked, long run, String runOwner, long moment,
            Optional<Ending> ending, Status status, String waitsFor, String step, Instant createdAt, long version, boolean locked,
            Instant now) {
        boolean shows(Standing standing) {
            return status == standing.status() && waitsFor.equals(waitsForWord(standing)) && step.equals(stepName(standing));
        }

        /** Some time later, as exactly as the database keeps it, when it may have been written by others. */
        Row after(Duration time) {
            return new Row(id, provider, route, asked, run, runOwner, moment, ending, status, waitsFor, step, createdAt, version, false,
                    now.plus(time).truncatedTo(ChronoUnit.MICROS));
        }

        private Row written(Change change, Standing standing, ResultSet told) throws SQLException {
            Migration after = change.migration();
            return new Row(id, provider, route, asked, run, runOwner, after.moment(), after.ending(), standing.status(),
                    waitsForWord(standing),
                    stepName(standing), createdAt, told.getLong("version"), locked, told.getTimestamp("now").toInstant());
        }
    }

    /** The time is told by the outer query, so that it is that of the lock and not of the wait for it. */
    private static final String READ = "with one as materialized (select *, cast(cast(xmin as text) as bigint) as version from migrations where %s)"
            + " select *, portway_now() as now from one";
    private static final String LOCK = READ.formatted("id = ? for update");
    private static final String LOCK_OF_PROVIDER = READ.formatted("provider_id = ? and id = ? for update");
    private static final String READ_OF_PROVIDER = READ.formatted("provider_id = ? and id = ?");

    /** Across owners, as all that names no provider here: a run takes what is due, whoever's it is. */
    Optional<Row> lock(MigrationId id) {
        return sql.sql(LOCK).param(id.value()).query((row, _) -> row(row, true)).optional();
    }

    Optional<Row> lock(ProviderId provider, MigrationId id) {
        return sql.sql(LOCK_OF_PROVIDER).params(provider.value(), id.value()).query((row, _) -> row(row, true)).optional();
    }

    Optional<Row> read(ProviderId provider, MigrationId id) {
        return sql.sql(READ_OF_PROVIDER).params(provider.value(), id.value()).query((row, _) -> row(row, false)).optional();
    }

    private static Row row(ResultSet row, boolean locked) throws SQLException {
        return new Row(new MigrationId(row.getString("id")), new ProviderId(row.getString("provider_id")),
                Routes.named(row.getString("route")).orElseThrow(), row.getString("asked"), row.getLong("run"),
                row.getString("run_owner"), row.getLong("moment"), Optional.ofNullable(row.getString("ending")).map(Ending::valueOf),
                Status.named(row.getString("status")), Optional.ofNullable(row.getString("waits_for")).orElse(""), row.getString("step"),
                row.getTimestamp("created_at").toInstant(), row.getLong("version"), locked,
                row.getTimestamp("now").toInstant());
    }

    /** All of it. */
    Migration whole(Row row) {
        Order order = AsJson.order(row.asked());
        return new Migration(row.id(), row.provider(), row.route(), order, facts.read(row.provider(), row.id()),
                attempts.read(row.provider(), row.id()), row.moment(), attempts.spendings(row.provider(), order.numbers(), row.now()),
                row.createdAt(), row.ending());
    }

    /** A new one, due at once. Fails on the unique index when one of its numbers is busy. */
    void insert(Migration empty, Change created, Instant now) {
        Standing standing = Standing.of(created.migration(), now);
        sql.sql("""
                insert into migrations (id, provider_id, route, route_version, asked, moment, status, waits_for, step, created_at, changed_at)
                values (?, ?, ?, ?, cast(? as jsonb), ?, ?, nullif(?, ''), ?, ?, ?)
                """)
                .params(empty.id().value(), empty.provider().value(), empty.route().name(), empty.route().version(),
                        AsJson.write(empty.order()),
                        created.migration().moment(), standing.status().word(), waitsForWord(standing),
                        stepName(standing),
                        Timestamp.from(empty.createdAt()), Timestamp.from(now))
                .update();
        int place = 0;
        for (PhoneNumber number : empty.order().numbers()) {
            sql.sql("insert into migration_numbers (migration_id, provider_id, number, place, active) values (?, ?, ?, ?, true)")
                    .params(empty.id().value(), empty.provider().value(), number.e164(), place++)
                    .update();
        }
        var told = new Change(created.migration(), withStatus(null, standing.status(), created.events()));
        Row _ = written(lock(empty.id()).orElseThrow(), empty, told, standing, Exchanged.NONE).orElseThrow();
        sql.sql("insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version, priority) values (?, ?, now(), false, 1, 0)")
                .params(Runner.TASK, empty.id().value())
                .update();
    }

    /** By its id alone, which is all that the index needs: whose it is was asked when the row was read. */
    private static final String WRITE = """
            with written as (
                update migrations set moment = :moment, ending = nullif(:ending, ''), status = :status, waits_for = nullif(:waitsFor, ''), step = :step,
                                      changed_at = :at
                 where id = :migration and run = :run and run_owner = :runOwner
                   and cast(cast(xmin as text) as bigint) = :version and (:locked or portway_now() between :at and :until)
                returning cast(cast(xmin as text) as bigint) as version, portway_now() as now)""";

    /** What was sent and what came back, redacted, and the attempt it belongs to. */
    record Exchanged(@Nullable Attempt attempt, String text) {
        static final Exchanged NONE = new Exchanged(null, "");
    }

    /** Writes what differs. Fails when somebody else has written, so only for a row that is locked. */
    Row write(Row locked, Migration before, Change change) {
        return write(locked, before, change, Standing.of(change.migration(), locked.now()), Exchanged.NONE).orElseThrow();
    }

    /**
     * Writes what differs, all at once, or nothing when somebody has written since the row was read, or too much time went by.
     *
     * @param standing where it stands after the change
     */
    Optional<Row> write(Row row, Migration before, Change change, Standing standing, Exchanged exchanged) {
        var told = new Change(change.migration(), withStatus(row.status(), standing.status(), change.events()));
        return written(row, before, told, standing, exchanged);
    }

    private Optional<Row> written(Row row, Migration before, Change change, Standing standing, Exchanged exchanged) {
        List<Part> parts = parts(before, change, exchanged);
        Migration after = change.migration();
        String withParts = parts.stream().map(part -> ",\n" + part.text()).collect(Collectors.joining());
        return sql.sql(WRITE + withParts + "\nselect version, now from written")
                .params(parts.stream().collect(Collectors.toMap(Part::name, Part::json)))
                .param("moment", after.moment())
                .param("ending", after.ending().map(Ending::name).orElse(""))
                .param("status", standing.status().word())
                .param("waitsFor", waitsForWord(standing))
                .param("step", stepName(standing))
                .param("at", Timestamp.from(row.now()))
                .param("until", Timestamp.from(row.now().plus(WRITTEN_WITHIN)))
                .param("locked", row.locked())
                .param("run", row.run())
                .param("runOwner", row.runOwner())
                .param("version", row.version())
                .param("provider", after.provider().value())
                .param("migration", after.id().value())
                .query((written, _) -> row.written(change, standing, written))
                .optional();
    }

    private static final String NUMBERS_FREE = """
            update migration_numbers set active = false from written where migration_numbers.migration_id = :migration""";

    private static final String PAST_THE_PIVOT = """
            update scheduled_tasks set priority = %d from written where task_name = '%s' and task_instance = :migration"""
            .formatted(Runner.PAST_THE_PIVOT, Runner.TASK);

    /** Few different texts, each prepared once: what a step leaves is mostly an attempt and a fact. */
    private List<Part> parts(Migration before, Change change, Exchanged exchanged) {
        Migration after = change.migration();
        var all = new ArrayList<>(facts.changes(before, after));
        all.addAll(AttemptRows.changes(before, after, exchanged));
        all.add(EventRows.rows(change.events()));
        all.addAll(FindingRows.changes(before, after));
        all.add(Part.when(after.ending().isPresent(), "numbersFree", NUMBERS_FREE));
        all.add(Part.when(after.pivotCrossed(null) && !before.pivotCrossed(null), "pastThePivot", PAST_THE_PIVOT));
        all.removeIf(Part::isEmpty);
        return all;
    }

    /** Time alone may have changed where it stands: lists follow when it is looked at. */
    Row show(Row locked, Migration migration, Standing standing) {
        return locked.shows(standing)
                ? locked
                : write(locked, migration, new Change(migration, List.of()), standing, Exchanged.NONE).orElseThrow();
    }

    private static String waitsForWord(Standing standing) {
        return standing.waitsFor().map(Party::word).orElse("");
    }

    private static String stepName(Standing standing) {
        return standing.step().map(step -> step.name()).orElse("");
    }

    private static List<Event> withStatus(@Nullable Status before, Status after, List<Event> told) {
        var all = new ArrayList<>(told);
        Transitions.statusChanged(before, after).ifPresent(all::add);
        return all;
    }

    /** This run has it from now on; no other does. Empty when there is none. */
    Optional<Long> take(MigrationId id, String owner) {
        return sql.sql("update migrations set run = run + 1, run_owner = ? where id = ? returning run")
                .params(owner, id.value())
                .query(Long.class)
                .optional();
    }

    long moment(MigrationId id) {
        return sql.sql("select moment from migrations where id = ?").param(id.value()).query(Long.class).optional().orElse(0L);
    }

    EventRows events() {
        return events;
    }

    FindingRows findings() {
        return findings;
    }

    AttemptRows attempts() {
        return attempts;
    }
}
