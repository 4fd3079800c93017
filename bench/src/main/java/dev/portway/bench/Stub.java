package dev.portway.bench;

import dev.portway.acceptance.Await;
import dev.portway.acceptance.Http;
import dev.portway.acceptance.Started;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A stub of other people's, tuned for speed and with two fixed answers, as a process of its own with the heap and the collector that the sandbox gets. */
record Stub(Started process, int port) implements AutoCloseable {
    private static final Duration STARTS_WITHIN = Duration.ofMinutes(2);
    private static final String JSON = "application/json; charset=UTF-8";

    /** No journal, no log. As many threads as connections, and some to accept them. */
    static Stub wireMock(Path folder, String get, String post) {
        int port = Started.freePort();
        var mappings = List.of(mapping("GET", get), mapping("POST", post));
        Stub stub = started("wiremock", folder, port,
                List.of("-jar", jar("wiremock").toString(), "--port", String.valueOf(port), "--bind-address",
                        "127.0.0.1", "--no-request-journal", "--disable-banner", "--container-threads", "64"),
                "/__admin/mappings");
        mappings.forEach(mapping -> accepted(Http.to(port).post("/__admin/mappings", mapping)));
        return stub;
    }

    private static Map<String, ?> mapping(String method, String answer) {
        return Map.of("request", Map.of("method", method, "urlPathPattern", "/v[0-9.]+/[0-9]+(/messages)?"), "response",
                Map.of("status", 200, "body", answer, "headers", Map.of("Content-Type", JSON)));
    }

    /** Logging off; it keeps the last requests and cannot be told not to, so it is told to keep one. */
    static Stub mockServer(Path folder, String get, String post) {
        int port = Started.freePort();
        Stub stub = started("mockserver", folder, port, List.of("-Dmockserver.logLevel=OFF", "-Dmockserver.disableLogging=true",
                "-Dmockserver.disableSystemOut=true", "-Dmockserver.maxLogEntries=1", "-Dmockserver.localBoundIP=127.0.0.1", "-cp",
                jar("mockserver").toString(), "org.mockserver.cli.Main", "-serverPort", String.valueOf(port)), "");
        expectations(get, post).forEach(expectation -> accepted(Http.to(port).put("/mockserver/expectation", expectation)));
        return stub;
    }

    private static Stream<Map<String, ?>> expectations(String get, String post) {
        return Stream.of(Map.of("GET", get), Map.of("POST", post))
                .flatMap(each -> each.entrySet().stream())
                .map(each -> Map.of(
                        "httpRequest", Map.of("method", each.getKey(), "path", "/v[0-9.]+/[0-9]+(/messages)?"),
                        "httpResponse",
                        Map.of("statusCode", 200, "body", each.getValue(), "headers", Map.of("Content-Type", List.of(JSON)))));
    }

    private static Stub started(String name, Path folder, int port, List<String> arguments, String ready) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
                "-XX:+UseParallelGC"));
        command.addAll(arguments);
        Started process = Started.command(name, folder, Map.of(), command);
        process.until(name + " answers", STARTS_WITHIN, () -> ready.isEmpty() ? answers(port) : Http.to(port).isUp(ready));
        return new Stub(process, port);
    }

    private static boolean answers(int port) {
        try {
            return Http.to(port).put("/mockserver/status", Map.of()).status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private static void accepted(Http.Answer answer) {
        if (answer.status() >= 300) {
            throw new IllegalStateException(answer.status() + " " + answer.body());
        }
    }

    /** Copied by the profile {@code stubs}, which bench/run builds with. */
    private static Path jar(String name) {
        Path stubs = Path.of(System.getProperty("portway.home"), "bench", "target", "stubs");
        try (Stream<Path> files = Files.list(stubs)) {
            return files.filter(file -> file.getFileName().toString().startsWith(name)).findFirst().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException("build with -Pstubs", e);
        }
    }

    @Override
    public void close() {
        process.close();
        Await.until("it ends", STARTS_WITHIN, () -> !process.isAlive());
    }
}
