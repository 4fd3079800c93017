package dev.portway.console;

import dev.portway.finder.Topic;
import dev.portway.finder.Value;
import dev.portway.finder.Way;
import dev.portway.finder.look.Found;
import dev.portway.intake.Asked;
import dev.portway.intake.RouteAsked;
import dev.portway.migration.Ends;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far somebody has come with the route finder. All of it is in the page's address, so that the browser's own way back works, and nothing is kept.
 *
 * <pre>
 * number · to · from · access ── then one for each question, in the order in which they were answered: wish=come · place=cloud-api · …
 * asked: the question whose page was just sent
 * </pre>
 */
record RouteWizard(Map<String, String> typed) {
    static final String PATH = "/migrations/route";
    private static final List<String> FIELDS = List.of("number", "from", "to", "access");
    private static final String ASKED = "asked";

    RouteWizard {
        typed = Collections.unmodifiableMap(new LinkedHashMap<>(typed));
    }

    /** What is no answer is none: its question is asked again. */
    static RouteWizard of(Map<String, String> parameters) {
        var kept = new LinkedHashMap<String, String>();
        NewMigration typed = NewMigration.of(parameters);
        Stream.concat(FIELDS.stream(), Stream.of(ASKED)).filter(parameters::containsKey).forEach(name -> kept.put(name, typed.get(name)));
        parameters.forEach((name, value) -> {
            boolean answer = Topic.named(name)
                    .filter(topic -> value.equals(RouteAsked.UNKNOWN) || topic.value(value).isPresent())
                    .isPresent();
            if (answer) {
                kept.put(name, value);
            }
        });
        return new RouteWizard(kept);
    }

    boolean isBegun() {
        return typed.containsKey("number");
    }

    /** The form of the first page, as it was filled in. */
    NewMigration form() {
        var form = new LinkedHashMap<>(typed);
        form.putIfAbsent("access", "none");
        return new NewMigration(form);
    }

    RouteAsked asked(ZoneId zone) {
        return new RouteAsked(given("number"), new Asked.From(given("from"), given("access")), new Asked.To(given("to")), answers(), null,
                null,
                zone.getId());
    }

    private @Nullable String given(String field) {
        return typed.getOrDefault(field, "").isEmpty() ? null : typed.get(field);
    }

    private Map<String, String> answers() {
        var answers = new LinkedHashMap<String, String>();
        typed.forEach((name, value) -> Topic.named(name).ifPresent(_ -> answers.put(name, value)));
        return answers;
    }

    /** Whether the page of this question was sent with no answer chosen. */
    boolean leftOpen(Topic topic) {
        return topic.word().equals(typed.get(ASKED)) && !typed.containsKey(topic.word());
    }

    /** What a form of the next page carries along. */
    Map<String, String> carried() {
        var carried = new LinkedHashMap<>(typed);
        carried.remove(ASKED);
        return carried;
    }

    /** This page again. */
    String here() {
        return address(PATH, carried());
    }

    /** As it was typed. */
    String number() {
        return typed.getOrDefault("number", "");
    }

    /** The question before this page; the first page when there was none. */
    String back() {
        List<String> answered = new ArrayList<>(answers().keySet());
        return answered.isEmpty() ? address(PATH + "/start", only(FIELDS)) : again(answered.getLast());
    }

    /** The page of a question that was answered, to answer it otherwise; what was asked after it is asked again. */
    String again(String topic) {
        var before = new LinkedHashMap<String, String>();
        for (Map.Entry<String, String> one : carried().entrySet()) {
            if (one.getKey().equals(topic)) {
                break;
            }
            before.put(one.getKey(), one.getValue());
        }
        return address(PATH, before);
    }

    /** The form of a new migration by this way, with what is known filled in; what the way does not take is left out. */
    String order(Way way) {
        var known = new LinkedHashMap<String, String>();
        known.put("route", way.word());
        known.putAll(only(List.of("number")));
        Ends ends = Found.route(way).asks().ends();
        if (ends.source() != Ends.End.UNNAMED) {
            known.putAll(only(typed.getOrDefault("from", "").isEmpty() ? List.of() : List.of("from", "access")));
        }
        if (ends.destination() != Ends.End.UNNAMED) {
            known.putAll(only(List.of("to")));
        }
        return address("/migrations/new", known);
    }

    private Map<String, String> only(List<String> names) {
        var only = new LinkedHashMap<>(typed);
        only.keySet().retainAll(names);
        return only;
    }

    private static String address(String path, Map<String, String> parameters) {
        String query = parameters.entrySet()
                .stream()
                .filter(one -> !one.getValue().isEmpty())
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** What was answered so far. */
    record Answered(Topic topic, Optional<Value> value) {}

    List<Answered> answered() {
        return answers().entrySet()
                .stream()
                .map(one -> new Answered(Topic.named(one.getKey()).orElseThrow(),
                        Topic.named(one.getKey()).flatMap(topic -> topic.value(one.getValue()))))
                .toList();
    }
}
