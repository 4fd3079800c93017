package dev.portway.cli;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/** Follows a migration to its end and tells each step as it comes to hold. */
final class Journey {
    private static final Duration LOOKS_EVERY = Duration.ofMillis(300);
    private static final Set<String> ENDED = Set.of("completed", "withdrawn", "expired", "failed");

    /** Whoever answers when a person is needed. */
    interface Answering {
        /** Does what is asked. False when nobody here can: the journey is left. */
        boolean answer(JsonNode migration);
    }

    private final Api api;
    private final Screen screen;
    private final Set<String> told = new HashSet<>();

    Journey(Api api, Screen screen) {
        this.api = api;
        this.screen = screen;
    }

    /** Returns it as it is when it ended, or when nobody here could answer. */
    JsonNode follow(String id, Answering answering) {
        while (true) {
            JsonNode migration = api.migration(id);
            tell(migration);
            if (ENDED.contains(migration.path("status").asString())) {
                return migration;
            }
            boolean asks = migration.path("next").path("kind").asString().equals("ask");
            if (asks && !answering.answer(migration)) {
                return migration;
            }
            pause();
        }
    }

    static boolean ended(JsonNode migration) {
        return ENDED.contains(migration.path("status").asString());
    }

    private void pause() {
        LockSupport.parkNanos(LOOKS_EVERY.toNanos());
        if (Thread.interrupted()) {
            throw Api.interrupted();
        }
    }

    private void tell(JsonNode migration) {
        for (JsonNode step : migration.path("steps")) {
            String state = step.path("state").asString();
            if ((state.equals("held") || state.equals("skipped")) && told.add(step.path("name").asString())) {
                tellStep(step, state);
            }
        }
        screen.waiting(Sentences.next(migration));
    }

    private void tellStep(JsonNode step, String state) {
        String reason = step.path("skipped").asString("");
        screen.good(Sentences.plain(step.path("name").asString())
                + (state.equals("skipped") ? " (not needed: " + Sentences.plain(reason) + ")" : "")
                + (step.path("pointOfNoReturn").asBoolean(false) ? "  — from here there is only forward" : ""));
    }
}
