package dev.portway.cli;

import java.io.Console;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Whoever sits at this terminal: is told what to do, once, and asked what can be typed. What is done elsewhere is looked for meanwhile. */
final class Person implements Journey.Answering {
    private final Api api;
    private final Sentences sentences;
    private final Map<String, ?> code;
    private final Set<String> told = new HashSet<>();
    private int triesLeft = Integer.MAX_VALUE;

    /** @param code how the ownership code comes */
    Person(Api api, Sentences sentences, Map<String, ?> code) {
        this.api = api;
        this.sentences = sentences;
        this.code = code;
    }

    @Override
    public boolean answer(JsonNode migration) {
        String task = migration.path("next").path("task").asString("");
        JsonNode next = migration.path("next");
        boolean first = told.add(task + "/" + next.path("subject").asString("") + "/" + next.path("number").asString("") + "/"
                + migration.path("why").path("since"));
        if (first) {
            sentences.task(migration);
        }
        if (!sentences.screen().isTerminal()) {
            return false;
        }
        return task.equals("enter-code") ? enterCode(migration) : !first || asked(migration, task);
    }

    private boolean enterCode(JsonNode migration) {
        tellTries(migration.path("next").path("triesLeft").asInt(Integer.MAX_VALUE));
        Optional<String> typed = read(texts().say("code"));
        typed.ifPresent(
                six -> act(migration, six.isBlank() ? "new-code" : "enter-code", six.isBlank() ? Map.of() : Map.of("code", six.strip())));
        return typed.isPresent();
    }

    /** Only once one was used: nobody is to be frightened before. */
    private void tellTries(int left) {
        if (left < triesLeft && triesLeft != Integer.MAX_VALUE) {
            sentences.screen().note(texts().say("tries-left", "count", left));
        }
        triesLeft = left;
    }

    /** False when nobody is there to answer. */
    private boolean asked(JsonNode migration, String task) {
        if (task.equals("choose-code") && texts().means(read(texts().say("send-code")), "yes")) {
            return act(migration, "choose-code", code);
        }
        if (task.equals("sign-up")) {
            sentences.screen()
                    .note(texts().say("sign-up-open", "page", api.address().server() + "/migrations/" + migration.path("id").asString()));
        }
        Optional<String> asksMore = List.of("accept-losses", "give-name", "give-backup", "sign-up", "confirm")
                .stream()
                .filter(action -> allows(migration, action))
                .findFirst();
        if (asksMore.isPresent()) {
            return answered(migration, asksMore.get(), task);
        }
        if (allows(migration, "accept-drift")) {
            return drifted(migration);
        }
        if (task.equals("decide-doubt")) {
            Optional<String> answer = read(texts().say("did-it"));
            return answer.isPresent() && act(migration, texts().means(answer, "yes") ? "it-happened" : "it-did-not", Map.of());
        }
        if (allows(migration, "state") && !verified(migration)) {
            return stated(migration);
        }
        return !allows(migration, "retry") || read(texts().say("try-again")).isPresent() && act(migration, "retry", Map.of());
    }

    /** Who has no answer may refuse where that is offered; else the journey is left, unless what is asked for can be seen to be done elsewhere. */
    private boolean answered(JsonNode migration, String action, String task) {
        var answers = new Answers(sentences);
        Optional<Map<String, String>> said = switch (action) {
            case "accept-losses" -> answers.words();
            case "give-name" -> answers.name();
            case "give-backup" -> answers.backup();
            case "sign-up" -> answers.signedUp();
            default -> answers.confirmed(task);
        };
        if (said.isPresent()) {
            return act(migration, action, said.get());
        }
        Optional<Map<String, String>> refused = allowed(migration, "refuse").flatMap(answers::refused);
        return refused.map(reason -> act(migration, "refuse", reason)).orElse(action.equals("sign-up") || allows(migration, "recheck"));
    }

    /** Who does not let it pass has it put right: it is seen, whoever does it. */
    private boolean drifted(JsonNode migration) {
        sentences.drift(migration.path("drift"));
        return !texts().means(read(texts().say("let-pass")), "yes")
                || act(migration, "accept-drift", Map.of("mark", migration.path("drift").path("mark").asString("")));
    }

    /** A word is asked for where Meta shows nothing; what Meta shows to be otherwise no word can change. */
    private static boolean verified(JsonNode migration) {
        String check = migration.path("next").path("subject").asString("");
        return migration.path("findings")
                .valueStream()
                .anyMatch(finding -> finding.path("check").asString().equals(check) && finding.path("verdict").asString().equals("fails"));
    }

    private boolean stated(JsonNode migration) {
        return !texts().means(read(texts().say("is-it-so")), "yes") || act(migration, "state", Map.of("check", check(migration)));
    }

    /** What the task is about, where it is about a check. */
    private static String check(JsonNode migration) {
        return migration.path("next").path("check").asString("");
    }

    private static boolean allows(JsonNode migration, String action) {
        return allowed(migration, action).isPresent();
    }

    private static Optional<JsonNode> allowed(JsonNode migration, String action) {
        return migration.path("allowed").valueStream().filter(one -> one.path("action").asString().equals(action)).findFirst();
    }

    /** What is refused is said, and the journey goes on: it may have been overtaken. */
    private boolean act(JsonNode migration, String action, Map<String, ?> input) {
        try {
            api.act(migration, action, aboutItsNumber(migration, action, input));
        } catch (Told refused) {
            sentences.screen().bad(refused.text());
        }
        return true;
    }

    /** Of several numbers, the one it stands at. */
    private static Map<String, ?> aboutItsNumber(JsonNode migration, String action, Map<String, ?> input) {
        String number = migration.path("next").path("number").asString("");
        boolean takesOne = allowed(migration, action).stream()
                .flatMap(one -> one.path("fields").valueStream())
                .anyMatch(field -> field.path("name").asString().equals("number"));
        var all = new LinkedHashMap<String, Object>(input);
        if (takesOne && !number.isEmpty()) {
            all.put("number", number);
        }
        return all;
    }

    private Texts texts() {
        return sentences.texts();
    }

    /** Empty when nobody is there. */
    static Optional<String> read(String question) {
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .flatMap(console -> Optional.ofNullable(console.readLine("  %s", question)));
    }
}
