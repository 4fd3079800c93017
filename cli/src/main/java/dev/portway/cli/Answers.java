package dev.portway.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a person types for an action that asks for more than a yes. Secrets are typed hidden, and never said again.
 *
 * Each is empty when nobody answered, or nothing that could be sent.
 */
record Answers(Sentences sentences) {
    /** Their own words, and no yes: they are kept as they stand. */
    Optional<Map<String, String>> words() {
        return read("words").map(words -> Map.of("words", words));
    }

    /** What a number that is new shall be called. */
    Optional<Map<String, String>> name() {
        return read("display-name").map(name -> Map.of("display-name", name));
    }

    /** What was done, with what shows it. */
    Optional<Map<String, String>> confirmed(String task) {
        if (!texts().means(Person.read(texts().say("is-it-so")), "yes")) {
            return Optional.empty();
        }
        var said = new LinkedHashMap<>(Map.of("task", task));
        read("note").ifPresent(note -> said.put("note", note));
        return Optional.of(said);
    }

    /** Why it is refused, as one of the reasons there are. */
    Optional<Map<String, String>> refused(JsonNode action) {
        if (!texts().means(Person.read(texts().say("refuse")), "yes")) {
            return Optional.empty();
        }
        var reasons = action.path("fields").path(0).path("oneOf").valueStream().map(JsonNode::asString).toList();
        return read("reason", String.join(", ", reasons)).filter(reasons::contains).map(reason -> {
            var said = new LinkedHashMap<>(Map.of("reason", reason));
            read("note").ifPresent(note -> said.put("note", note));
            return said;
        });
    }

    /** A file, the password it was exported with, and the number's own PIN if it has one. */
    Optional<Map<String, String>> backup() {
        Optional<String> backup = read("backup-file").flatMap(this::file);
        Optional<String> password = backup.flatMap(_ -> hidden("backup-password"));
        return password.map(typed -> {
            var said = new LinkedHashMap<>(Map.of("backup", backup.orElse(""), "backup-password", typed));
            hidden("backup-pin").ifPresent(pin -> said.put("pin", pin));
            return said;
        });
    }

    /** How Meta's window closed, when nobody's page handed it over. */
    Optional<Map<String, String>> signedUp() {
        return read("sign-up-event").map(event -> {
            var said = new LinkedHashMap<>(Map.of("event", event));
            if (event.startsWith("FINISH")) {
                hidden("sign-up-code").ifPresent(code -> said.put("signup-code", code));
            } else {
                read("sign-up-left").ifPresent(screen -> said.put("left-at", screen));
            }
            return said;
        });
    }

    private Optional<String> file(String name) {
        try {
            return Optional.of(Files.readString(Path.of(name)));
        } catch (IOException | InvalidPathException unreadable) {
            sentences.screen().bad(texts().say("file-unreadable", "file", name));
            return Optional.empty();
        }
    }

    private Optional<String> read(String key, Object... choices) {
        String question = choices.length == 0 ? texts().say(key) : texts().say(key, "choices", choices[0]);
        return Person.read(question).map(String::strip).filter(typed -> !typed.isEmpty());
    }

    private Optional<String> hidden(String key) {
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .flatMap(console -> Optional.ofNullable(console.readPassword("  %s", texts().say(key))))
                .map(typed -> String.valueOf(typed).strip())
                .filter(typed -> !typed.isEmpty());
    }

    private Texts texts() {
        return sentences.texts();
    }
}
