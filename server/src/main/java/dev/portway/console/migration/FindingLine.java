package dev.portway.console.migration;

import dev.portway.migration.Migration;
import dev.portway.migration.fact.Certainty;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Finding;
import dev.portway.migration.fact.Findings;
import dev.portway.words.Vocabulary;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a check saw, with its evidence.
 *
 * @param verdict {@code holds}, {@code fails}, {@code unknown} or {@code warns}
 * @param certainty {@code verified}, {@code stated} or {@code unknown}
 * @param inTheWay whether the migration waits for it
 * @param unseen why it could not be seen
 * @param number the number it is about, where there is more than one
 * @param value what was seen; Graph's own words stay as they are
 * @param field which field of which object it was read from
 * @param owner whose move it is; empty when nobody need move
 */
public record FindingLine(String check, String title, String verdict, String verdictName, boolean inTheWay, String certainty,
        String certaintyName,
        Optional<String> unseen,
        Optional<String> number,
        String value, String field, Moment at, Optional<String> owner, Optional<String> remedy, Optional<Link> where) {
    /** What was counted here is nothing that Meta shows: what others spent is not in it. */
    private static final String COUNTED = "attempts of Portway";

    /** Whether there is nothing to do about it. */
    public boolean clear() {
        return verdict.equals("holds");
    }

    /** Nobody could look, and nothing waits for it. */
    public boolean merelyUnseen() {
        return !clear() && unseen.isPresent() && !inTheWay;
    }

    public String tone() {
        return tone(verdict);
    }

    static String tone(String verdict) {
        return switch (verdict) {
            case "holds" -> "good";
            case "fails" -> "bad";
            case "unknown" -> "warn";
            default -> "calm";
        };
    }

    /** What stands in the way first. */
    static List<FindingLine> all(Voice voice, Migration migration) {
        return migration.facts()
                .value(Fact.CHECKED)
                .map(Findings::all)
                .orElse(List.of())
                .stream()
                .sorted(Comparator.comparingInt(FindingLine::weight))
                .map(finding -> line(voice, migration, finding))
                .toList();
    }

    private static int weight(Finding finding) {
        return switch (finding.verdict()) {
            case FAILS -> 0;
            case UNKNOWN -> finding.blocks() ? 1 : 2;
            case WARNS -> 3;
            case HOLDS -> 4;
        };
    }

    private static FindingLine line(Voice voice, Migration migration, Finding finding) {
        String base = "check." + finding.check();
        boolean open = finding.verdict() != Finding.Verdict.HOLDS;
        String verdict = MigrationPage.word(finding.verdict());
        String certainty = MigrationPage.word(finding.certainty());
        boolean counted = finding.where().startsWith(COUNTED) && finding.certainty() == Certainty.VERIFIED;
        boolean several = migration.order().numbers().size() > 1;
        return new FindingLine(finding.check(), voice.say(finding.words()), verdict, voice.say("verdict." + verdict), finding.blocks(),
                certainty,
                voice.say("certainty." + (counted ? "counted" : certainty)),
                finding.unseen().map(why -> voice.say("unseen." + why.word())), finding.number().filter(_ -> several).map(voice::phone),
                new Vocabulary(voice.words()).saw(finding.value()), finding.where(), voice.moment(finding.at()),
                open ? Optional.of(voice.say("party." + finding.owner().word())) : Optional.empty(),
                open && finding.unseen().isEmpty() ? voice.find(base + ".remedy") : Optional.empty(),
                open ? Deep.link(voice, base, base, migration) : Optional.empty());
    }
}
