package dev.portway.console.migration;

import dev.portway.migration.Attempt;
import dev.portway.migration.Migration;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.standing.Payer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What became of a migration, to be printed and kept.
 *
 * @param finished whether it ended: before, it is how things stand
 */
public record ReportPage(String id, String path, String title, MigrationPage.Summary summary, boolean finished, Moment madeAt, String clock,
        List<NumberLine> numbers, List<MigrationPage.Sign> continuity, TemplateRows templates,
        KeptNumbers kept, List<Leg> legs, List<Count> attempts,
        List<EventLine> events) {
    public ReportPage {
        numbers = List.copyOf(numbers);
        continuity = List.copyOf(continuity);
        legs = List.copyOf(legs);
        attempts = List.copyOf(attempts);
        events = List.copyOf(events);
    }

    public boolean leavesAnAccount() {
        return !kept.said().isEmpty();
    }

    /** @param payer who pays for messages from {@code since} on */
    public record NumberLine(String number, Optional<Moment> registered, MigrationPage.Gap gap, String payer, Optional<Moment> since,
            Optional<Billing> billing) {}

    /**
     * When billing at the source ends.
     *
     * @param at the first look that missed the number there
     * @param seen the last look that saw it there
     */
    public record Billing(Moment at, Optional<Moment> seen) {}

    /** How often something was called. */
    public record Count(String act, int times) {}

    public static ReportPage of(Voice voice, Dossier dossier) {
        Migration migration = dossier.card().migration();
        List<MigrationPage.Gap> gaps = MigrationPage.gaps(voice, migration);
        List<PhoneNumber> numbers = migration.order().numbers();
        return new ReportPage(migration.id().value(), "/migrations/" + migration.id(), MigrationPage.title(voice, migration),
                MigrationPage.summary(voice, dossier), migration.ending().isPresent(), voice.precise(voice.now()), voice.clock(),
                numbers.stream().map(number -> line(voice, migration, number, gaps.get(numbers.indexOf(number)))).toList(),
                MigrationPage.continuity(voice, migration), TemplateRows.of(voice, dossier), KeptNumbers.of(voice, dossier),
                Leg.all(voice, dossier.card()),
                counts(voice, migration), EventLine.all(voice, dossier).reversed());
    }

    private static NumberLine line(Voice voice, Migration migration, PhoneNumber number, MigrationPage.Gap gap) {
        Optional<Moment> registered = migration.facts().value(Fact.REGISTERED_AT, number).map(voice::precise);
        Payer now = Payer.of(migration, number).getLast();
        return new NumberLine(voice.phone(number), registered, gap, voice.say("payer." + now.side().word()),
                now.from().map(voice::precise), billing(voice, migration, number));
    }

    private static Optional<Billing> billing(Voice voice, Migration migration, PhoneNumber number) {
        return migration.facts()
                .value(Fact.LEAVING, number)
                .flatMap(leaving -> leaving.gone().map(gone -> new Billing(voice.precise(gone), leaving.here().map(voice::precise))));
    }

    private static List<Count> counts(Voice voice, Migration migration) {
        Map<String, Integer> times = migration.attempts()
                .stream()
                .collect(Collectors.toMap(attempt -> voice.say("act." + attempt.act().word()), Attempt::made, Integer::sum,
                        TreeMap::new));
        return times.entrySet().stream().map(one -> new Count(one.getKey(), one.getValue())).toList();
    }
}
