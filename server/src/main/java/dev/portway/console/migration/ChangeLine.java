package dev.portway.console.migration;

import dev.portway.migration.fact.Finding;
import dev.portway.migration.fact.History;
import dev.portway.words.Vocabulary;
import java.util.List;
import java.util.Optional;

/**
 * A check that says something else than it did.
 *
 * @param title the check by what must be so
 * @param number the number it is about, where there is more than one
 */
public record ChangeLine(String title, Optional<String> number, Word was, Word is, Moment since) {

    boolean holds() {
        return is.verdict().equals("holds");
    }

    /** @param value what was seen; empty where the verdict says it all */
    public record Word(String verdict, String verdictName, String tone, Optional<String> value) {
        private static Word of(Voice voice, Finding finding) {
            String verdict = MigrationPage.word(finding.verdict());
            Optional<String> value = Optional.of(finding.value())
                    .filter(seen -> !seen.isEmpty() && finding.verdict() != Finding.Verdict.UNKNOWN)
                    .map(new Vocabulary(voice.words())::saw);
            return new Word(verdict, voice.say("verdict." + verdict), FindingLine.tone(verdict), value);
        }
    }

    /** The latest first. */
    static List<ChangeLine> all(Voice voice, Dossier dossier) {
        boolean several = dossier.card().migration().order().numbers().size() > 1;
        return dossier.changes().stream().map(one -> line(voice, one, several)).toList();
    }

    private static ChangeLine line(Voice voice, History.Difference one, boolean several) {
        Finding now = one.is().finding();
        return new ChangeLine(new Vocabulary(voice.words()).compared(now.check()), now.number().filter(_ -> several).map(voice::phone),
                Word.of(voice, one.was().finding()), Word.of(voice, now), voice.moment(one.is().since()));
    }
}
