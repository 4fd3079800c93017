package dev.portway.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What the route finder says, laid out for a terminal: the best way whole, the others in a line each. */
record Ways(Sentences sentences) {
    /** Routes with a command of their own. */
    private static final Set<String> SHORT_WAYS = Set.of("partner-change", "port-out");

    void question(JsonNode question) {
        screen().heading(question.path("text").asString());
        if (!question.path("hint").asString("").isEmpty()) {
            screen().wrapped(question.path("hint").asString());
        }
        int no = 1;
        for (JsonNode choice : question.path("choices")) {
            screen().line("  " + no++ + "  " + choice.path("text").asString() + "  " + screen().faint(choice.path("answer").asString()));
        }
    }

    void notOne(String typed) {
        screen().bad(texts().say("route-not-one", "typed", Screen.inOneLine(typed)));
    }

    void told(JsonNode found) {
        screen().heading(found.path("number").asString());
        switch (found.path("result").asString("")) {
            case "best" -> best(found, found.path("ways").path(0));
            case "question" -> {
                question(found.path("question"));
                screen().note(texts().say("route-give", "topic", found.path("question").path("topic").asString()));
            }
            default -> {
                screen().bad(texts().say("route-nothing"));
                found.path("because").forEach(why -> screen().wrapped(why.path("text").asString()));
            }
        }
        others(found);
        if (found.path("mayShowMore").asBoolean(false)) {
            screen().note(texts().say("route-more"));
        }
    }

    private void best(JsonNode found, JsonNode way) {
        screen().here(way.path("text").asString() + "  " + screen().faint(way.path("way").asString()));
        screen().wrapped(way.path("because").asString());
        screen().note(way.path("changeText").asString());
        if (!way.path("confirm").asString("").isEmpty()) {
            screen().bad(way.path("confirm").asString());
        }
        conditions(way.path("conditions"));
        costs(way);
        screen().heading(texts().say("route-work"));
        screen().wrapped(way.path("costs").path("workText").asString());
        screen().note(command(found.path("number").asString(), way.path("order")));
    }

    /** What to type to order it; what is still to be filled in is left open. */
    static String command(String number, JsonNode order) {
        String route = order.path("route").asString();
        boolean own = SHORT_WAYS.contains(route);
        var words = new StringBuilder("./portway ").append(own ? route : "migrate --route " + route);
        order.path("needs").forEach(field -> {
            String name = field.asString();
            String option = name.startsWith("terms.") ? name.substring("terms.".length()) : name.replace(".waba", "");
            words.append(name.startsWith("terms.") && !own ? " --term " + option + "=…" : " --" + option + " …");
        });
        return words.append(' ').append(number).toString();
    }

    private void conditions(JsonNode conditions) {
        if (conditions.isEmpty()) {
            return;
        }
        screen().heading(texts().say("route-first"));
        for (JsonNode condition : conditions) {
            String text = condition.path("text").asString() + "  " + screen().faint(condition.path("ownerText").asString());
            if (condition.path("known").asString().equals("unmet")) {
                screen().bad(text);
                screen().wrapped(condition.path("todo").asString());
            } else {
                screen().open(text);
            }
        }
    }

    private void costs(JsonNode way) {
        JsonNode costs = way.path("costs");
        screen().heading(texts().say("route-costs"));
        screen().wrapped(costs.path("darkText").asString());
        way.path("calendar").forEach(effect -> screen().wrapped(effect.path("text").asString()));
        Map<String, List<String>> byFate = new LinkedHashMap<>();
        costs.path("assets")
                .forEach(asset -> byFate.computeIfAbsent(asset.path("fateText").asString(), _ -> new ArrayList<>())
                        .add(asset.path("text").asString()));
        byFate.forEach((fate, assets) -> screen().wrapped(String.join(", ", assets) + ": " + fate));
        screen().note(way.path("rule").path("text").asString() + ". " + way.path("rule").path("source").asString());
    }

    /** What may fit, then what does not and why; what does something else than is wanted is left out. */
    private void others(JsonNode found) {
        boolean hasBest = found.path("result").asString("").equals("best");
        List<JsonNode> others = found.path("ways").valueStream().skip(hasBest ? 1 : 0).filter(Ways::isToldOf).toList();
        if (others.isEmpty()) {
            return;
        }
        screen().heading(texts().say("route-others"));
        for (JsonNode way : others) {
            String reason = way.path("reasons").path(0).path("text").asString("");
            String text = way.path("text").asString() + "  " + screen().faint(way.path("way").asString());
            if (reason.isEmpty()) {
                screen().open(text);
                screen().note(way.path("fitText").asString());
            } else {
                screen().skipped(text);
                screen().note(reason);
            }
        }
    }

    private static boolean isToldOf(JsonNode way) {
        return way.path("reasons").valueStream().noneMatch(reason -> reason.path("reason").asString().equals("not-wished"));
    }

    private Screen screen() {
        return sentences.screen();
    }

    private Texts texts() {
        return sentences.texts();
    }
}
