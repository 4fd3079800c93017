package dev.portway.sandbox.control;

import dev.portway.sandbox.fault.CallLog;
import dev.portway.sandbox.fault.Faults;
import dev.portway.sandbox.graph.Graph;
import dev.portway.sandbox.rules.Rules;
import dev.portway.sandbox.webhook.Postman;
import dev.portway.sandbox.world.App;
import dev.portway.sandbox.world.SandboxClock;
import dev.portway.sandbox.world.World;
import dev.portway.sandbox.world.WorldFile;
import org.jspecify.annotations.Nullable;

/** Everything one sandbox is made of, put together and reset together. */
public final class Stage implements AutoCloseable {

    public final World world;
    public final Postman postman;
    public final Rules rules;
    public final Faults faults = new Faults();
    public final CallLog calls = new CallLog();
    public final Graph graph;
    private final WorldFile start;
    private final @Nullable String webhookUrl;

    /** The webhook address is the destination app's from the start, and again after each reset. */
    public Stage(SandboxClock clock, WorldFile start, @Nullable String webhookUrl) {
        this.start = start;
        this.webhookUrl = webhookUrl;
        world = new World(clock);
        postman = new Postman(world);
        rules = new Rules(world, postman);
        graph = new Graph(world, rules, faults, calls, postman::shakeHands);
        fill();
    }

    private void fill() {
        world.run(() -> {
            start.into(world);
            App app = world.apps.get(world.landmarks.getOrDefault("destination-app", ""));
            if (app != null) {
                app.webhookUrl = webhookUrl;
            }
        });
    }

    /** All as it was at the start: the world, its clock, switches, faults, and what is remembered of calls and webhooks. */
    public void reset() {
        world.clock.runAsMachine();
        world.switches.reset();
        faults.clear();
        world.run(() -> {
            rules.templates.forget();
            postman.forget();
        });
        graph.forget();
        fill();
        calls.clear();
    }

    @Override
    public void close() {
        postman.close();
    }
}
