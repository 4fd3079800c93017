package dev.portway.acceptance;

import dev.portway.acceptance.Way.Case;
import dev.portway.acceptance.Way.Whose;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Migrations on their ways, and the people who answer what is asked, over the API. A server may be another one at each look. */
final class Walk {
    /** An answer that changed nothing, for what is seen late, is given again after this. */
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(4);
    /** Longer than anything here takes by itself. */
    private static final Duration LONG = Duration.ofMinutes(3);
    private static final Set<String> ENDED = Set.of("completed", "withdrawn", "expired", "failed");

    private final TwoProviders here;
    private final Everybody people;
    private final Map<Case, String> ids = new LinkedHashMap<>();
    private final Map<String, Long> answered = new HashMap<>();
    private final Map<Case, String> ends = new HashMap<>();

    Walk(TwoProviders here) {
        this.here = here;
        this.people = new Everybody(here.sandbox(), here.sandbox().env().path("appId").asString());
    }

    /** Where a migration stands. */
    record State(String status, String kind, String task, Duration pause) {
        static State of(JsonNode migration) {
            JsonNode next = migration.path("next");
            String until = next.path("lookAgain").asString("");
            return new State(migration.path("status").asString(), next.path("kind").asString(), next.path("task").asString(""),
                    until.isEmpty()
                            ? Duration.ZERO
                            : Duration.between(Instant.parse(migration.path("now").asString()), Instant.parse(until)));
        }

        boolean ended() {
            return ENDED.contains(status);
        }

        boolean asks() {
            return kind.equals("ask");
        }

        /** For minutes or weeks. */
        boolean waitsForTheClock() {
            return kind.equals("wait") && pause.compareTo(LONG) > 0;
        }
    }

    void begin(Case one, Server server) {
        ids.put(one, here.placed(one, server));
    }

    Set<Case> cases() {
        return ids.keySet();
    }

    /** How those ended that have, as it was seen. */
    Map<Case, String> ends() {
        return Map.copyOf(ends);
    }

    boolean haveEnded() {
        return ends.keySet().containsAll(ids.keySet());
    }

    /** Everybody answers what is asked, until each of them is where it should be. */
    void until(Server server, String what, Duration limit, Predicate<State> there) {
        var left = new LinkedHashMap<Case, State>();
        try {
            server.process().until(what, limit, () -> {
                left.clear();
                Map<String, JsonNode> lines = lines(server);
                ids.forEach((one, id) -> look(one, id, server, Optional.ofNullable(lines.get(id)), there)
                        .ifPresent(state -> left.put(one, state)));
                return left.isEmpty();
            });
        } catch (AssertionError late) {
            throw new AssertionError(late.getMessage() + "\nNot there yet: " + left, late);
        }
    }

    /** Where it stands, unless it is where it should be. */
    private Optional<State> look(Case one, String id, Server server, Optional<JsonNode> line, Predicate<State> there) {
        Optional<String> over = line.map(seen -> seen.path("status").asString()).filter(ENDED::contains);
        over.ifPresent(status -> ends.put(one, status));
        if (over.isPresent() && there.test(new State(over.orElseThrow(), "done", "", Duration.ZERO))) {
            return Optional.empty();
        }
        JsonNode migration = here.migration(one, id, server);
        State state = State.of(migration);
        if (there.test(state)) {
            return Optional.empty();
        }
        if (state.asks()) {
            answer(one, id, server, migration);
        }
        return Optional.of(state);
    }

    private void answer(Case one, String id, Server server, JsonNode migration) {
        JsonNode next = migration.path("next");
        String task = next.path("task").asString();
        String key = id + " " + task + " " + next.path("subject").asString("") + " " + next.path("number").asString("") + " "
                + migration.path("why").path("since").asString("");
        long now = System.nanoTime();
        Long before = answered.get(key);
        if (before != null && now - before < AGAIN_AFTER.toNanos()) {
            return;
        }
        people.reply(one, migration).ifPresent(reply -> {
            answered.put(key, now);
            here.as(one.way().provider(), server).post("/v1/migrations/" + id + "/actions/" + reply.action(), reply.input());
        });
    }

    private Map<String, JsonNode> lines(Server server) {
        var lines = new HashMap<String, JsonNode>();
        for (Whose provider : Whose.values()) {
            String after = "";
            do {
                JsonNode page = here.as(provider, server).get("/v1/migrations?limit=100" + after).json();
                page.path("migrations").forEach(line -> lines.put(line.path("id").asString(), line));
                after = page.path("next").isString() ? "&after=" + page.path("next").asString() : "";
            } while (!after.isEmpty());
        }
        return lines;
    }
}
