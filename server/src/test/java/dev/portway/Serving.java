package dev.portway;

import dev.portway.database.PostgresForTests;
import dev.portway.database.TestDatabase;
import dev.portway.vault.GraphApp;
import dev.portway.vault.GraphApps;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole service on a free port, behind a proxy that says who comes, on a PostgreSQL of its own. Its provider is {@code here}. */
public final class Serving {

    private final TestDatabase database = PostgresForTests.fresh();
    private final Path folder;
    private final ConfigurableApplicationContext context;

    private Serving() {
        try {
            folder = Files.createTempDirectory("portway-serving");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String[] all = {"--server.port=0", "--portway.public.url=https://portway.example", "--portway.data=" + folder,
            "--portway.database.url=" + database.address().jdbcUrl(), "--portway.database.user=" + database.address().user(),
            "--portway.database.password=" + database.address().password()};
        var server = PortwayServer.application("https://portway.example");
        server.setRegisterShutdownHook(false);
        context = server.run(all);
    }

    /** One for all tests of this JVM, started when first asked for: each brings people and apps of its own. */
    public static Serving shared() {
        return Shared.SERVING;
    }

    private static final class Shared {
        static final Serving SERVING = new Serving();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** All of a kind. */
    public <T> Collection<T> beans(Class<T> type) {
        return context.getBeansOfType(type).values();
    }

    /** With this app. It belongs to one provider: whoever comes takes it over from the test before. */
    public void speakFor(GraphApp app) {
        sql().sql("delete from graph_apps where app_id = ?").param(app.appId()).update();
        bean(GraphApps.class).set(app);
    }

    public JdbcClient sql() {
        return JdbcClient.create(database.source());
    }

    /** By the database's clock it is this time; empty: as late as it is. */
    public void clock(Optional<Instant> now) {
        sql().sql("create table if not exists test_clock (at timestamptz not null)").update();
        sql().sql("""
                create or replace function portway_now() returns timestamptz language sql volatile
                    as 'select coalesce((select at from test_clock), clock_timestamp())'""").update();
        sql().sql("delete from test_clock").update();
        now.ifPresent(at -> sql().sql("insert into test_clock values (?)").param(Timestamp.from(at)).update());
    }

    public Path folder() {
        return folder;
    }
}
