package dev.portway.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** One fresh database of a test class; {@code address} is for a server started on it. */
public record TestDatabase(String name, DatabaseAddress address, DataSource source) implements AutoCloseable {

    private static final int IMPATIENT_MILLIS = 400;

    static TestDatabase open(DatabaseAddress server, String name) {
        var address = new DatabaseAddress(server.jdbcUrl().replaceFirst("(jdbc:postgresql://[^/]+/)[^?]*", "$1" + name), server.user(),
                server.password());
        var config = new HikariConfig();
        config.setJdbcUrl(address.jdbcUrl());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(20);
        config.setMinimumIdle(0);
        config.setConnectionInitSql("set time zone 'Asia/Kathmandu'");
        return new TestDatabase(name, address, new HikariDataSource(config));
    }

    /** Connections that end a transaction which stands still for longer than {@link #IMPATIENT_MILLIS}. */
    public DataSource impatient() {
        var source = new DriverManagerDataSource(address.jdbcUrl(), address.user(), address.password());
        var properties = new Properties();
        properties.setProperty("options", "-c idle_in_transaction_session_timeout=" + IMPATIENT_MILLIS);
        source.setConnectionProperties(properties);
        return source;
    }

    /** Keeps a table from everybody else for three times as long as the impatient wait, from before it returns until what it returns is done. */
    public CompletableFuture<Void> kept(String table) {
        try {
            Connection keeping = source.getConnection();
            keeping.setAutoCommit(false);
            keeping.createStatement().execute("lock table " + table + " in exclusive mode");
            return CompletableFuture.runAsync(() -> letGo(keeping));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void letGo(Connection keeping) {
        try (keeping) {
            keeping.createStatement().execute("select pg_sleep(" + 3 * IMPATIENT_MILLIS / 1000.0 + ")");
            keeping.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        ((HikariDataSource) source).close();
    }
}
