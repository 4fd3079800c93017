package dev.portway.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The yardstick: workers that do nothing but write, one transaction for each step, with statements that are prepared once. */
final class BareLoop {
    /** A migration of the real route has about as many. */
    private static final int STEPS_OF_ONE = 16;

    private final DataSource source;
    private final int workers;
    private final List<String> forOne;
    private final List<String> forStep;

    private BareLoop(DataSource source, int workers, List<String> forOne, List<String> forStep) {
        this.source = source;
        this.workers = workers;
        this.forOne = forOne;
        this.forStep = forStep;
    }

    /** What a step of a migration leaves, in the tables where it leaves it: an attempt, a fact, an event, where it stands. */
    static BareLoop sameRows(DataSource source, int workers) {
        JdbcClient.create(source).sql("truncate migrations cascade").update();
        return new BareLoop(source, workers, List.of("""
                insert into migrations (id, provider_id, route, route_version, asked, moment, status, step, created_at, changed_at)
                values ('mig_' || lpad(cast(? as text), 20, '0'), 'here', 'migrate', 1, '{}', ?, 'preparing', 'x', now(), now())
                """),
                List.of("""
                        insert into attempts (migration_id, provider_id, no, step, number, act, effect, at, settles_at, outcome, ended_at, settled)
                        values ('mig_' || lpad(cast(? as text), 20, '0'), 'here', ?, 'x', '', 'REGISTER', true, now(), now(), 'done', now(), 'TOOK_PLACE')
                        """,
                        """
                                insert into facts (migration_id, provider_id, name, number, value, as_of, at, source_kind, source_by)
                                values ('mig_' || lpad(cast(? as text), 20, '0'), 'here', 'fact' || cast(? as text), '', 'true', 1, now(), 'GRAPH', '')
                                """,
                        """
                                insert into events (migration_id, provider_id, no, name, step, data, by_kind, by_who, at)
                                values ('mig_' || lpad(cast(? as text), 20, '0'), 'here', ?, 'checked', 'x', '{}', 'GRAPH', '', now())
                                """, """
                                update migrations set changed_at = now(), status = 'preparing', step = 'y'
                                 where id = 'mig_' || lpad(cast(? as text), 20, '0') and moment <> ?
                                """));
    }

    /** The least that could be called durable: a row for the step, and a row that says where it stands. */
    static BareLoop twoRows(DataSource source, int workers) {
        JdbcClient sql = JdbcClient.create(source);
        sql.sql("create table if not exists bare_migrations (id bigint primary key, moment bigint not null)").update();
        sql.sql("create table if not exists bare_attempts (id bigint generated always as identity primary key, migration bigint, no bigint)")
                .update();
        sql.sql("truncate bare_migrations, bare_attempts").update();
        return new BareLoop(source, workers, List.of("insert into bare_migrations values (?, ?)"),
                List.of("insert into bare_attempts (migration, no) values (?, ?)",
                        "update bare_migrations set moment = moment + 1 where id = ? and moment <> ?"));
    }

    double perSecond(long steps) throws Exception {
        long start = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Void>> all = new ArrayList<>();
            for (int worker = 0; worker < workers; worker++) {
                long first = worker * 1_000_000L;
                all.add(threads.submit(() -> loop(first, steps / workers)));
            }
            for (Future<Void> one : all) {
                one.get();
            }
        }
        return (double) (steps / workers * workers) * TimeUnit.SECONDS.toNanos(1) / (System.nanoTime() - start);
    }

    private Void loop(long first, long steps) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            List<PreparedStatement> one = prepared(connection, forOne);
            List<PreparedStatement> step = prepared(connection, forStep);
            for (long no = 0; no < steps; no++) {
                long migration = first + no / STEPS_OF_ONE;
                if (no % STEPS_OF_ONE == 0) {
                    execute(one, migration, -1);
                }
                execute(step, migration, no);
                connection.commit();
            }
            connection.setAutoCommit(true);
            return null;
        }
    }

    /** Closed with their connection. */
    private static List<PreparedStatement> prepared(Connection connection, List<String> texts) throws SQLException {
        var all = new ArrayList<PreparedStatement>();
        for (String text : texts) {
            all.add(connection.prepareStatement(text));
        }
        return all;
    }

    private static void execute(List<PreparedStatement> statements, long migration, long no) throws SQLException {
        for (PreparedStatement statement : statements) {
            statement.setLong(1, migration);
            statement.setLong(2, no);
            statement.executeUpdate();
        }
    }
}
