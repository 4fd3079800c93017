package dev.portway.cli;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
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
    private final Sentences sentences;
    private final Predicate<JsonNode> worthTelling;
    private final Set<String> told = new HashSet<>();

    Journey(Api api, Sentences sentences) {
        this(api, sentences, _ -> true);
    }

    /** @param worthTelling of the steps that hold or need not be done */
    Journey(Api api, Sentences sentences, Predicate<JsonNode> worthTelling) {
        this.api = api;
        this.sentences = sentences;
        this.worthTelling = worthTelling;
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
            throw Api.interrupted(sentences.texts());
        }
    }

    private void tell(JsonNode migration) {
        for (JsonNode step : migration.path("steps")) {
            String state = step.path("state").asString();
            if ((state.equals("held") || state.equals("skipped")) && worthTelling.test(step)
                    && told.add(step.path("name").asString())) {
                sentences.step(step);
            }
        }
        sentences.screen().waiting(sentences.next(migration));
    }
}
