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
    /** Rows that a step may leave in one table, at most. */
    private static final int MOST_OF_ONE = 10;

    private final DataSource source;
    private final int workers;
    private final String forOne;
    private final List<Write> forStep;

    /** @param perStep how many of them a step writes, on average */
    private record Write(String text, double perStep) {
        static Write once(String text) {
            return new Write(text, 1);
        }

        /** So that the average comes out over the steps of a migration. */
        int times(long no) {
            return (int) (Math.floor((no + 1) * perStep) - Math.floor(no * perStep));
        }
    }

    /** How many rows the runner left in each table. */
    record Rows(long attempts, long facts, long events, long steps) {
        static Rows left(DataSource source, long steps) {
            return JdbcClient.create(source)
                    .sql("select (select count(*) from attempts) as a, (select count(*) from facts) as f, (select count(*) from events) as e")
                    .query((row, _) -> new Rows(row.getLong("a"), row.getLong("f"), row.getLong("e"), steps))
                    .single();
        }

        private double perStep(long rows) {
            return (double) rows / steps;
        }
    }

    private BareLoop(DataSource source, int workers, String forOne, List<Write> forStep) {
        this.source = source;
        this.workers = workers;
        this.forOne = forOne;
        this.forStep = forStep;
    }

    /** What a step of a migration leaves, in the tables where it leaves it: as many attempts, facts and events, and where it stands. */
    static BareLoop sameRows(DataSource source, int workers, Rows left) {
        JdbcClient.create(source).sql("truncate migrations cascade").update();
        return new BareLoop(source, workers, """
                insert into migrations (id, provider_id, route, route_version, asked, moment, status, step, created_at, changed_at)
                values ('mig_' || lpad(cast(? as text), 20, '0'), 'here', 'migrate', 1, '{}', ?, 'preparing', 'x', now(), now())
                """,
                List.of(new Write(
                        """
                                insert into attempts (migration_id, provider_id, no, step, number, act, effect, at, settles_at, outcome, ended_at, settled)
                                values ('mig_' || lpad(cast(? as text), 20, '0'), 'here', ?, 'x', '', 'REGISTER', true, now(), now(), 'done', now(), 'TOOK_PLACE')
                                """,
                        left.perStep(left.attempts())),
                        new Write(
                                """
                                        insert into facts (migration_id, provider_id, name, number, value, as_of, at, source_kind, source_by)
                                        values ('mig_' || lpad(cast(? as text), 20, '0'), 'here', 'fact' || cast(? as text), '', 'true', 1, now(), 'GRAPH', '')
                                        """,
                                left.perStep(left.facts())),
                        new Write("""
                                insert into events (migration_id, provider_id, no, name, step, data, by_kind, by_who, at)
                                values ('mig_' || lpad(cast(? as text), 20, '0'), 'here', ?, 'checked', 'x', '{}', 'GRAPH', '', now())
                                """, left.perStep(left.events())), Write.once("""
                                update migrations set changed_at = now(), status = 'preparing', step = 'y'
                                 where id = 'mig_' || lpad(cast(? as text), 20, '0') and moment <> ?
                                """)));
    }

    /** The least that could be called durable: a row for the step, and a row that says where it stands. */
    static BareLoop twoRows(DataSource source, int workers) {
        JdbcClient sql = JdbcClient.create(source);
        sql.sql("create table if not exists bare_migrations (id bigint primary key, moment bigint not null)").update();
        sql.sql("create table if not exists bare_attempts (id bigint generated always as identity primary key, migration bigint, no bigint)")
                .update();
        sql.sql("truncate bare_migrations, bare_attempts").update();
        return new BareLoop(source, workers, "insert into bare_migrations values (?, ?)",
                List.of(Write.once("insert into bare_attempts (migration, no) values (?, ?)"),
                        Write.once("update bare_migrations set moment = moment + 1 where id = ? and moment <> ?")));
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
            PreparedStatement one = connection.prepareStatement(forOne);
            List<PreparedStatement> step = prepared(connection, forStep.stream().map(Write::text).toList());
            for (long no = 0; no < steps; no++) {
                long migration = first + no / STEPS_OF_ONE;
                if (no % STEPS_OF_ONE == 0) {
                    execute(one, migration, -1);
                }
                for (int i = 0; i < step.size(); i++) {
                    for (int nth = 0; nth < forStep.get(i).times(no); nth++) {
                        execute(step.get(i), migration, MOST_OF_ONE * no + nth);
                    }
                }
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

    private static void execute(PreparedStatement statement, long migration, long no) throws SQLException {
        statement.setLong(1, migration);
        statement.setLong(2, no);
        statement.executeUpdate();
    }
}
