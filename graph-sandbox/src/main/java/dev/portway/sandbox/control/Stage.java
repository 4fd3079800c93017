package dev.portway.sandbox.control;

import dev.portway.sandbox.fault.CallLog;
import dev.portway.sandbox.fault.Faults;
import dev.portway.sandbox.file.WorldStart;
import dev.portway.sandbox.graph.Graph;
import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.rules.Rules;
import dev.portway.sandbox.signup.Signups;
import dev.portway.sandbox.time.SandboxClock;
import dev.portway.sandbox.webhook.Postman;
import dev.portway.sandbox.world.App;
import dev.portway.sandbox.world.World;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Everything one world of a sandbox is made of, put together and reset together. */
public final class Stage implements AutoCloseable {

    public final World world;
    public final Postman postman;
    public final Rules rules;
    public final Faults faults = new Faults();
    public final CallLog calls = new CallLog();
    public final Graph graph;
    public final Signups signups;
    public final Marks marks = new Marks();
    final Playing playing = new Playing();
    private final Control control;
    private final @Nullable String webhookUrl;
    private WorldStart start;

    /** What a stage begins with; the webhook address is the destination app's from the start, and again after each reset. */
    record Start(WorldStart world, @Nullable String webhookUrl) {}

    Stage(String name, SandboxClock clock, Supplier<HttpClient> client, Start start) {
        this.start = start.world();
        this.webhookUrl = start.webhookUrl();
        world = new World(clock, name);
        postman = new Postman(world, client);
        rules = new Rules(world, postman);
        graph = new Graph(world, rules, faults, calls, postman::shakeHands);
        signups = new Signups(world, rules);
        control = new Control(this);
        fill();
    }

    public String name() {
        return world.name;
    }

    /** Begins a scenario. Refused with all that is wrong with it. */
    public void begin(JsonNode scenario) {
        ControlReply reply = control.answer(new ControlRequest("POST", List.of("scenarios"), Map.of(), scenario, "", "", null));
        if (reply.status() != 200) {
            throw new IllegalArgumentException(Json.parse(reply.body()).orElse(Json.object()).path("error").asString(reply.body()));
        }
    }

    /** What can be asked for of this world, as over HTTP. */
    public Control control() {
        return control;
    }

    private void fill() {
        world.run(() -> {
            start.into(world);
            App app = world.apps.get(world.landmarks.getOrDefault("destination-app", ""));
            if (app != null && webhookUrl != null) {
                app.webhookUrl = webhookUrl;
            }
        });
    }

    /** Starts again from another world, which later resets return to. Nothing changes when it is broken. */
    public synchronized void load(WorldStart other) {
        start = other;
        reset();
    }

    /** All as it was at the start: the world, its clock, switches, faults, and what is remembered of calls and webhooks. */
    public synchronized void reset() {
        world.clock.runAsMachine();
        world.switches.reset();
        faults.clear();
        world.run(playing::clear);
        world.run(signups::forget);
        world.run(postman::forget);
        fill();
        calls.clear();
    }

    @Override
    public void close() {
        postman.close();
        world.run(world::forgetMedia);
    }
}
