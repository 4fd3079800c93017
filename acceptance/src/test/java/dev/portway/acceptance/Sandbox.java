package dev.portway.acceptance;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A sandbox of the test's own, on a free port, and its control surface. */
record Sandbox(Started process, int port, Http http) implements AutoCloseable {

    private static final Duration STARTS_WITHIN = Duration.ofMinutes(1);

    static Sandbox start(Path folder) {
        int port = Started.freePort();
        Started process = Started.jar("graph-sandbox", folder, Map.of("PORTWAY_SANDBOX_PORT", String.valueOf(port)));
        Http http = Http.to(port);
        process.until("the sandbox answers", STARTS_WITHIN, () -> http.isUp("/sandbox/env"));
        return new Sandbox(process, port, http);
    }

    /** The ids, tokens and numbers of its world that a caller needs to start with. */
    JsonNode env() {
        return http.get("/sandbox/env").json();
    }

    @Override
    public void close() {
        process.close();
    }
}
