package dev.portway.database;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A real PostgreSQL for {@code @ExtendWith(PostgresForTests.class)}: one server per JVM, a fresh database with all schema steps per test class, handed to
 * constructors and methods as {@link TestDatabase}, {@link DataSource} or {@link JdbcClient}. Its sessions live in Asia/Kathmandu (UTC+05:45), so that
 * whoever lets a date slip through the session's zone finds out here.
 *
 * <p>With PORTWAY_DATABASE_URL, _USER and _PASSWORD set, the databases are made on that server; its user must be allowed to.
 */
public final class PostgresForTests implements BeforeAllCallback, AfterAllCallback, ParameterResolver {

    /** Unpacked once for all tests of this module. */
    static final Path PROGRAMS = Path.of("target", "test-postgres").toAbsolutePath();

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(PostgresForTests.class);
    private static final AtomicInteger COUNT = new AtomicInteger();

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getStore(NAMESPACE).put("database", fresh());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        var database = context.getStore(NAMESPACE).remove("database", TestDatabase.class);
        if (database != null) {
            drop(database);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == TestDatabase.class || type == DataSource.class || type == JdbcClient.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var database = context.getStore(NAMESPACE).get("database", TestDatabase.class);
        if (database == null) {
            throw new IllegalStateException("Only inside a test class");
        }
        var type = parameter.getParameter().getType();
        return type == DataSource.class ? database.source() : type == JdbcClient.class ? JdbcClient.create(database.source()) : database;
    }

    /** For tests that need a second database, or start a server of their own on one. */
    public static TestDatabase fresh() {
        var name = "portway_test_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
        execute("create database " + name + " template " + Server.TEMPLATE);
        return TestDatabase.open(Server.ADDRESS, name);
    }

    public static void drop(TestDatabase database) {
        database.close();
        execute("drop database " + database.name() + " with (force)");
    }

    private static void execute(String sql) {
        try (var connection = DriverManager.getConnection(Server.ADDRESS.jdbcUrl(), Server.ADDRESS.user(), Server.ADDRESS.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Started when first asked for. */
    private static final class Server {

        static final DatabaseAddress ADDRESS = start();
        static final String TEMPLATE = template();

        private static DatabaseAddress start() {
            var settings = Settings.fromProcess();
            if (settings.databaseUrl() != null) {
                return DatabaseAddress.parse(settings.databaseUrl(), settings.databaseUser(), settings.databasePassword());
            }
            var postgres = startIn(0);
            Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
            return postgres.superuserAddress();
        }

        /** Another test run in the same folder has its own server beside it. */
        private static EmbeddedPostgres startIn(int number) {
            try {
                return EmbeddedPostgres.start(PROGRAMS.resolve("server-" + number), PROGRAMS, FreePort.find());
            } catch (CannotStart e) {
                if (number < 3 && String.valueOf(e.getMessage()).startsWith("Another Portway")) {
                    return startIn(number + 1);
                }
                throw e;
            }
        }

        private static String template() {
            var name = "portway_test_" + ProcessHandle.current().pid() + "_0";
            try (var connection = DriverManager.getConnection(ADDRESS.jdbcUrl(), ADDRESS.user(), ADDRESS.password());
                    var statement = connection.createStatement()) {
                statement.execute("drop database if exists " + name + " with (force)");
                statement.execute("create database " + name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            try (var database = TestDatabase.open(ADDRESS, name)) {
                SchemaSteps.take(database.source());
            }
            return name;
        }
    }
}
