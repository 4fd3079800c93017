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
import java.util.Collection;
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

    public Path folder() {
        return folder;
    }
}
