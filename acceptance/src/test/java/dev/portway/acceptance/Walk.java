package dev.portway.acceptance;

import dev.portway.acceptance.Way.Case;
import dev.portway.acceptance.Way.Whose;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
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
    /** Tasks that nobody answers for now. */
    private final Map<Case, String> silent = new HashMap<>();
    private final Map<Case, String> ends = new HashMap<>();
    private final Map<Case, List<String>> asked = new LinkedHashMap<>();

    Walk(TwoProviders here) {
        this.here = here;
        this.people = new Everybody(here.sandbox(), here.sandbox().env().path("appId").asString());
    }

    /** Where a migration stands. */
    record State(String status, String kind, String task, String subject, Duration pause) {
        static State of(JsonNode migration) {
            JsonNode next = migration.path("next");
            String until = next.path("lookAgain").asString("");
            return new State(migration.path("status").asString(), next.path("kind").asString(), next.path("task").asString(""),
                    next.path("subject").asString(""),
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
        asked.put(one, new ArrayList<>());
    }

    /** Nobody answers this task of this one until everybody answers. */
    void silentAt(Case one, String task) {
        silent.put(one, task);
    }

    boolean isSilent(Case one, State state) {
        return state.task().equals(silent.get(one));
    }

    void everybodyAnswers(Set<Case> asked) {
        silent.keySet().removeAll(asked);
    }

    Set<Case> cases() {
        return ids.keySet();
    }

    /** What was asked on this way, each once. */
    List<String> asked(Case one) {
        return asked.getOrDefault(one, List.of());
    }

    /** How those ended that have, as it was seen. */
    Map<Case, String> ends() {
        return Map.copyOf(ends);
    }

    boolean haveEnded() {
        return ends.keySet().containsAll(ids.keySet());
    }

    /** Everybody answers what is asked, until each of them has come to where it should be; whoever has is not looked at again. */
    void until(Server server, String what, Duration limit, Predicate<State> there) {
        untilEach(server, what, limit, (_, state) -> there.test(state));
    }

    /** Where somebody should be. */
    interface There {
        boolean is(Case one, State state);

        /** Before each look at all of them. */
        default void look() {}
    }

    void untilEach(Server server, String what, Duration limit, There there) {
        var arrived = new HashSet<Case>();
        var left = new LinkedHashMap<Case, State>();
        try {
            server.process().until(what, limit, () -> {
                left.clear();
                there.look();
                Map<String, JsonNode> lines = lines(server);
                ids.forEach((one, id) -> {
                    if (!arrived.contains(one)) {
                        look(one, id, server, Optional.ofNullable(lines.get(id)), there)
                                .ifPresentOrElse(state -> left.put(one, state), () -> arrived.add(one));
                    }
                });
                return left.isEmpty();
            });
        } catch (AssertionError late) {
            throw new AssertionError(late.getMessage() + "\nNot there yet: " + left, late);
        }
    }

    /** Where it stands, unless it is where it should be. */
    private Optional<State> look(Case one, String id, Server server, Optional<JsonNode> line, There there) {
        Optional<String> over = line.map(seen -> seen.path("status").asString()).filter(ENDED::contains);
        over.ifPresent(status -> ends.put(one, status));
        if (over.isPresent() && there.is(one, new State(over.orElseThrow(), "done", "", "", Duration.ZERO))) {
            return Optional.empty();
        }
        JsonNode migration = here.migration(one, id, server);
        State state = State.of(migration);
        if (state.ended()) {
            ends.put(one, state.status());
        }
        if (there.is(one, state)) {
            return Optional.empty();
        }
        if (state.asks() && !isSilent(one, state)) {
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
            asked.computeIfAbsent(one, _ -> new ArrayList<>()).add(task);
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
