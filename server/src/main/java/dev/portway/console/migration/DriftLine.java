package dev.portway.console.migration;

import dev.portway.migration.Migration;
import dev.portway.migration.fact.Drift;
import dev.portway.migration.fact.Drift.Difference;
import dev.portway.migration.fact.Fact;
import dev.portway.words.Vocabulary;
import java.util.List;
import java.util.Optional;

/**
 * One thing that is no longer as it was at the check.
 *
 * @param about the template it is about; empty for a check
 * @param number the number it is about, where there is more than one
 * @param mood {@code stops}, {@code asks} or {@code accepted}
 */
public record DriftLine(String title, Optional<String> about, Optional<String> number, String was, String is, Moment seen, String mood,
        String moodName) {

    public String tone() {
        return switch (mood) {
            case "stops" -> "bad";
            case "asks" -> "warn";
            default -> "";
        };
    }

    static List<DriftLine> all(Voice voice, Migration migration) {
        return drift(migration).differences().stream().map(one -> line(voice, migration, one)).toList();
    }

    /** What could not be looked at again, by its name. */
    static List<String> unread(Voice voice, Migration migration) {
        return drift(migration).unread().stream().map(new Vocabulary(voice.words())::compared).toList();
    }

    private static Drift drift(Migration migration) {
        return migration.facts().value(Fact.DRIFT).orElse(Drift.NONE);
    }

    private static DriftLine line(Voice voice, Migration migration, Difference one) {
        var vocabulary = new Vocabulary(voice.words());
        boolean open = drift(migration).open(migration.facts().value(Fact.DRIFT_ACCEPTED)).contains(one);
        String mood = one.stops() ? "stops" : open ? "asks" : "accepted";
        boolean over = migration.ending().isPresent() && one.stops();
        boolean several = migration.order().numbers().size() > 1;
        return new DriftLine(vocabulary.compared(one.check()),
                Optional.of(one.about()).filter(about -> !about.isEmpty()), one.number().filter(_ -> several).map(voice::phone),
                vocabulary.saw(one.was()), vocabulary.saw(one.is()), voice.moment(one.seen()), mood,
                voice.say("migration.drift." + mood + (over ? ".ended" : "")));
    }
}
