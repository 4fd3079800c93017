package dev.portway.sandbox.file;

import dev.portway.sandbox.time.SandboxClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What somebody says of the clock, in a world file or by hand: {@code {"mode":"real","now":"2026-11-21T12:00:00Z","speed":60}}. */
public final class ClockFacts {

    private static final List<String> NAMES = List.of("mode", "now", "speed");

    private final JsonNode said;
    /** What a time from now is reckoned from. */
    private final Instant now;

    public ClockFacts(JsonNode said, Instant now) {
        this.said = said;
        this.now = now;
    }

    /** All that is wrong with it, each beginning with the name it is about. */
    public List<String> wrong() {
        List<String> wrong = new ArrayList<>();
        said.propertyNames()
                .stream()
                .filter(name -> !NAMES.contains(name))
                .forEach(name -> wrong.add(name + " is unknown; there are " + String.join(", ", NAMES)));
        boolean frozen = mode().equals("frozen");
        if (!frozen && !mode().equals("real")) {
            wrong.add("mode wants one of real, frozen, not '" + mode() + "'");
        }
        if (said.hasNonNull("now") && !Shape.TIME.fits().test(said.path("now"))) {
            wrong.add("now " + Row.wrong(said.path("now"), Shape.TIME));
        } else if (!SandboxClock.canStandAt(at())) {
            wrong.add("now wants a time from 1970 to 2999");
        }
        if (said.hasNonNull("speed")) {
            JsonNode speed = said.path("speed");
            if (!speed.isIntegralNumber() || !speed.canConvertToLong() || !SandboxClock.canRunAt(speed.longValue())) {
                wrong.add("speed wants a whole number from 1 to " + SandboxClock.FASTEST + ", how many times as fast as real time, not "
                        + speed);
            } else if (frozen) {
                wrong.add("speed is for a clock that runs: mode real");
            }
        }
        return wrong;
    }

    private String mode() {
        return said.path("mode").asString("");
    }

    private Instant at() {
        return said.hasNonNull("now") ? Shape.time(said.path("now").stringValue(), now) : now;
    }

    /** To be called when nothing is wrong with it. Real, and no more said, is the machine's own. */
    public void set(SandboxClock clock) {
        if (mode().equals("frozen")) {
            clock.freeze(at());
        } else if (said.hasNonNull("now") || said.hasNonNull("speed")) {
            clock.run(at(), said.path("speed").asInt(1));
        } else {
            clock.runAsMachine();
        }
    }
}
