package dev.portway.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Which way fits a number: asks what Meta does not show, one question at a time, and changes nothing. */
@Command(name = "route", mixinStandardHelpOptions = true)
final class Route extends ServerCommand {
    private static final String UNKNOWN = "unknown";

    @Parameters(paramLabel = "NUMBER", descriptionKey = "number")
    String number = "";

    @Option(names = "--from", paramLabel = "WABA")
    @Nullable
    String from;

    @Option(names = "--access", paramLabel = "WHAT", defaultValue = "read")
    String access = "read";

    @Option(names = "--to", paramLabel = "WABA")
    @Nullable
    String to;

    @Option(names = "--answer", paramLabel = "TOPIC=ANSWER")
    Map<String, String> answers = new LinkedHashMap<>();

    @Option(names = "--last-paid", paramLabel = "DAY")
    @Nullable
    String lastPaid;

    @Override
    public Integer call() {
        Api api = api();
        JsonNode found = api.post("/v1/route-finder", inquiry());
        if (!json) {
            found = asked(api, found);
        }
        if (json) {
            System.out.println(found);
        } else {
            new Ways(sentences(screen())).told(found);
        }
        return switch (found.path("result").asString("")) {
            case "best" -> Ended.COMPLETED;
            case "question" -> Ended.WAITS;
            default -> Ended.FAILED;
        };
    }

    /** As long as somebody is there to answer; a step back takes the last answer away. */
    private JsonNode asked(Api api, JsonNode first) {
        JsonNode found = first;
        Deque<String> given = new ArrayDeque<>();
        Ways ways = new Ways(sentences(screen()));
        while (found.path("result").asString("").equals("question") && screen().isTerminal()) {
            JsonNode question = found.path("question");
            ways.question(question);
            Optional<String> typed = Person.read(texts().say(given.isEmpty() ? "route-answer" : "route-answer-or-back"));
            if (typed.isEmpty()) {
                return found;
            }
            if (typed.get().strip().equals("<") && !given.isEmpty()) {
                answers.remove(given.pop());
            } else {
                String topic = question.path("topic").asString();
                Optional<String> answer = chosen(question, typed.get().strip());
                answer.ifPresentOrElse(word -> {
                    answers.put(topic, word);
                    given.push(topic);
                }, () -> ways.notOne(typed.get()));
            }
            found = api.post("/v1/route-finder", inquiry());
        }
        return found;
    }

    /** By its number in the list or its word; nothing typed is "I don't know". */
    static Optional<String> chosen(JsonNode question, String typed) {
        if (typed.isEmpty()) {
            return Optional.of(UNKNOWN);
        }
        JsonNode choices = question.path("choices");
        if (typed.matches("[0-9]{1,2}")) {
            return Optional.of(choices.path(Integer.parseInt(typed) - 1).path("answer").asString("")).filter(word -> !word.isEmpty());
        }
        return choices.valueStream().map(choice -> choice.path("answer").asString()).filter(typed::equals).findFirst();
    }

    /** As the API asks for it. */
    Map<String, Object> inquiry() {
        var inquiry = new LinkedHashMap<String, Object>();
        inquiry.put("number", number);
        if (from != null) {
            inquiry.put("from", Map.of("waba", from, "access", access));
        }
        if (to != null) {
            inquiry.put("to", Map.of("waba", to));
        }
        if (lastPaid != null) {
            inquiry.put("lastPaidOn", lastPaid);
        }
        inquiry.put("zone", Sentences.zone().getId());
        inquiry.put("answers", answers);
        return inquiry;
    }
}
