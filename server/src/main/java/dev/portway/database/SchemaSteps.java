package dev.portway.database;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the tables up to date. Several nodes may start at once: one does it, the others wait. */
public final class SchemaSteps {

    private SchemaSteps() {}

    public static void take(DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/schema")
                .table("schema_steps")
                .validateMigrationNaming(true)
                .load()
                .migrate();
    }
}
