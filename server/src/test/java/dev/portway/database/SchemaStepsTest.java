package dev.portway.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(PostgresForTests.class)
class SchemaStepsTest {

    @Test
    void sessionsOfTests_liveInAnOddTimeZone(JdbcClient jdbc) {
        assertThat(jdbc.sql("show timezone").query(String.class).single()).isEqualTo("Asia/Kathmandu");
    }

    @Test
    void steps_areTakenOnce(TestDatabase database, JdbcClient jdbc) {
        var before = jdbc.sql("select count(*) from schema_steps").query(Long.class).single();
        SchemaSteps.take(database.source());
        assertThat(jdbc.sql("select count(*) from schema_steps").query(Long.class).single()).isEqualTo(before);
    }

    /** The two tables beside the providers that belong to nobody: the steps themselves, and guesses at names that may not exist. */
    @Test
    void everyRow_belongsToAProvider(JdbcClient jdbc) {
        var ownerless = jdbc.sql("""
                select table_name from information_schema.tables t
                 where table_schema = 'public' and table_type = 'BASE TABLE'
                   and not exists (select from information_schema.columns c
                                    where c.table_schema = t.table_schema and c.table_name = t.table_name and c.column_name = 'provider_id')
                """).query(String.class).set();
        assertThat(ownerless).isSubsetOf("providers", "schema_steps", "sign_in_failures", "guest_tries", "scheduled_tasks");
    }
}
