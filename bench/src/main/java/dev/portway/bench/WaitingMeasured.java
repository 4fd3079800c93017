package dev.portway.bench;

import dev.portway.acceptance.Await;
import dev.portway.database.Database;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What migrations cost that wait for somebody: processor time of the service and of its PostgreSQL, with none and with many. */
final class WaitingMeasured {
    private static final int MANY = 20_000;
    private static final Duration WATCHED = Duration.ofSeconds(30);

    private WaitingMeasured() {}

    static Table table(Path folder) throws Exception {
        try (var database = Database.open(StepsMeasured.settings(folder))) {
            var table = new Table("waiting migrations", "service, % of a core", "PostgreSQL, % of a core");
            measure(database, 0, table);
            measure(database, MANY, table);
            return table;
        }
    }

    private static void measure(Database database, int migrations, Table table) throws InterruptedException {
        JdbcClient sql = JdbcClient.create(database.source());
        try (var _ = new Engine(database, new WillingHands(), desk -> Engine.draft(desk, migrations))) {
            Await.until("all wait", StepsMeasured.LIMIT,
                    () -> sql.sql("select count(*) from scheduled_tasks where execution_time < now() or picked")
                            .query(Integer.class)
                            .single() == 0);
            sql.sql("vacuum analyze").update();
            ProcessHandle postgres = ProcessHandle.of(postmaster(sql)).orElseThrow();
            Duration service = Measured.processorTime(ProcessHandle.current());
            Duration there = Measured.processorTime(postgres);
            Thread.sleep(WATCHED);
            table.row(migrations, percent(Measured.processorTime(ProcessHandle.current()).minus(service)),
                    percent(Measured.processorTime(postgres).minus(there)));
        }
    }

    private static double percent(Duration used) {
        return 100.0 * used.toMillis() / WATCHED.toMillis();
    }

    /** Each session of PostgreSQL is a child of it. */
    private static long postmaster(JdbcClient sql) {
        int session = sql.sql("select pg_backend_pid()").query(Integer.class).single();
        return ProcessHandle.of(session).flatMap(ProcessHandle::parent).orElseThrow().pid();
    }
}
