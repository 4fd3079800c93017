package dev.portway.sandbox.control;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.time.SandboxClock;
import dev.portway.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and moves the clock. */
final class ClockControls {

    private static final Duration LONGEST_STEP = Duration.ofDays(3660);
    private static final Instant EARLIEST = Instant.EPOCH;

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
        JsonNode body = known(request.body(), List.of("mode", "now", "speed"));
        String now = text(body, "now");
        Instant at = now == null ? world.clock.instant() : instant(now);
        boolean hasSpeed = body.hasNonNull("speed");
        switch (String.valueOf(text(body, "mode"))) {
            case "frozen" -> {
                Wrong.unless(!hasSpeed, "speed is for a clock that runs: mode 'real'");
                world.clock.freeze(at);
            }
            case "real" -> {
                if (now == null && !hasSpeed) {
                    world.clock.runAsMachine();
                } else {
                    world.clock.run(at, hasSpeed ? speed(body.path("speed")) : 1);
                }
            }
            default -> throw Wrong.bad("mode is 'real' or 'frozen'");
        }
    }

    private static JsonNode known(JsonNode body, List<String> names) {
        body.propertyNames()
                .stream()
                .filter(name -> !names.contains(name))
                .findFirst()
                .ifPresent(name -> Wrong.unless(false, "'" + name + "' is unknown here; there are " + String.join(", ", names)));
        return body;
    }

    private static @Nullable String text(JsonNode body, String name) {
        JsonNode value = body.path(name);
        Wrong.unless(value.isString() || value.isNull() || value.isMissingNode(), name + " wants a text, not " + value);
        return Json.text(body, name);
    }

    private static int speed(JsonNode value) {
        Wrong.unless(value.isIntegralNumber() && value.canConvertToLong() && SandboxClock.canRunAt(value.longValue()),
                "speed wants a whole number from 1 to " + SandboxClock.FASTEST + ", how many times as fast as real time, not " + value);
        return value.intValue();
    }

    private Duration step(ControlRequest request) {
        String by = text(known(request.body(), List.of("by")), "by");
        if (by == null) {
            Instant now = world.clock.instant();
            return world.nextDue().filter(next -> next.isAfter(now)).map(next -> Duration.between(now, next)).orElse(Duration.ZERO);
        }
        Duration step = duration(by);
        if (step.isNegative() || step.compareTo(LONGEST_STEP) > 0) {
            throw Wrong.bad("by wants a duration from PT0S to ten years, such as PT1H");
        }
        within(world.clock.instant().plus(step));
        return step;
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException broken) {
            throw Wrong.bad("by wants a duration such as PT1H, not '" + text + "'");
        }
    }

    /** Far enough for any rehearsal, and no sum of times leaves what an instant can be. */
    private static Instant within(Instant at) {
        if (at.isBefore(EARLIEST) || at.isAfter(SandboxClock.LAST)) {
            throw Wrong.bad("the clock goes from 1970 to 2999");
        }
        return at;
    }

    private static Instant instant(String text) {
        try {
            return within(Instant.parse(text));
        } catch (DateTimeParseException broken) {
            throw Wrong.bad("now wants an instant such as 2026-11-21T12:00:00Z, not '" + text + "'");
        }
    }
}
