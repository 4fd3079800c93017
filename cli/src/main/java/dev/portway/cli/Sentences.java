package dev.portway.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What the API says, laid out for people. The words are the API's own. */
record Sentences(Screen screen, Texts texts) {
    /** Whose move it is, or what is waited for, in one line. */
    String next(JsonNode migration) {
        JsonNode next = migration.path("next");
        String text = next.path("text").asString("");
        return switch (next.path("kind").asString("")) {
            case "ask" -> text + " (" + migration.path("waitsForText").asString("") + ")";
            case "wait" -> text + " " + texts.say("until", "time", time(next.path("lookAgain").asString("")));
            default -> text;
        };
    }

    /** What somebody is to do, and where they click. */
    void task(JsonNode migration) {
        JsonNode next = migration.path("next");
        screen.open(next(migration));
        screen.wrapped(next.path("todo").asString(""));
        if (!next.path("link").asString("").isEmpty()) {
            screen.note(next.path("link").asString());
        }
    }

    /** What the checks saw: first what stands in the way, then what nobody could see. */
    void findings(JsonNode findings) {
        findings(findings, "");
    }

    /** The same, of a check that nobody repeats by itself. */
    void checked(JsonNode checked) {
        findings(checked.path("findings"), checked.path("lookAgain").asString(""));
    }

    /** @param again when asking again may show what could not be seen; empty when there is no such thing */
    private void findings(JsonNode findings, String again) {
        findings.valueStream().sorted(Comparator.comparingInt(Sentences::urgency)).forEach(this::finding);
        long fails = findings.valueStream().filter(finding -> finding.path("verdict").asString().equals("fails")).count();
        long asked = findings.valueStream().filter(Sentences::asked).count();
        screen.line("");
        String clear = again.isEmpty() ? texts.say("clear") : texts.say("look-again", "time", time(again));
        String open = asked == 0 ? clear : texts.say("asked", "count", asked);
        screen.line("  " + (fails == 0 ? open : texts.say("not-clear", "count", fails, "all", findings.size())));
        screen.note(texts.say("seen-at", "time", time(findings.path(0).path("at").asString(""))));
    }

    /** How many there are of each kind, where those that matter are told one by one as they are met. */
    void counted(JsonNode findings) {
        long fails = findings.valueStream().filter(finding -> finding.path("verdict").asString().equals("fails")).count();
        long asked = findings.valueStream().filter(Sentences::asked).count();
        screen.good(texts.say("counted", "all", findings.size(), "fails", fails, "asked", asked));
    }

    /** A check in the words of its finding. */
    String named(JsonNode findings, String check) {
        return findings.valueStream()
                .filter(finding -> finding.path("check").asString("").equals(check))
                .map(finding -> finding.path("text").asString(check))
                .findFirst()
                .orElse(check);
    }

    private static int urgency(JsonNode finding) {
        return asked(finding) ? 1 : List.of("fails", "", "unknown", "warns", "holds").indexOf(finding.path("verdict").asString());
    }

    /** Nobody could see it, and somebody may know. */
    static boolean asked(JsonNode finding) {
        return finding.path("verdict").asString().equals("unknown") && finding.path("statable").asBoolean(false);
    }

    private void finding(JsonNode finding) {
        String value = finding.path("because").asString(finding.path("valueText").asString(""));
        String text = finding.path("text").asString() + "  " + screen.faint(value);
        switch (finding.path("verdict").asString()) {
            case "holds" -> screen.good(text);
            case "fails" -> screen.bad(text);
            default -> screen.open(text);
        }
        if (finding.path("verdict").asString().equals("fails") || asked(finding)) {
            screen.wrapped(texts.say("who", "party", finding.path("ownerText").asString("")) + ". " + finding.path("remedy").asString(""));
            if (!finding.path("link").asString("").isEmpty()) {
                screen.note(finding.path("link").asString());
            }
            screen.note(evidence(finding));
        } else if (told(finding)) {
            screen.note(evidence(finding));
        }
    }

    /** From whom and where it is known, and when where that is not when everything was looked at. */
    private String evidence(JsonNode finding) {
        String who = finding.path("sourceText").asString("");
        String where = finding.path("where").asString("");
        String known = who.isEmpty() ? where : texts.say("seen-by", "who", who, "where", where);
        return told(finding) ? known + ", " + texts.say("told-at", "time", time(finding.path("at").asString(""))) : known;
    }

    private static boolean told(JsonNode finding) {
        return finding.path("source").asString("").startsWith("webhook");
    }

    /** A step that holds, or need not be done. */
    void step(JsonNode step) {
        String skipped = step.path("skippedText").asString("");
        String text = step.path("text").asString();
        if (!skipped.isEmpty()) {
            screen.skipped(text + "  " + screen.faint(texts.say("not-needed", "reason", skipped)));
        } else {
            screen.good(text + (step.path("pointOfNoReturn").asBoolean(false) ? " — " + texts.say("only-forward") : "") + "  "
                    + screen.faint(took(step)));
        }
    }

    /** From its first attempt to the instant from which it held; empty for what took no time that anybody would notice. */
    private static String took(JsonNode step) {
        String began = step.path("startedAt").asString("");
        String ended = step.path("endedAt").asString("");
        Duration took = began.isEmpty() || ended.isEmpty() ? Duration.ZERO : Duration.between(Instant.parse(began), Instant.parse(ended));
        return took.toMillis() < 100 ? "" : Screen.seconds(took);
    }

    /** All steps of the route, as a list with signs. */
    void steps(JsonNode steps) {
        screen.heading(texts.say("steps"));
        for (JsonNode step : steps) {
            switch (step.path("state").asString()) {
                case "held", "skipped" -> step(step);
                case "standing", "stopped" -> screen.here(step.path("text").asString());
                default -> screen.ahead(step.path("text").asString());
            }
        }
    }

    /** What is no longer as it was at the check, with what was and what is. */
    void drift(JsonNode drift) {
        if (drift.path("differences").isEmpty()) {
            return;
        }
        screen.heading(texts.say("drift"));
        for (JsonNode one : drift.path("differences")) {
            String about = one.path("about").asString("");
            String what = one.path("text").asString() + (about.isEmpty() ? "" : " " + about);
            String line = texts.say("was-is", "what", what, "was", one.path("wasText").asString(), "is", one.path("isText").asString());
            switch (one.path("state").asString()) {
                case "stops" -> screen.bad(line);
                case "open" -> screen.open(line);
                default -> screen.good(line);
            }
        }
        screen.note(texts.say("seen-at", "time", time(drift.path("lookedAt").asString(""))));
    }

    /** What the checks say otherwise than they did, and since when. */
    void changes(JsonNode answer) {
        String since = time(answer.path("since").asString(""));
        if (answer.path("changes").isEmpty()) {
            screen.line(texts.say("changes-none", "time", since));
            return;
        }
        screen.heading(texts.say("changes", "time", since));
        for (JsonNode one : answer.path("changes")) {
            String number = one.path("number").asString("");
            String what = one.path("text").asString() + (number.isEmpty() ? "" : " " + number);
            String line = texts.say("was-is", "what", what, "was", word(one.path("was")), "is", word(one.path("is")));
            switch (one.path("is").path("verdict").asString()) {
                case "holds" -> screen.good(line);
                case "fails" -> screen.bad(line);
                default -> screen.open(line);
            }
            screen.note(texts.say("seen-at", "time", time(one.path("is").path("since").asString(""))));
        }
    }

    /** A check that nobody could make saw nothing that could stand beside its verdict. */
    private static String word(JsonNode said) {
        String value = said.path("valueText").asString("");
        String verdict = said.path("verdictText").asString("");
        return value.isEmpty() || said.path("verdict").asString().equals("unknown") ? verdict : verdict + " (" + value + ")";
    }

    /** What moved, what did not and why, how long it was dark, who pays. */
    void summary(JsonNode report) {
        screen.heading(texts.say("summary", "status", report.path("statusText").asString()));
        report.path("moved").forEach(moved -> screen.good(texts.say("moved", "what", moved.path("text").asString())));
        report.path("stayed")
                .forEach(stayed -> screen.note(
                        texts.say("stayed", "what", stayed.path("text").asString(), "reason", stayed.path("reasonText").asString())));
        JsonNode templates = report.path("templates");
        if (templates.isObject()) {
            screen.line("  " + texts.say("templates", "source", templates.path("source"), "carried", templates.path("carried"), "pending",
                    templates.path("pending"), "failed", templates.path("failed"), "stayed", templates.path("stayed")));
        }
        report.path("numbers").forEach(this::number);
        int calls = report.path("attempts").valueStream().mapToInt(JsonNode::asInt).sum();
        if (calls > 0) {
            screen.note(texts.say("calls", "count", calls));
        }
    }

    private void number(JsonNode number) {
        JsonNode dark = number.path("darkMillis");
        String name = number.path("number").asString();
        screen.line("  " + (dark.isNumber()
                ? texts.say("dark", "number", name, "time", dark.asLong() + " ms")
                : texts.say("dark-unknown", "number", name)));
        screen.line("  " + texts.say("pays-" + number.path("payer").asString(), "time", time(number.path("payerSince").asString(""))));
    }

    static String numbers(JsonNode migration) {
        return migration.path("numbers").valueStream().map(JsonNode::asString).collect(Collectors.joining(" "));
    }

    /** One line of the list. */
    List<String> row(JsonNode migration) {
        return List.of(migration.path("id").asString(), numbers(migration), migration.path("statusText").asString(),
                migration.path("waitsForText").asString(""), migration.path("stepText").asString(""));
    }

    List<String> head() {
        return List.of(texts.say("head-id"), texts.say("head-number"), texts.say("head-status"), texts.say("head-waits"),
                texts.say("head-step"));
    }

    /** An instant in the reader's zone, if TZ names one; else in UTC. It says which. */
    String time(String instant) {
        return instant.isEmpty()
                ? ""
                : DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss z", texts.spoken()).withZone(zone()).format(Instant.parse(instant));
    }

    static ZoneId zone() {
        try {
            return ZoneId.of(System.getenv().getOrDefault("TZ", "UTC"));
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }
}
