package dev.portway.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The database in use, with its tables up to date. Closing it stops the PostgreSQL that was started for it. */
public final class Database implements AutoCloseable {

    /** Three nodes fit PostgreSQL's 100 connections. A migration that is carried holds none while Graph answers. */
    private static final int CONNECTIONS = 32;

    private final DatabaseAddress address;
    private final HikariDataSource source;
    private final @Nullable EmbeddedPostgres started;

    private Database(DatabaseAddress address, Duration ahead, @Nullable EmbeddedPostgres started) {
        this.address = address;
        this.started = started;
        this.source = pool(address, ahead);
        try {
            SchemaSteps.take(new DriverManagerDataSource(address.jdbcUrl(), address.user(), address.password()));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** For a server: the embedded PostgreSQL is ours alone. */
    public static Database open(Settings settings) {
        if (settings.databaseUrl() != null) {
            return new Database(ownServer(settings, settings.databaseUrl()), settings.ahead(), null);
        }
        var postgres = EmbeddedPostgres.start(postgresFolder(settings), settings.postgresPort());
        return new Database(postgres.address(), settings.ahead(), postgres);
    }

    /** For a command: goes to the embedded PostgreSQL of a running server when there is one. */
    public static Database join(Settings settings) {
        var running = settings.databaseUrl() == null
                ? EmbeddedPostgres.running(postgresFolder(settings))
                : Optional.<DatabaseAddress>empty();
        return running.isPresent() ? new Database(running.get(), settings.ahead(), null) : open(settings);
    }

    public DataSource source() {
        return source;
    }

    public DatabaseAddress address() {
        return address;
    }

    private static Path postgresFolder(Settings settings) {
        return settings.dataFolder().resolve("postgres");
    }

    private static DatabaseAddress ownServer(Settings settings, String url) {
        return DatabaseAddress.parse(url, settings.databaseUser(), settings.databasePassword());
    }

    private static HikariDataSource pool(DatabaseAddress address, Duration ahead) {
        var config = new HikariConfig();
        config.setPoolName("portway");
        config.setJdbcUrl(address.jdbcUrl());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(2);
        config.setConnectionInitSql(session(ahead));
        config.addDataSourceProperty("ApplicationName", "portway");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        try {
            return new HikariDataSource(config);
        } catch (RuntimeException e) {
            throw new CannotStart("The database " + address + " cannot be reached as " + address.user() + ": " + deepest(e), e);
        }
    }

    /**
     * What is committed is on disk before anybody hears of it, whatever the server or the role says; more than that is theirs to choose. A node that is
     * paused within a transaction loses it, so that its locks do not hold up the others; none of ours stands still so long, but for those that say
     * so themselves, and those that take schema steps, on connections of their own.
     */
    private static String session(Duration ahead) {
        return """
                set time zone 'UTC';
                set portway.ahead = '%s';
                set idle_in_transaction_session_timeout = '10s';
                select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'"""
                .formatted(ahead);
    }

    private static String deepest(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    @Override
    public void close() {
        source.close();
        if (started != null) {
            started.close();
        }
    }
}
