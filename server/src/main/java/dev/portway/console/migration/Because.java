package dev.portway.console.migration;

import dev.portway.migration.Step;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Source;
import dev.portway.migration.fact.Window;
import dev.portway.migration.standing.Why;
import dev.portway.runner.Desk;
import dev.portway.words.Vocabulary;
import java.util.Optional;

/**
 * Why a migration stands where it stands.
 *
 * @param step the step that does not hold
 * @param about the fact it hangs on, or the call
 * @param saw what was seen of it
 * @param source from whom
 */
public record Because(String step, Optional<String> about, String saw, Optional<Moment> since, Optional<String> source) {

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
        Optional<Window> window = why.fact().equals(Fact.WINDOW.name()) ? card.migration().facts().value(Fact.WINDOW) : Optional.empty();
        return window.map(span -> voice.moment(span.opens()).text() + " – " + voice.moment(span.closes()).text())
                .orElseGet(() -> seen(voice, why.saw()));
    }

    /** What the heart put in short words, in the reader's. */
    static String seen(Voice voice, String saw) {
        return saw.isBlank() ? voice.say("saw.nothing") : new Vocabulary(voice.words()).saw(saw);
    }

    static String source(Voice voice, Source source) {
        return new Vocabulary(voice.words()).source(MigrationPage.word(source.kind()), source.by());
    }
}
