package dev.portway.sandbox.junit;

import dev.portway.sandbox.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The time in one world. It runs with the machine's until it is told otherwise. */
public final class WorldClock implements InstantSource {

    private final SandboxWorld world;

    WorldClock(SandboxWorld world) {
        this.world = world;
    }

    @Override
    public Instant instant() {
        return Instant.parse(world.ask("GET", "clock", Json.object()).path("now").asString());
    }

    /** Stands still at {@code now} until it is moved. */
    public void freeze(Instant now) {
        world.ask("PUT", "clock", Json.object().put("mode", "frozen").put("now", now.toString()));
    }

    /** Moves on; what becomes due on the way has happened when this returns. */
    public void advance(Duration by) {
        world.ask("POST", "clock/advance", Json.object().put("by", by.toString()));
    }

    /** Moves to when something is due next; not at all when nothing is. */
    public void advanceToNext() {
        world.ask("POST", "clock/advance", Json.object());
    }
}
