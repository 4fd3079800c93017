package dev.portway.migration.standing;

import dev.portway.migration.Change;
import dev.portway.migration.Event;
import dev.portway.migration.Migration;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Finding;
import dev.portway.migration.fact.Learned;
import dev.portway.migration.fact.Seen;
import dev.portway.migration.fact.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is said once, as long as somebody can still do something about it: that the access to the source will end. It changes nothing of where the
 * migration stands.
 */
public final class Reminders {
    /** Time enough to reach whoever gave it, over a weekend. */
    public static final Duration AHEAD = Duration.ofDays(3);
    static final String SOURCE_ENDS_SOON = "source-ends-soon";

    private Reminders() {}

    /** Says it, where it is time and was not said of this end before. */
    public static Optional<Change> due(Migration migration, Instant now) {
        return unsaid(migration, now).filter(end -> !now.isBefore(time(migration, end))).map(end -> reminded(migration, end, now));
    }

    /** When the next is to be said; empty when there is none to come. */
    public static Optional<Instant> next(Migration migration, Instant now) {
        return unsaid(migration, now).map(end -> time(migration, end));
    }

    /** An end that is still ahead. */
    private static Optional<Instant> unsaid(Migration migration, Instant now) {
        return migration.accessEnds()
                .filter(_ -> migration.ending().isEmpty())
                .filter(now::isBefore)
                .filter(end -> migration.facts().value(Fact.SOURCE_END_SAID).filter(end::equals).isEmpty());
    }

    /** Where it was given for less than twice the time, in the middle of it: nobody is reminded of what they did just now. */
    private static Instant time(Migration migration, Instant end) {
        Instant ahead = end.minus(AHEAD);
        return migration.facts()
                .seen(Fact.SOURCE_GRANT, null)
                .map(Seen::at)
                .map(given -> given.plus(Duration.between(given, end).dividedBy(2)))
                .filter(ahead::isBefore)
                .orElse(ahead);
    }

    private static Change reminded(Migration migration, Instant end, Instant now) {
        Migration later = migration.later();
        Migration said = later.with(later.facts()
                .with(List.of(Learned.that(Fact.SOURCE_END_SAID, end)), later.moment(), now, Source.PORTWAY));
        return new Change(said,
                List.of(new Event(SOURCE_ENDS_SOON, "", null, Map.of("value", Finding.VALID_UNTIL + end), Source.PORTWAY)));
    }
}
