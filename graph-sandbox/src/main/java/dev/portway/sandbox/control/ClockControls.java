package dev.portway.sandbox.control;

import dev.portway.sandbox.file.ClockFacts;
import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.time.SandboxClock;
import dev.portway.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and moves the clock. */
final class ClockControls {

    private static final Duration LONGEST_STEP = Duration.ofDays(3660);

    private final World world;

    ClockControls(World world) {
        this.world = world;
    }

    ObjectNode answer(ControlRequest request) {
        if (request.method().equals("PUT")) {
            set(request);
        } else if (request.segment(1).equals("advance") && request.method().equals("POST")) {
            world.clock.advance(step(request));
        }
        // Lets happen what has become due, before the answer says so.
        return world.with(this::shown);
    }

    private ObjectNode shown() {
        boolean frozen = world.clock.mode() == SandboxClock.Mode.FROZEN;
        return Json.object()
                .put("mode", frozen ? "frozen" : "real")
                .put("now", world.clock.instant().toString())
                .put("speed", frozen ? null : Integer.valueOf(world.clock.speed()))
                .put("nextDue", world.nextDue().map(Instant::toString).orElse(null));
    }

    private void set(ControlRequest request) {
        ClockFacts said = new ClockFacts(request.body(), world.clock.instant());
        Wrong.unless(said.wrong().isEmpty(), String.join("; ", said.wrong()));
        said.set(world.clock);
    }

    private Duration step(ControlRequest request) {
        request.body()
                .propertyNames()
                .stream()
                .filter(name -> !name.equals("by"))
                .forEach(name -> Wrong.unless(false, name + " is unknown; there is by"));
        JsonNode by = request.body().path("by");
        if (by.isNull() || by.isMissingNode()) {
            Instant now = world.clock.instant();
            return world.nextDue().filter(next -> next.isAfter(now)).map(next -> Duration.between(now, next)).orElse(Duration.ZERO);
        }
        Wrong.unless(by.isString(), "by wants a text, not " + by);
        Duration step = duration(by.stringValue());
        Wrong.unless(!step.isNegative() && step.compareTo(LONGEST_STEP) <= 0, "by wants a duration from PT0S to ten years, such as PT1H");
        Wrong.unless(SandboxClock.canStandAt(world.clock.instant().plus(step)), "the clock goes from 1970 to 2999");
        return step;
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException broken) {
            throw Wrong.bad("by wants a duration such as PT1H, not '" + text + "'");
        }
    }
}
