package dev.portway.bench;

import dev.portway.database.Database;
import dev.portway.database.Settings;
import dev.portway.runner.Desk;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Durable steps per second: the runner carrying the real route with hands that do nothing, against a bare JDBC loop that writes a row and changes a
 * row in one transaction for each step. Both on the same PostgreSQL, with as many workers and connections, in turns.
 */
final class StepsMeasured {
    private static final int MIGRATIONS = 200;
    private static final int ROUNDS = 3;
    private static final int WORKERS = 32;

    private StepsMeasured() {}

    static Table table(Path folder) throws Exception {
        try (var database = Database.open(settings(folder))) {
            long steps = carried(database, MIGRATIONS / 4).steps(); // warms both
            written(database, steps);
            var table = new Table("round", "runner, steps/s", "bare JDBC, steps/s", "ratio");
            for (int round = 1; round <= ROUNDS; round++) {
                Rate runner = carried(database, MIGRATIONS);
                Rate bare = written(database, runner.steps());
                table.row(round, Math.round(runner.perSecond()), Math.round(bare.perSecond()), runner.perSecond() / bare.perSecond());
            }
            return table;
        }
    }

    static Settings settings(Path folder) {
        return Settings.from(name -> switch (name) {
            case "portway.data" -> folder.toString();
            case "portway.postgres.port" -> String.valueOf(Ports.free());
            default -> null;
        });
    }

    private record Rate(long steps, long nanos) {
        double perSecond() {
            return steps * 1e9 / nanos;
        }
    }

    /** What people do, placing and handing over codes, is not in it. */
    private static Rate carried(Database database, int migrations) throws InterruptedException {
        JdbcClient sql = JdbcClient.create(database.source());
        sql.sql("truncate migrations, scheduled_tasks cascade").update();
        Rate untilTheCode = carried(database, desk -> Engine.place(desk, migrations),
                () -> count(sql, "step = 'code-entered'") == migrations);
        Rate untilTheEnd = carried(database, Engine::enterCodes, () -> count(sql, "ending = 'COMPLETED'") == migrations);
        return new Rate(untilTheCode.steps() + untilTheEnd.steps(), untilTheCode.nanos() + untilTheEnd.nanos());
    }

    private static Rate carried(Database database, Consumer<Desk> first, BooleanSupplier done) throws InterruptedException {
        var hands = new WillingHands();
        var started = new AtomicLong();
        try (var _ = new Engine(database, hands, first.andThen(_ -> started.set(System.nanoTime())))) {
            while (!done.getAsBoolean()) {
                Thread.sleep(10);
            }
            return new Rate(hands.done(), System.nanoTime() - started.get());
        }
    }

    private static int count(JdbcClient sql, String which) {
        return sql.sql("select count(*) from migrations where " + which).query(Integer.class).single();
    }

    private static Rate written(Database database, long steps) throws Exception {
        JdbcClient sql = JdbcClient.create(database.source());
        sql.sql("create table if not exists bare_migrations (id int primary key, moment int not null)").update();
        sql.sql("create table if not exists bare_attempts (id bigint generated always as identity primary key, migration int, no int, what text)")
                .update();
        sql.sql("truncate bare_migrations, bare_attempts").update();
        sql.sql("insert into bare_migrations select n, 0 from generate_series(1, ?) n").param(WORKERS).update();
        long start = System.nanoTime();
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int worker = 1; worker <= WORKERS; worker++) {
                int id = worker;
                all.add(workers.submit(() -> bareLoop(database.source(), id, steps / WORKERS)));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        return new Rate(steps / WORKERS * WORKERS, System.nanoTime() - start);
    }

    private static Void bareLoop(DataSource source, int id, long steps) throws SQLException {
        try (Connection connection = source.getConnection();
                var insert = connection.prepareStatement("insert into bare_attempts (migration, no, what) values (?, ?, 'done')");
                var update = connection.prepareStatement("update bare_migrations set moment = ? where id = ?")) {
            connection.setAutoCommit(false);
            for (int no = 1; no <= steps; no++) {
                insert.setInt(1, id);
                insert.setInt(2, no);
                insert.executeUpdate();
                update.setInt(1, no);
                update.setInt(2, id);
                update.executeUpdate();
                connection.commit();
            }
            connection.setAutoCommit(true);
            return null;
        }
    }
}
