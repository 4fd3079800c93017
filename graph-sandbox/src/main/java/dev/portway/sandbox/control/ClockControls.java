package dev.portway.sandbox.control;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** Reads and moves the clock. */
final class ClockControls {

    private static final Duration LONGEST_STEP = Duration.ofDays(3660);
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("2999-12-31T23:59:59Z");

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
        return Json.object()
                .put("mode", world.clock.mode().name().toLowerCase(Locale.ROOT))
                .put("now", world.clock.instant().toString())
                .put("nextDue", world.nextDue().map(Instant::toString).orElse(null));
    }

    private void set(ControlRequest request) {
        String now = Json.text(request.body(), "now");
        Instant at = now == null ? world.clock.instant() : instant(now);
        switch (String.valueOf(Json.text(request.body(), "mode"))) {
            case "frozen" -> world.clock.freeze(at);
            case "real" -> {
                if (now == null) {
                    world.clock.runAsMachine();
                } else {
                    world.clock.run(at);
                }
            }
            default -> throw Wrong.bad("mode is 'real' or 'frozen'");
        }
    }

    private Duration step(ControlRequest request) {
        String by = Json.text(request.body(), "by");
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
        if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
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
