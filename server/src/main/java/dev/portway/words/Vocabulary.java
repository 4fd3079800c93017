package dev.portway.words;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of the vocabulary, put together into what a person reads. Names are as in JSON: {@code clear-the-way}, {@code two-step-off}. */
public record Vocabulary(Words words) {
    /** {@code lacks: business_management}: a word, and what fills the blanks of its text. */
    private static final Pattern WITH_PARTS = Pattern.compile("([a-z]+(?:-[a-z]+)*): (.+)");

    /**
     * What somebody is to do.
     *
     * @param title what it is about, in a few words
     * @param todo what to do and where to click
     * @param link the address of that page; empty where there is none
     */
    public record Guidance(String title, String todo, Optional<String> link) {}

    /**
     * @param subject a check, a problem or an act, as the kind has it; empty when the kind says it all
     * @param unseen whether the check it is about was not seen to be unmet, but not seen at all
     */
    public Guidance task(String kind, String subject, boolean unseen) {
        return switch (kind) {
            case "clear-the-way" -> about(subject, unseen);
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

    /** A check's name says how it should be, so what is in the way is called by what is wrong. */
    private Guidance about(String subject, boolean unseen) {
        Guidance check = check(subject);
        String title = unseen
                ? said("task.clear-the-way.unseen", check.title())
                : said("task.clear-the-way.about", maybe("check." + subject + ".unmet").orElse(check.title()));
        return new Guidance(title, check.todo(), check.link());
    }

    /** What must be true, and what to do when it is not. */
    public Guidance check(String check) {
        return new Guidance(say("check." + check + ".title"), say("check." + check + ".remedy"), maybe("check." + check + ".link"));
    }

    /** What a difference is about: a check by what must be true, or what no check stands for. */
    public String compared(String what) {
        return maybe("check." + what + ".title").orElseGet(() -> say("drift." + what));
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

    /**
     * What is waited for.
     *
     * @param step where it is waited, which says more than the reason where it has words of its own
     */
    public String waiting(String reason, String step) {
        return maybe("waiting." + reason + "." + step).orElseGet(() -> say("waiting." + reason));
    }

    /** Because of what something does not hold: the name of a fact or an act, and what was seen of it. */
    public String why(String name, String saw) {
        String about = Stream.of("fact.", "act.").map(kind -> kind + name).filter(words::has).findFirst().map(this::say).orElse(name);
        return saw.isEmpty() ? about : about + ": " + saw(saw);
    }

    /**
     * What was seen, as the heart puts it in short words: a problem, a check that is not met, {@code on}, {@code lacks: business_management}, or several
     * with commas between. Graph's own words stay as they are.
     */
    public String saw(String seen) {
        return Stream.of(seen.split(", ", -1)).map(this::word).collect(Collectors.joining(", "));
    }

    private String word(String word) {
        Matcher parts = WITH_PARTS.matcher(word);
        if (parts.matches()) {
            return filled(parts.group(1), parts.group(2)).orElse(word);
        }
        return Stream.of("problem." + word + ".title", "check." + word + ".unmet", "saw." + word, "unseen." + word)
                .filter(words::has)
                .findFirst()
                .map(this::say)
                .orElse(word);
    }

    /** Blanks are numbered; a check that fills one is called what it should be, for nobody knows what it is. */
    private Optional<String> filled(String word, String parts) {
        if (!words.has("saw." + word)) {
            return Optional.empty();
        }
        var blanks = new HashMap<String, String>();
        for (String part : parts.split(" / ")) {
            blanks.put(String.valueOf(blanks.size() + 1), maybe("check." + part + ".title").orElse(part));
        }
        return Optional.of(words.say("saw." + word, blanks));
    }

    /**
     * From whom something is known.
     *
     * @param by who, where it is a person
     */
    public String source(String kind, String by) {
        return kind.equals("person") ? by : say("source." + kind);
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
