package dev.portway.sandbox;

import dev.portway.sandbox.control.Environment;
import dev.portway.sandbox.control.Stage;
import dev.portway.sandbox.control.Stages;
import dev.portway.sandbox.file.ShippedWorlds;
import dev.portway.sandbox.file.WorldFile;
import dev.portway.sandbox.http.HttpServer;
import dev.portway.sandbox.time.SandboxClock;
import dev.portway.sandbox.world.World;
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
    private final Stages stages;
    private final HttpServer server;
    private final Ticker ticker;

    private Sandbox(SandboxOptions options) {
        this.options = options;
        this.stages = new Stages(options.start(), options.webhookUrl());
        options.beginning().ifPresent(stages.first()::begin);
        this.server = new HttpServer(options.host(), options.port(), stages);
        this.ticker = new Ticker(stages::all);
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
        return environment(stages.first());
    }

    private Map<String, String> environment(Stage stage) {
        return stage.world.with(() -> new Environment(stage.world).values(uri().toString()));
    }

    /**
     * Opens a world beside the others, such as one for each test class, and tells its tokens, ids and numbers. Calls with its tokens reach it
     * and no other; it has a clock, switches and faults of its own.
     *
     * @param name of small letters, digits and hyphens, which no open world has
     * @param world one that comes along, such as {@code default}
     */
    public Map<String, String> open(String name, String world) {
        return environment(stages.open(name, ShippedWorlds.named(world)));
    }

    /** Opens a world of a file's text. Refused, with all that is wrong with it, when a world cannot be made of it. */
    public Map<String, String> open(String name, byte[] worldFile) {
        return environment(stages.open(name, WorldFile.of(worldFile)));
    }

    /** Closes a world that was opened; its tokens are then unknown. */
    public void close(String name) {
        stages.close(name);
    }

    /** The same as shell assignments, for a sandbox that need not run. */
    static String shellEnvironment(SandboxOptions options) {
        World world = new World(SandboxClock.ofMachine());
        options.start().into(world);
        return new Environment(world).shell(uri(options.host(), options.port()).toString());
    }

    /** World, rules, faults and calls, to be looked at and moved from Java. */
    public Stage stage() {
        return stages.first();
    }

    /** The same of a world that was opened. */
    public Stage stage(String name) {
        return stages.named(name).orElseThrow(() -> new IllegalArgumentException("there is no world '" + name + "'"));
    }

    @Override
    public void close() {
        ticker.close();
        server.close();
        stages.close();
    }
}
