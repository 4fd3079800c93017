package dev.portway.cli;

import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Plays the people in the demo: the owner of the number, whoever has the phone, whoever knows what Graph does not show. */
final class Cast implements Journey.Answering {
    /** More than any good journey needs; one that asks again and again goes nowhere. */
    private static final int MOST_ANSWERS = 20;

    private final Rehearsal rehearsal;
    private final Sentences sentences;
    private final Screen screen;
    private int answers;
    private boolean told;

    Cast(Rehearsal rehearsal, Sentences sentences) {
        this.rehearsal = rehearsal;
        this.sentences = sentences;
        this.screen = sentences.screen();
    }

    @Override
    public boolean answer(JsonNode migration) {
        if (++answers > MOST_ANSWERS) {
            return false;
        }
        if (!told) {
            told = true;
            sentences.counted(migration.path("findings"));
        }
        JsonNode next = migration.path("next");
        sentences.task(migration);
        String check = next.path("check").asString("");
        return switch (next.path("task").asString()) {
            case "enter-code" -> enterCode(migration);
            case "confirm-two-step-off" -> state(migration, check);
            default -> check.equals("two-step-off") ? turnOff(migration) : state(migration, check);
        };
    }

    private boolean turnOff(JsonNode migration) {
        screen.note(sentences.texts().say("demo-owner"));
        rehearsal.sandbox().put("/sandbox/numbers/" + number() + "/two-step", Map.of("enabled", false));
        try {
            return told(migration, "recheck", Map.of());
        } catch (Told overtaken) {
            return true; // Graph's webhook was faster: it is looked at already, and asking for it is no longer offered
        }
    }

    private boolean enterCode(JsonNode migration) {
        JsonNode messages = rehearsal.sandbox().get("/sandbox/phones/" + number() + "/inbox").path("messages");
        Optional<JsonNode> latest = messages.valueStream()
                .filter(message -> !message.path("code").asString("").isEmpty())
                .reduce((_, last) -> last);
        if (latest.isEmpty()) {
            return true;
        }
        screen.note(sentences.texts().say("demo-phone", "text", latest.get().path("text").asString()));
        return told(migration, "enter-code", Map.of("code", latest.get().path("code").asString()));
    }

    private boolean state(JsonNode migration, String check) {
        boolean statable = migration.path("allowed").valueStream().anyMatch(action -> action.path("action").asString().equals("state"));
        if (!statable) {
            return false;
        }
        screen.note(sentences.texts().say("demo-states", "what", sentences.named(migration.path("findings"), check)));
        return told(migration, "state", Map.of("check", check));
    }

    private boolean told(JsonNode migration, String action, Map<String, ?> input) {
        rehearsal.server().act(migration, action, input);
        return true;
    }

    private String number() {
        return rehearsal.env().path("migratableNumber").asString();
    }
}
