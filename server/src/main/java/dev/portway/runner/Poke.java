package dev.portway.runner;

import dev.portway.migration.MigrationId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Wakes a waiting migration after something was committed about it. A migration that is being carried right now is not waiting: whoever carries it
 * compares, after it has rescheduled it, what it planned on with what is known, so one of the two always sees the other.
 */
final class Poke {
    private final JdbcClient sql;
    private Runnable runnerHere = () -> {};

    Poke(JdbcClient sql) {
        this.sql = sql;
    }

    /** A runner in this process is told too, so that it need not wait for its next look at the table. */
    void tells(Runnable runner) {
        runnerHere = runner;
    }

    void wake(MigrationId id) {
        sql.sql("""
                update scheduled_tasks set execution_time = now(), version = version + 1
                 where task_name = ? and task_instance = ? and not picked and execution_time > now()
                """).params(Runner.TASK, id.value()).update();
        runnerHere.run();
    }
}
