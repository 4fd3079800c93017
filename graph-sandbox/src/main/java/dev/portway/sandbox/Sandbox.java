package dev.portway.sandbox;

import dev.portway.sandbox.control.Environment;
import dev.portway.sandbox.control.Stage;
import dev.portway.sandbox.http.HttpServer;
import dev.portway.sandbox.world.SandboxClock;
import dev.portway.sandbox.world.World;
import dev.portway.sandbox.world.WorldFile;
import java.net.URI;
import java.util.Map;

/**
 * A running sandbox. Started inside a test or by {@link SandboxMain}:
 *
 * <pre>
 * try (Sandbox sandbox = Sandbox.start(SandboxOptions.onFreePort())) {
 *     URI graph = sandbox.uri();
 *     String token = sandbox.environment().get("graphToken");
 * }
 * </pre>
 */
public final class Sandbox implements AutoCloseable {

    private final SandboxOptions options;
    private final Stage stage;
    private final HttpServer server;
    private final Ticker ticker;

    private Sandbox(SandboxOptions options) {
        this.options = options;
        this.stage = new Stage(SandboxClock.ofMachine(), WorldFile.shipped(options.world()), options.webhookUrl());
        this.server = new HttpServer(options.host(), options.port(), stage);
        this.ticker = new Ticker(stage.world);
    }

    public static Sandbox start(SandboxOptions options) {
        return new Sandbox(options);
    }

    /** Where Graph answers, without a version and without a slash at the end. */
    public URI uri() {
        return uri(options.host(), server.port());
    }

    private static URI uri(String host, int port) {
        String reachable = host.equals("0.0.0.0") ? "127.0.0.1" : host;
        return URI.create("http://" + (reachable.contains(":") ? "[" + reachable + "]" : reachable) + ":" + port);
    }

    /** Tokens, ids and numbers to start with, by the names of {@code GET /sandbox/env}. */
    public Map<String, String> environment() {
        return stage.world.with(() -> new Environment(stage.world).values(uri().toString()));
    }

    /** The same as shell assignments, for a sandbox that need not run. */
    static String shellEnvironment(SandboxOptions options) {
        World world = new World(SandboxClock.ofMachine());
        WorldFile.shipped(options.world()).into(world);
        return new Environment(world).shell(uri(options.host(), options.port()).toString());
    }

    /** World, rules, faults and calls, to be looked at and moved from Java. */
    public Stage stage() {
        return stage;
    }

    @Override
    public void close() {
        ticker.close();
        server.close();
        stage.close();
    }
}
