package dev.portway.acceptance;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A server of the test's own: a free port, its own data folder, its own embedded database on another free port. */
public record Server(Started process, int port, Path data, Http http) implements AutoCloseable {

    /** The first start on an empty folder unpacks and initialises PostgreSQL. */
    private static final Duration STARTS_WITHIN = Duration.ofMinutes(2);

    public static Server start(Path folder, Map<String, String> settings) {
        int port = Started.freePort();
        Path data = folder.resolve("data");
        Map<String, String> environment = new HashMap<>();
        environment.put("PORTWAY_PORT", String.valueOf(port));
        environment.put("PORTWAY_POSTGRES_PORT", String.valueOf(Started.freePort()));
        environment.put("PORTWAY_DATA", data.toString());
        environment.putAll(settings);
        Started process = Started.jar("server", folder, environment);
        Http http = Http.to(port);
        process.until("the server is ready", STARTS_WITHIN, () -> http.isUp("/health/ready"));
        return new Server(process, port, data, http);
    }

    @Override
    public void close() {
        process.close();
    }
}
