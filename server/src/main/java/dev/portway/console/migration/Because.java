package dev.portway.console.migration;

import dev.portway.migration.Fact;
import dev.portway.migration.Finding;
import dev.portway.migration.Findings;
import dev.portway.migration.Source;
import dev.portway.migration.Step;
import dev.portway.migration.Why;
import dev.portway.migration.Window;
import dev.portway.problem.Problems;
import dev.portway.runner.Desk;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a migration stands where it stands.
 *
 * @param step the step that does not hold
 * @param about the fact it hangs on, or the call
 * @param saw what was seen of it
 * @param source from whom
 */
public record Because(String step, Optional<String> about, String saw, Optional<Moment> since, Optional<String> source) {

    /** How many templates are still to arrive, as the heart says it. */
    private static final Pattern PENDING = Pattern.compile("(\\d+) pending");

    static Optional<Because> of(Voice voice, Desk.Card card) {
        Why why = card.standing().why();
        return card.standing()
                .step()
                .map(Step::name)
                .map(step -> new Because(voice.say("step." + step), about(voice, why.fact()), saw(voice, card),
                        why.since().map(voice::moment), why.source().map(source -> source(voice, source))));
    }

    private static Optional<String> about(Voice voice, String fact) {
        return fact.isEmpty() ? Optional.empty() : voice.find("fact." + fact, "act." + fact).or(() -> Optional.of(fact));
    }

    private static String saw(Voice voice, Desk.Card card) {
        Why why = card.standing().why();
        if (why.fact().equals(Fact.CHECKED.name()) && unseen(card)) {
            return voice.say("migration.saw.unseen", Map.of("check", voice.say("check." + why.saw() + ".title")));
        }
        if (why.fact().equals(Fact.CHECKED.name()) && voice.find("check." + why.saw() + ".unmet").isPresent()) {
            return voice.say("check." + why.saw() + ".unmet");
        }
        Optional<Window> window = why.fact().equals(Fact.WINDOW.name()) ? card.migration().facts().value(Fact.WINDOW) : Optional.empty();
        return window.map(span -> voice.moment(span.opens()).text() + " – " + voice.moment(span.closes()).text())
                .orElseGet(() -> seen(voice, why.saw()));
    }

    /** Whether what it waits for was not seen to be wrong, but not seen at all. */
    static boolean unseen(Desk.Card card) {
        return card.migration()
                .facts()
                .value(Fact.CHECKED)
                .flatMap(Findings::blocking)
                .filter(finding -> finding.verdict() == Finding.Verdict.UNKNOWN)
                .isPresent();
    }

    /** What the heart put in short words, in the reader's. A word nobody has translated is Graph's own, and shown as it is. */
    static String seen(Voice voice, String saw) {
        if (saw.isBlank()) {
            return voice.say("migration.saw.nothing");
        }
        return Problems.find(saw)
                .flatMap(problem -> voice.find("problem." + problem.code() + ".title"))
                .or(() -> voice.find("check." + saw + ".title").map(check -> voice.say("migration.saw.check", Map.of("check", check))))
                .or(() -> voice.find("migration.saw." + key(saw)))
                .or(() -> pending(voice, saw))
                .orElse(saw);
    }

    private static Optional<String> pending(Voice voice, String saw) {
        return Optional.of(PENDING.matcher(saw))
                .filter(Matcher::matches)
                .map(found -> voice.say("migration.saw.pending", Map.of("count", found.group(1))));
    }

    private static String key(String saw) {
        return saw.toLowerCase(Locale.ROOT).replace(' ', '-').replace('_', '-');
    }

    static String source(Voice voice, Source source) {
        return switch (source.kind()) {
            case PERSON -> source.by();
            case PORTWAY -> voice.say("source.portway");
            case GRAPH -> voice.say("source.graph");
            case WEBHOOK -> voice.say("source.webhook");
        };
    }
}
