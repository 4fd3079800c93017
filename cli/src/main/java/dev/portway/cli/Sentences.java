package dev.portway.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What the API says, as sentences and tables for people. */
final class Sentences {
    private static final Map<String, String> OWNERS = Map.of("client", "the client", "origin", "the provider it leaves", "provider", "you",
            "meta", "Meta", "portway", "Portway");
    private static final Map<String, String> TASKS = Map.of("submit", "say that it may begin", "clear-the-way", "clear the way",
            "set-up-payment", "set up payment at the destination", "turn-off-two-step",
            "turn two-step verification off in WhatsApp Manager",
            "confirm-two-step-off", "confirm that two-step verification is off", "choose-code", "choose how the code comes", "enter-code",
            "enter the code that was sent to the phone", "schedule", "choose another window", "mend", "mend what Meta refused");

    private Sentences() {}

    static String plain(String word) {
        return word.replace('-', ' ');
    }

    static String owner(String party) {
        return OWNERS.getOrDefault(party, party);
    }

    static String next(JsonNode migration) {
        JsonNode next = migration.path("next");
        return switch (next.path("kind").asString()) {
            case "ask" -> "waits for " + owner(next.path("owner").asString()) + " to " + task(next);
            case "call" -> "asking Meta: " + plain(next.path("task").asString());
            case "wait" -> "waiting (" + plain(next.path("task").asString()) + ") until " + next.path("lookAgain").asString("");
            default -> plain(migration.path("status").asString());
        };
    }

    static String task(JsonNode next) {
        String task = next.path("task").asString();
        String subject = next.path("subject").asString("");
        return TASKS.getOrDefault(task, plain(task)) + (subject.isEmpty() ? "" : " (" + plain(subject) + ")");
    }

    /** What the checks saw. */
    static void findings(Screen screen, JsonNode findings) {
        for (JsonNode finding : findings) {
            String text = plain(finding.path("check").asString()) + ": " + finding.path("value").asString("") + "  ["
                    + finding.path("where").asString("")
                    + "]";
            switch (finding.path("verdict").asString()) {
                case "holds" -> screen.good(text);
                case "fails" -> screen.bad(text + " — " + owner(finding.path("owner").asString()) + " can change that");
                default -> screen.open(text);
            }
        }
    }

    /** What moved, what did not and why, how long it was dark, who pays. */
    static void summary(Screen screen, JsonNode report) {
        screen.heading("What became of it: " + plain(report.path("status").asString()));
        report.path("moved").forEach(moved -> screen.good("moved: " + moved.path("text").asString()));
        report.path("stayed")
                .forEach(stayed -> screen.note("stayed: " + plain(stayed.path("what").asString()) + " ("
                        + plain(stayed.path("reason").asString()) + ")"));
        JsonNode templates = report.path("templates");
        if (templates.isObject()) {
            screen.line("  templates: " + templates.path("source").asInt() + " at the source, " + templates.path("carried").asInt()
                    + " carried, "
                    + templates.path("failed").asInt() + " failed, " + templates.path("stayed").asInt() + " that do not travel");
        }
        report.path("numbers").forEach(number -> number(screen, number));
        var attempts = new ArrayList<String>();
        report.path("attempts").properties().forEach(act -> attempts.add(plain(act.getKey()) + " " + act.getValue().asInt()));
        screen.line("  calls: " + String.join(", ", attempts));
    }

    private static void number(Screen screen, JsonNode number) {
        JsonNode dark = number.path("darkMillis");
        screen.line("  " + number.path("number").asString() + " could not send for "
                + (dark.isNumber() ? dark.asLong() + " ms" : "an unknown time (" + number.path("darkNote").asString("") + ")"));
        if (!number.path("payerSince").asString("").isEmpty()) {
            screen.line("  the " + number.path("payer").asString() + " pays from " + number.path("payerSince").asString());
        }
    }

    static List<String> row(JsonNode migration) {
        var numbers = new ArrayList<String>();
        migration.path("numbers").forEach(number -> numbers.add(number.asString()));
        return List.of(migration.path("id").asString(), String.join(" ", numbers), plain(migration.path("status").asString()),
                owner(migration.path("waitsFor").asString("")), plain(migration.path("step").asString("")));
    }
}
