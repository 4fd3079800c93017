package dev.portway.finder.look;

import dev.portway.finder.Asset;
import dev.portway.finder.CalendarEffect;
import dev.portway.finder.Dark;
import dev.portway.finder.Fate;
import dev.portway.finder.Fit;
import dev.portway.finder.Kind;
import dev.portway.finder.Known;
import dev.portway.finder.Need;
import dev.portway.finder.Reason;
import dev.portway.finder.Rule;
import dev.portway.finder.Topic;
import dev.portway.finder.Value;
import dev.portway.finder.Verdict;
import dev.portway.finder.Way;
import dev.portway.words.Vocabulary;
import dev.portway.words.Words;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Map;
import java.util.Optional;

/** What the route finder has to say, in one language, for every edge. */
public record Phrases(Words words) {
    public String title(Way way) {
        return words.say("way." + way.word() + ".title");
    }

    /** Why it is the one, in a sentence. */
    public String because(Way way) {
        return words.say("way." + way.word() + ".because");
    }

    /** Who has to do what. */
    public String work(Way way) {
        return words.say("way." + way.word() + ".work");
    }

    /** What is confirmed before it begins; empty where nothing has to be. */
    public Optional<String> confirm(Verdict verdict) {
        return verdict.needsConfirmation() ? Optional.of(words.say("way." + verdict.way().word() + ".confirm")) : Optional.empty();
    }

    public String of(Fit fit) {
        return words.say("fit." + fit.word());
    }

    public String of(Kind kind) {
        return words.say("change." + kind.word());
    }

    public String of(Rule.Sureness sureness) {
        return words.say("sureness." + sureness.word());
    }

    public String of(Reason reason) {
        return words.say("why-not." + reason.word());
    }

    public String of(Asset asset) {
        return words.say("asset." + asset.word());
    }

    public String of(Fate fate) {
        return words.say("fate." + fate.word());
    }

    public String of(Dark dark) {
        return words.say("dark." + dark.word());
    }

    public String title(Topic topic) {
        return words.say("topic." + topic.word() + ".title");
    }

    public String question(Topic topic) {
        return words.say("topic." + topic.word() + ".question");
    }

    public Optional<String> hint(Topic topic) {
        return maybe("topic." + topic.word() + ".hint");
    }

    public String of(Value value) {
        return words.say("answer." + value.topic().word() + "." + value.word());
    }

    public String unsure() {
        return words.say("answer.unsure");
    }

    /** From whom or where something is known. */
    public String from(Known known) {
        return maybe("known-by." + known.from()).orElse(known.from());
    }

    /** What must be so, what to do, and where; a condition that is a check is said in the check's words. */
    public Vocabulary.Guidance of(Need need) {
        if (need.isToFindOut()) {
            String what = title(need.about());
            return new Vocabulary.Guidance(words.say("before.find-out", Map.of("what", what)), words.say("before.find-out.do"),
                    Optional.empty());
        }
        return words.has("before." + need.key() + ".title")
                ? new Vocabulary.Guidance(words.say("before." + need.key() + ".title"), words.say("before." + need.key() + ".do"),
                        Optional.empty())
                : new Vocabulary(words).check(need.check());
    }

    public String of(CalendarEffect effect) {
        String day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(words.locale()).format(effect.on());
        return words.say("calendar." + effect.kind().word(), Map.of("day", day));
    }

    private Optional<String> maybe(String key) {
        return words.has(key) ? Optional.of(words.say(key)) : Optional.empty();
    }
}
