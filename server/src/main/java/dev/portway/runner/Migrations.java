package dev.portway.runner;

import dev.portway.migration.Attempt;
import dev.portway.migration.Change;
import dev.portway.migration.Ending;
import dev.portway.migration.Event;
import dev.portway.migration.Migration;
import dev.portway.migration.MigrationId;
import dev.portway.migration.Order;
import dev.portway.migration.PhoneNumber;
import dev.portway.migration.ProviderId;
import dev.portway.migration.Route;
import dev.portway.migration.Routes;
import dev.portway.migration.Standing;
import dev.portway.migration.Status;
import dev.portway.migration.Transitions;
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
import java.util.Locale;
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

    Migrations(JdbcClient sql, Seals seals) {
        this.sql = sql;
        this.facts = new FactRows(sql, seals);
        this.attempts = new AttemptRows(sql);
        this.events = new EventRows(sql);
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
                status(row.getString("status")), Optional.ofNullable(row.getString("waits_for")).orElse(""), row.getString("step"),
                row.getTimestamp("created_at").toInstant(), row.getLong("version"), locked,
                row.getTimestamp("now").toInstant());
    }

    private static Status status(String word) {
        return Status.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** All of it. */
    Migration whole(Row row) {
        Order order = AsJson.order(row.asked());
        return new Migration(row.id(), row.provider(), row.route(), order, facts.read(row.provider(), row.id()),
                attempts.read(row.provider(), row.id()), row.moment(), attempts.spendings(row.provider(), order.numbers(), row.now()),
                row.createdAt(), row.ending());
    }

    /** The number whose migration has not ended, if one of these has one. */
    Optional<Desk.Placed.NumberBusy> busy(ProviderId provider, List<PhoneNumber> numbers) {
        return sql.sql(
                "select number, migration_id from migration_numbers where provider_id = :provider and active and number in (:numbers) order by place limit 1")
                .param("provider", provider.value())
                .param("numbers", numbers.stream().map(PhoneNumber::e164).toList())
                .query((row, _) -> new Desk.Placed.NumberBusy(new PhoneNumber(row.getString("number")),
                        new MigrationId(row.getString("migration_id"))))
                .optional();
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
        return write(locked, before, change, Exchanged.NONE);
    }

    Row write(Row locked, Migration before, Change change, Exchanged exchanged) {
        Standing standing = Standing.of(change.migration(), locked.now());
        Row written = written(locked, before, told(locked, change, standing), standing, exchanged).orElseThrow();
        whenItEnded(change.migration());
        whenPastThePivot(before, change.migration());
        return written;
    }

    /** Writes what differs in one statement; empty when it is more than one statement's work, or somebody has written since the row was read. */
    Optional<Row> writeIfNobodyElseDid(Row read, Migration before, Change change, Exchanged exchanged) {
        if (change.migration().ending().isPresent() || crossesThePivot(before, change.migration())) {
            return Optional.empty();
        }
        Standing standing = Standing.of(change.migration(), read.now());
        return written(read, before, told(read, change, standing), standing, exchanged);
    }

    private static Change told(Row row, Change change, Standing standing) {
        return new Change(change.migration(), withStatus(row.status(), standing.status(), change.events()));
    }

    /** All at once, or nothing when somebody has written since the row was read, or too much time went by. */
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

    /** Few different texts, each prepared once: what a step leaves is mostly an attempt and a fact. */
    private List<Part> parts(Migration before, Change change, Exchanged exchanged) {
        var all = new ArrayList<>(facts.changes(before, change.migration()));
        all.addAll(AttemptRows.changes(before, change.migration(), exchanged));
        all.add(EventRows.rows(change.events()));
        all.removeIf(Part::isEmpty);
        return all;
    }

    private void whenItEnded(Migration after) {
        if (after.ending().isPresent()) {
            sql.sql("update migration_numbers set active = false where provider_id = ? and migration_id = ?")
                    .params(after.provider().value(), after.id().value())
                    .update();
        }
    }

    private void whenPastThePivot(Migration before, Migration after) {
        if (crossesThePivot(before, after)) {
            sql.sql("update scheduled_tasks set priority = ? where task_name = ? and task_instance = ?")
                    .params(Runner.PAST_THE_PIVOT, Runner.TASK, after.id().value())
                    .update();
        }
    }

    private static boolean crossesThePivot(Migration before, Migration after) {
        return after.pivotCrossed(null) && !before.pivotCrossed(null);
    }

    /** Time alone may have changed where it stands: lists follow when it is looked at. */
    Row show(Row locked, Migration migration) {
        return locked.shows(Standing.of(migration, locked.now())) ? locked : write(locked, migration, new Change(migration, List.of()));
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

    /** This run has it from now on; no other does. */
    long take(MigrationId id, String owner) {
        return sql.sql("update migrations set run = run + 1, run_owner = ? where id = ? returning run")
                .params(owner, id.value())
                .query(Long.class)
                .single();
    }

    long moment(MigrationId id) {
        return sql.sql("select moment from migrations where id = ?").param(id.value()).query(Long.class).optional().orElse(0L);
    }

    List<Desk.Line> list(ProviderId provider, Desk.Filter filter) {
        return sql
                .sql("""
                        select m.*, array(select number from migration_numbers n where n.migration_id = m.id order by place) as numbers
                          from migrations m
                         where m.provider_id = :provider
                           and (:anyStatus or m.status in (:status))
                           and (:waitsFor = '' or m.waits_for = :waitsFor)
                           and (:number = '' or exists (select 1 from migration_numbers n where n.migration_id = m.id and n.number = :number))
                           and (:digits = '' or exists (select 1 from migration_numbers n where n.migration_id = m.id and n.number like '%' || :digits || '%'))
                           and (:after = '' or (m.created_at, m.id) < (select created_at, id from migrations where provider_id = :provider and id = :after))
                         order by m.created_at desc, m.id desc
                         limit :limit
                        """)
                .param("provider", provider.value())
                .param("anyStatus", filter.status().isEmpty())
                .param("status", filter.status().isEmpty() ? List.of("") : filter.status().stream().map(Status::word).toList())
                .param("waitsFor", filter.waitsFor().map(Party::word).orElse(""))
                .param("number", filter.number().map(PhoneNumber::e164).orElse(""))
                .param("digits", filter.digits().replaceAll("[^0-9]", ""))
                .param("after", filter.after().map(MigrationId::value).orElse(""))
                .param("limit", Math.clamp(filter.limit(), 1, 101))
                .query((row, _) -> line(row))
                .list();
    }

    private static Desk.Line line(ResultSet row) throws SQLException {
        var numbers = List.of((String[]) row.getArray("numbers").getArray()).stream().map(PhoneNumber::new).toList();
        return new Desk.Line(new MigrationId(row.getString("id")), row.getString("route"), numbers, status(row.getString("status")),
                Optional.ofNullable(row.getString("waits_for")).map(word -> Party.valueOf(word.toUpperCase(Locale.ROOT))),
                row.getString("step"),
                row.getTimestamp("created_at").toInstant(), row.getTimestamp("changed_at").toInstant());
    }

    /** Those not ended that a message about this number or this WABA may concern. */
    List<MigrationId> concerned(ProviderId provider, Optional<PhoneNumber> number, Optional<String> waba) {
        return sql
                .sql("""
                        select m.id from migrations m
                         where m.provider_id = :provider and m.ending is null
                           and ((:number <> '' and exists (select 1 from migration_numbers n where n.migration_id = m.id and n.number = :number))
                             or (:number = '' and :waba <> '' and (m.asked #>> '{destination,value}' = :waba or m.asked #>> '{source,value}' = :waba)))
                        """)
                .param("provider", provider.value())
                .param("number", number.map(PhoneNumber::e164).orElse(""))
                .param("waba", waba.orElse(""))
                .query((row, _) -> new MigrationId(row.getString("id")))
                .list();
    }

    EventRows events() {
        return events;
    }

    AttemptRows attempts() {
        return attempts;
    }
}
