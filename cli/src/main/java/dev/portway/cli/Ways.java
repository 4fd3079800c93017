package dev.portway.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What the route finder says, laid out for a terminal: the best way whole, the others in a line each. */
record Ways(Sentences sentences) {
    /** Routes with a command of their own. */
    private static final Set<String> SHORT_WAYS = Set.of("partner-change", "port-out");

    /** At a terminal: answered by the number before it. */
    void question(JsonNode question) {
        posed(question);
        int no = 1;
        for (JsonNode choice : question.path("choices")) {
            screen().line("  " + no++ + "  " + choice.path("text").asString() + "  " + screen().faint(choice.path("answer").asString()));
        }
    }

    private void posed(JsonNode question) {
        screen().heading(question.path("text").asString());
        if (!question.path("hint").asString("").isEmpty()) {
            screen().wrapped(question.path("hint").asString());
        }
    }

    /** Where nobody is asked: answered by an option of the next call. */
    private void toBeGiven(JsonNode question) {
        posed(question);
        screen().note(texts().say("route-give"));
        String topic = question.path("topic").asString();
        screen().table(question.path("choices")
                .valueStream()
                .map(choice -> List.of("  --answer " + topic + "=" + choice.path("answer").asString(), choice.path("text").asString()))
                .toList());
    }

    void notOne(String typed) {
        screen().bad(texts().say("route-not-one", "typed", Screen.inOneLine(typed)));
    }

    void told(JsonNode found) {
        screen().heading(found.path("number").asString());
        switch (found.path("result").asString("")) {
            case "best" -> best(found, found.path("ways").path(0));
            case "question" -> toBeGiven(found.path("question"));
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

    /** What fits, what may in one line, then what does not and why; what does something else than is wanted is left out. */
    private void others(JsonNode found) {
        boolean hasBest = found.path("result").asString("").equals("best");
        List<JsonNode> others = found.path("ways").valueStream().skip(hasBest ? 1 : 0).filter(Ways::isToldOf).toList();
        if (others.isEmpty()) {
            return;
        }
        screen().heading(texts().say(hasBest ? "route-others" : "route-all"));
        others.stream().filter(way -> !isOpen(way) && reason(way).isEmpty()).forEach(way -> {
            screen().good(named(way));
            screen().note(way.path("fitText").asString());
        });
        open(others.stream().filter(Ways::isOpen).toList());
        others.stream().filter(way -> !reason(way).isEmpty()).forEach(way -> {
            screen().skipped(named(way));
            screen().note(reason(way));
        });
    }

    /** Which they are, and what decides: not one of them can be said to fit or not. */
    private void open(List<JsonNode> ways) {
        if (!ways.isEmpty()) {
            screen().open(texts().say("route-open", "topics", joined(ways.stream().flatMap(way -> way.path("asks").valueStream())), "ways",
                    joined(ways.stream().map(way -> way.path("way")))));
        }
    }

    private static String joined(Stream<JsonNode> words) {
        return words.map(JsonNode::asString).distinct().collect(Collectors.joining(", "));
    }

    private static boolean isOpen(JsonNode way) {
        return way.path("fit").asString("").equals("unknown");
    }

    private static String reason(JsonNode way) {
        return way.path("reasons").path(0).path("text").asString("");
    }

    private String named(JsonNode way) {
        return way.path("text").asString() + "  " + screen().faint(way.path("way").asString());
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
