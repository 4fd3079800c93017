package dev.portway.sandbox.control;

import dev.portway.sandbox.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A named list of faults, and of events that come by the sandbox's clock, as a file has it:
 *
 * <pre>
 * {"name": "pin-comes-back", "about": "…",
 *  "faults": [{"call": "*", "kind": "http-503", "probability": 0.05, "seed": 7}],
 *  "events": [{"after": "PT10M", "does": "PUT /sandbox/numbers/5511987650002/two-step", "with": {"enabled": true}}]}
 * </pre>
 *
 * @param faults orders as {@code POST /sandbox/faults} takes them
 */
record Scenario(String name, String about, List<JsonNode> faults, List<Event> events) {

    /** Those that come along, in the order in which they are told. */
    static final List<String> SHIPPED = List.of("bad-night", "pin-comes-back", "old-provider-resists");

    private static final Duration LATEST = Duration.ofDays(3660);
    private static final int MOST_EVENTS = 1000;
    private static final Set<String> FAULT_NAMES = Set.of("call", "kind", "number", "waba", "nth", "times", "probability", "seed",
            "delayMillis");

    /** What an event may do: what people do to numbers, accounts and the world, and faults that begin later. Not what would end the scenario. */
    private static final Set<String> TOUCHED = Set.of("numbers", "phones", "wabas", "businesses", "apps", "templates", "tokens",
            "payment-methods", "switches", "faults", "requests", "preverified-numbers");

    /**
     * Something that comes by itself.
     *
     * @param after how long after the scenario begins
     * @param segments of the path, below {@code /sandbox}
     */
    record Event(Duration after, String method, List<String> segments, JsonNode with) {

        String does() {
            return method + " /sandbox/" + String.join("/", segments);
        }
    }

    Scenario {
        faults = List.copyOf(faults);
        events = List.copyOf(events);
    }

    /** Refused with all that is wrong with it. */
    static Scenario of(JsonNode file) {
        List<String> wrong = new ArrayList<>();
        String given = Json.text(file, "name");
        String name = given == null ? "" : given;
        if (!name.matches("[a-z0-9][a-z0-9-]{0,39}")) {
            wrong.add("name wants up to 40 small letters, digits and hyphens");
        }
        unknown(file, Set.of("name", "about", "faults", "events"), "", wrong);
        String about = Json.text(file, "about");
        List<JsonNode> faults = rows(file, "faults", wrong);
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < faults.size(); i++) {
            fault(faults.get(i), "faults[" + i + "]", wrong);
        }
        List<JsonNode> rows = rows(file, "events", wrong);
        for (int i = 0; i < rows.size(); i++) {
            event(rows.get(i), "events[" + i + "]", events, wrong);
        }
        if (!wrong.isEmpty()) {
            throw Wrong.bad("scenario file: " + String.join("; ", wrong));
        }
        return new Scenario(name, about == null ? "" : about, faults, events);
    }

    /** One that comes along. */
    static Scenario named(String name) {
        if (!SHIPPED.contains(name)) {
            throw Wrong.missing("there is no scenario '" + name + "'; there are " + String.join(", ", SHIPPED));
        }
        try (InputStream in = Scenario.class.getResourceAsStream("/scenarios/" + name + ".json")) {
            if (in == null) {
                throw new IllegalStateException("the scenario " + name + " was not packed");
            }
            return of(Json.lenient(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JsonNode> rows(JsonNode file, String name, List<String> wrong) {
        JsonNode rows = file.path(name);
        if (rows.isMissingNode()) {
            return List.of();
        }
        if (!rows.isArray() || rows.size() > MOST_EVENTS) {
            wrong.add(name + " wants a list of up to " + MOST_EVENTS);
            return List.of();
        }
        return rows.valueStream().toList();
    }

    private static void fault(JsonNode row, String at, List<String> wrong) {
        unknown(row, FAULT_NAMES, at + ".", wrong);
        try {
            FaultControls.read(row);
        } catch (Wrong why) {
            wrong.add(at + ": " + why.why());
        }
    }

    private static void event(JsonNode row, String at, List<Event> events, List<String> wrong) {
        unknown(row, Set.of("after", "does", "with"), at + ".", wrong);
        String[] does = String.valueOf(Json.text(row, "does")).split(" ", 2);
        List<String> segments = does.length < 2 || !does[1].startsWith("/sandbox/")
                ? List.of()
                : Arrays.stream(does[1].substring("/sandbox/".length()).split("/")).filter(each -> !each.isEmpty()).toList();
        boolean webhook = segments.contains("webhook"); // Would ask an address while the world stands still.
        if (!Set.of("PUT", "POST", "DELETE").contains(does[0]) || segments.isEmpty() || !TOUCHED.contains(segments.getFirst()) || webhook) {
            wrong.add(at + ".does wants PUT, POST or DELETE and a path below /sandbox/ of " + TOUCHED.stream().sorted().toList()
                    + ", such as PUT /sandbox/numbers/5511987650002/two-step");
            return;
        }
        JsonNode with = row.has("with") ? row.path("with") : Json.object();
        if (!with.isObject()) {
            wrong.add(at + ".with wants an object");
        }
        Duration after = after(row, at, wrong);
        events.add(new Event(after, does[0], segments, with));
    }

    private static Duration after(JsonNode row, String at, List<String> wrong) {
        try {
            Duration after = Duration.parse(String.valueOf(Json.text(row, "after")));
            if (!after.isNegative() && after.compareTo(LATEST) <= 0) {
                return after;
            }
        } catch (DateTimeException notOne) {
            // Told below, like one that is too long.
        }
        wrong.add(at + ".after wants a duration from PT0S to ten years, such as PT10M");
        return Duration.ZERO;
    }

    private static void unknown(JsonNode row, Set<String> known, String at, List<String> wrong) {
        row.propertyNames().stream().filter(each -> !known.contains(each)).forEach(each -> wrong.add("there is no " + at + each));
    }
}
