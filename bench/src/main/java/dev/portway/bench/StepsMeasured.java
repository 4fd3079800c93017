package dev.portway.bench;

import dev.portway.acceptance.Await;
import dev.portway.acceptance.Started;
import dev.portway.database.Database;
import dev.portway.database.Settings;
import dev.portway.runner.Desk;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Durable steps per second: the runner carrying the real route with hands that do nothing, against bare JDBC loops with one transaction for each
 * step. All on the same PostgreSQL, with as many workers and connections, in turns.
 */
final class StepsMeasured {
    private static final int MIGRATIONS = 500;
    private static final int ROUNDS = 3;
    /** Rounds before those that count: a service that runs has been compiled, and its connections have prepared what they ask. */
    private static final int WARMING = 4;
    private static final int WORKERS = 32;
    static final Duration LIMIT = Duration.ofMinutes(5);

    private StepsMeasured() {}

    static Table table(Path folder) throws Exception {
        try (var database = Database.open(settings(folder))) {
            for (int round = 0; round < WARMING; round++) {
                long steps = carried(database, MIGRATIONS).steps();
                BareLoop.sameRows(database.source(), WORKERS, BareLoop.Rows.left(database.source(), steps)).perSecond(steps);
                BareLoop.twoRows(database.source(), WORKERS).perSecond(steps);
            }
            var table = new Table("round", "runner, steps/s", "bare loop, the same rows", "ratio", "bare loop, two rows", "ratio");
            for (int round = 1; round <= ROUNDS; round++) {
                Rate runner = carried(database, MIGRATIONS);
                var left = BareLoop.Rows.left(database.source(), runner.steps());
                double same = BareLoop.sameRows(database.source(), WORKERS, left).perSecond(runner.steps());
                double two = BareLoop.twoRows(database.source(), WORKERS).perSecond(runner.steps());
                table.row(round, Math.round(runner.perSecond()), Math.round(same), runner.perSecond() / same, Math.round(two),
                        runner.perSecond() / two);
            }
            return table;
        }
    }

    static Settings settings(Path folder) {
        return Settings.from(name -> switch (name) {
            case "portway.data" -> folder.toString();
            case "portway.postgres.port" -> String.valueOf(Started.freePort());
            default -> null;
        });
    }

    private record Rate(long steps, long nanos) {
        double perSecond() {
            return steps * 1e9 / nanos;
        }
    }

    /** What people do, placing and handing over codes, is not in it. */
    private static Rate carried(Database database, int migrations) {
        JdbcClient sql = JdbcClient.create(database.source());
        sql.sql("truncate migrations, scheduled_tasks cascade").update();
        Rate untilTheCode = carried(database, desk -> Engine.place(desk, migrations),
                () -> count(sql, "step = 'code-entered'") == migrations);
        Rate untilTheEnd = carried(database, Engine::enterCodes, () -> count(sql, "ending = 'COMPLETED'") == migrations);
        return new Rate(untilTheCode.steps() + untilTheEnd.steps(), untilTheCode.nanos() + untilTheEnd.nanos());
    }

    private static Rate carried(Database database, Consumer<Desk> first, BooleanSupplier done) {
        var hands = new WillingHands();
        var started = new AtomicLong();
        try (var _ = new Engine(database, hands, first.andThen(_ -> started.set(System.nanoTime())))) {
            Await.until("all are carried as far as they go", LIMIT, done);
            return new Rate(hands.done(), System.nanoTime() - started.get());
        }
    }

    private static int count(JdbcClient sql, String which) {
        return sql.sql("select count(*) from migrations where " + which).query(Integer.class).single();
    }
}
