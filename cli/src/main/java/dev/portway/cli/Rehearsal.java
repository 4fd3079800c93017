package dev.portway.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A sandbox and a server of the demo's own, in a fresh folder that goes with them.
 *
 * @param env the sandbox's world: ids, tokens, numbers
 * @param password of the operator, who signs in to the console as {@code demo}
 */
record Rehearsal(Path folder, Child sandboxProcess, Child serverProcess, Api sandbox, Api server, JsonNode env, String password)
        implements
            AutoCloseable {
    static final String OPERATOR = "demo";
    private static final Duration STARTS_WITHIN = Duration.ofMinutes(2);
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    static Rehearsal start(Path data, @Nullable Integer port, Sentences sentences) {
        Texts texts = sentences.texts();
        if (port != null && Ports.taken(port)) {
            throw new Told(Ended.USAGE, texts.say("port-taken", "port", port));
        }
        Path folder = freshFolder(data.resolve("demo"));
        int sandboxPort = Ports.near("PORTWAY_SANDBOX_PORT", 8421);
        var sandbox = new Api(new Address("http://127.0.0.1:" + sandboxPort, ""), texts);
        Child sandboxProcess = Child.jar(jar("graph-sandbox"), List.of("--port", String.valueOf(sandboxPort)), Map.of(), folder, texts);
        Optional<Child> serverProcess = Optional.empty();
        try {
            sandboxProcess.until(sandbox, "/sandbox/env", sentences, STARTS_WITHIN);
            JsonNode env = sandbox.get("/sandbox/env");
            int serverPort = port == null ? Ports.near("PORTWAY_PORT", 8420) : port;
            String password = random(16);
            var server = new Api(new Address("http://127.0.0.1:" + serverPort, "pk_" + random(12) + "_" + random(32)), texts);
            Child started = Child.jar(jar("server"), List.of(), settings(folder, serverPort, bootstrap(env, server, password)),
                    folder, texts);
            serverProcess = Optional.of(started);
            started.until(server, "/health/ready", sentences, STARTS_WITHIN);
            sandbox.put("/sandbox/apps/" + env.path("appId").asString() + "/webhook",
                    Map.of("url", server.address().server() + "/webhooks/" + env.path("appId").asString(), "verifyToken",
                            env.path("webhookVerifyToken").asString(), "handshake", false));
            return new Rehearsal(folder, sandboxProcess, started, sandbox, server, env, password);
        } catch (RuntimeException failed) {
            serverProcess.ifPresent(Child::close);
            sandboxProcess.close();
            throw failed;
        }
    }

    private static Map<String, String> settings(Path folder, int port, Map<String, ?> bootstrap) {
        try {
            Path file = folder.resolve("bootstrap.json");
            OwnFile.write(file, Api.JSON.writeValueAsString(bootstrap));
            return Map.of("PORTWAY_PORT", String.valueOf(port), "PORTWAY_POSTGRES_PORT",
                    String.valueOf(Ports.near("PORTWAY_POSTGRES_PORT", 8422)), "PORTWAY_DATA",
                    folder.resolve("data").toString(), "PORTWAY_BOOTSTRAP", file.toString(), "PORTWAY_REHEARSAL", "true");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static Map<String, ?> bootstrap(JsonNode env, Api server, String password) {
        var graph = new LinkedHashMap<String, Object>();
        Map.of("baseUrl", "graphBaseUrl", "version", "apiVersion", "appId", "appId", "appSecret", "appSecret", "token", "graphToken",
                "verifyToken", "webhookVerifyToken", "businessId", "businessId")
                .forEach((to, from) -> graph.put(to, env.path(from).asString()));
        graph.put("sourceAccess", List.of(Map.of("wabaId", env.path("sourceWabaId").asString(), "token", env.path("sourceToken").asString(),
                "appId", env.path("sourceAppId").asString(), "appSecret", env.path("sourceAppSecret").asString())));
        return Map.of("provider", "demo", "name", "Demo", "graph", graph, "apiKey", server.address().key(), "operator",
                Map.of("name", OPERATOR, "password", password));
    }

    private static Path jar(String module) {
        String chosen = System.getProperty("portway." + module + ".jar");
        if (chosen != null) {
            return Path.of(chosen);
        }
        try {
            Path own = Path.of(Rehearsal.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            return own.resolveSibling("../../" + module + "/target/" + module + ".jar").normalize();
        } catch (java.net.URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Named by the process, so that two demos never meet; what a killed one left behind is swept. */
    private static Path freshFolder(Path demos) {
        try {
            Files.createDirectories(demos);
            try (Stream<Path> left = Files.list(demos)) {
                left.filter(folder -> folder.getFileName().toString().matches("run-[0-9]+"))
                        .filter(folder -> ProcessHandle.of(Long.parseLong(folder.getFileName().toString().substring(4))).isEmpty())
                        .forEach(Rehearsal::delete);
            }
            return Files.createDirectories(demos.resolve("run-" + ProcessHandle.current().pid()).toAbsolutePath());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException | UncheckedIOException inUse) {
            System.err.println(folder + " cannot be removed: " + inUse.getMessage());
        }
    }

    private static String random(int letters) {
        return new SecureRandom().ints(letters, 0, LETTERS.length())
                .mapToObj(LETTERS::charAt)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
    }

    @Override
    public void close() {
        serverProcess.close();
        sandboxProcess.close();
        delete(folder);
    }
}
