package dev.portway.sandbox.control;

import dev.portway.sandbox.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Worlds as they were at instants that somebody marked, to be compared or gone back to. Kept as text: a world is large. */
public final class Marks {

    /** The eleventh pushes out the oldest. */
    private static final int MOST = 10;

    /** One instant. */
    record Mark(String name, Instant at, String saved) {

        JsonNode tree() {
            return Json.lenient(saved.getBytes(StandardCharsets.UTF_8));
        }
    }

    private final Map<String, Mark> marks = new LinkedHashMap<>();

    synchronized void set(String name, Instant at, JsonNode saved) {
        marks.remove(name);
        marks.put(name, new Mark(name, at, Json.text(saved)));
        if (marks.size() > MOST) {
            marks.remove(marks.keySet().iterator().next());
        }
    }

    synchronized Optional<Mark> named(String name) {
        return Optional.ofNullable(marks.get(name));
    }

    synchronized Map<String, Instant> all() {
        Map<String, Instant> all = new LinkedHashMap<>();
        marks.forEach((name, mark) -> all.put(name, mark.at()));
        return all;
    }
}
