package dev.portway.sandbox;

import dev.portway.sandbox.file.ShippedWorlds;
import dev.portway.sandbox.file.WorldFile;
import dev.portway.sandbox.file.WorldStart;
import dev.portway.sandbox.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How to start a sandbox.
 *
 * @param host the address to listen on; anything but loopback lets others in, who may do whatever they like with the world
 * @param port 0 takes a free one
 * @param world the name of a world that comes along, or the path of a world file, which ends in .json
 * @param webhookUrl where the destination app's webhooks go from the start, or null for nowhere
 * @param scenario the name of a scenario that comes along, or the path of a scenario file, which ends in .json, to begin at once; or null
 */
public record SandboxOptions(String host, int port, String world, @Nullable String webhookUrl, @Nullable String scenario) {

    public static final int STANDARD_PORT = 8421;
    private static final String LOOPBACK = "127.0.0.1";

    public SandboxOptions {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("a port is between 0 and 65535, not " + port);
        }
    }

    /** On loopback, on a free port, with the world {@code default}. */
    public static SandboxOptions onFreePort() {
        return new SandboxOptions(LOOPBACK, 0, "default", null, null);
    }

    public static SandboxOptions standard() {
        return new SandboxOptions(LOOPBACK, STANDARD_PORT, "default", null, null);
    }

    /** Refused when there is no such world, or with all that is wrong with the file. */
    WorldStart start() {
        if (!world.endsWith(".json")) {
            return ShippedWorlds.named(world);
        }
        try {
            return WorldFile.of(Files.readAllBytes(Path.of(world)));
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("the world file " + world + " cannot be read", unreadable);
        }
    }

    /** What the control surface is asked to begin; empty for nothing. */
    Optional<JsonNode> beginning() {
        if (scenario == null) {
            return Optional.empty();
        }
        if (!scenario.endsWith(".json")) {
            return Optional.of(Json.object().put("scenario", scenario));
        }
        try {
            return Optional.of(Json.lenient(Files.readAllBytes(Path.of(scenario))));
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("the scenario file " + scenario + " cannot be read", unreadable);
        }
    }

    public SandboxOptions withHost(String other) {
        return new SandboxOptions(other, port, world, webhookUrl, scenario);
    }

    public SandboxOptions withPort(int other) {
        return new SandboxOptions(host, other, world, webhookUrl, scenario);
    }

    public SandboxOptions withWorld(String other) {
        return new SandboxOptions(host, port, other, webhookUrl, scenario);
    }

    public SandboxOptions withWebhook(String url) {
        return new SandboxOptions(host, port, world, url, scenario);
    }

    public SandboxOptions withScenario(String other) {
        return new SandboxOptions(host, port, world, webhookUrl, other);
    }
}
