package dev.portway;

import dev.portway.database.PostgresForTests;
import dev.portway.database.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole service on a free port, behind a proxy that says who comes, on a PostgreSQL of its own. Its provider is {@code here}. */
public final class Serving implements AutoCloseable {

    private final TestDatabase database = PostgresForTests.fresh();
    private final Path folder;
    private final ConfigurableApplicationContext context;

    public Serving(String... settings) {
        try {
            folder = Files.createTempDirectory("portway-serving");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var all = new ArrayList<>(List.of("--server.port=0", "--portway.public.url=https://portway.example", "--portway.data=" + folder,
                "--portway.database.url=" + database.address().jdbcUrl(), "--portway.database.user=" + database.address().user(),
                "--portway.database.password=" + database.address().password()));
        all.addAll(List.of(settings));
        var server = PortwayServer.application("https://portway.example");
        server.setRegisterShutdownHook(false);
        context = server.run(all.toArray(String[]::new));
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public JdbcClient sql() {
        return JdbcClient.create(database.source());
    }

    public Path folder() {
        return folder;
    }

    @Override
    public void close() {
        context.close();
        PostgresForTests.drop(database);
    }
}
