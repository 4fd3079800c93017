package dev.portway.runner;

import dev.portway.vault.KeyRing;
import dev.portway.vault.Seals;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** A desk for tests of those who tell it something. */
public final class Desks {
    private static final Seals SEALS = new Seals(KeyRing.of(KeyRing.newKeyset()));

    private Desks() {}

    public static Desk on(DataSource source) {
        var sql = JdbcClient.create(source);
        return new PostgresDesk(new Migrations(sql, SEALS), new Directory(sql), new DataSourceTransactionManager(source), new Poke(sql));
    }
}
