package dev.portway.words;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names of the vocabulary, put together into what a person reads. Names are as in JSON: {@code clear-the-way}, {@code two-step-off}. */
public record Vocabulary(Words words) {
    private static final Pattern PENDING = Pattern.compile("([0-9]+) pending");

    /**
     * What somebody is to do.
     *
     * @param title what it is about, in a few words
     * @param todo what to do and where to click
     * @param link the address of that page; empty where there is none
     */
    public record Guidance(String title, String todo, Optional<String> link) {}

    /** @param subject a check, a problem or an act, as the kind has it; empty when the kind says it all */
    public Guidance task(String kind, String subject) {
        return switch (kind) {
            case "clear-the-way" -> about(kind, check(subject));
            case "mend" -> problem(subject);
            case "decide-doubt" -> {
                Guidance task = plain(kind);
                yield new Guidance(said("task.decide-doubt.about", say("act." + subject)), task.todo(), task.link());
            }
            default -> plain(kind);
        };
    }

    private Guidance plain(String kind) {
        return new Guidance(say("task." + kind + ".title"), say("task." + kind + ".do"), maybe("task." + kind + ".link"));
    }

    private Guidance about(String kind, Guidance check) {
        return new Guidance(said("task." + kind + ".about", check.title()), check.todo(), check.link());
    }

    /** What must be true, and what to do when it is not. */
    public Guidance check(String check) {
        return new Guidance(say("check." + check + ".title"), say("check." + check + ".remedy"), maybe("check." + check + ".link"));
    }

    /** What is wrong, and what helps. */
    public Guidance problem(String code) {
        return new Guidance(say("problem." + code + ".title"), say("problem." + code + ".remedy"), maybe("problem." + code + ".link"));
    }

    /** What happened, with what it was about where the event says so. */
    public String event(String name, Map<String, String> data) {
        String what = say("event." + name);
        Optional<String> status = Optional.ofNullable(data.get("to")).map(to -> say("status." + to));
        return Optional.ofNullable(data.get("problem"))
                .map(this::saw)
                .or(() -> status)
                .or(() -> Optional.ofNullable(data.get("value")).filter(value -> !value.isEmpty()).map(this::saw))
                .map(detail -> what + ": " + detail)
                .orElse(what);
    }

    /** Because of what something does not hold: the name of a fact or an act, and what was seen of it. */
    public String why(String name, String saw) {
        String about = Stream.of("fact.", "act.").map(kind -> kind + name).filter(words::has).findFirst().map(this::say).orElse(name);
        return saw.isEmpty() ? about : about + ": " + saw(saw);
    }

    /** A short word that was seen: a problem, a check, a value; Graph's own words stay as they are. */
    public String saw(String word) {
        Matcher pending = PENDING.matcher(word);
        if (pending.matches()) {
            return words.say("saw.pending", Map.of("count", pending.group(1)));
        }
        return Stream.of("problem." + word + ".title", "check." + word + ".title", "saw." + word)
                .filter(words::has)
                .findFirst()
                .map(this::say)
                .orElse(word);
    }

    public String say(String key) {
        return words.say(key);
    }

    private String said(String key, String what) {
        return words.say(key, Map.of("what", what));
    }

    private Optional<String> maybe(String key) {
        return words.has(key) ? Optional.of(say(key)) : Optional.empty();
    }
}
