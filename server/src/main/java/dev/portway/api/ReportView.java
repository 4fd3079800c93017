package dev.portway.api;

import dev.portway.migration.AssetsCompared;
import dev.portway.migration.Attempt;
import dev.portway.migration.Fact;
import dev.portway.migration.Migration;
import dev.portway.migration.PhoneNumber;
import dev.portway.migration.Probe;
import dev.portway.migration.Timeline;
import dev.portway.runner.Desk;
import dev.portway.words.Vocabulary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of a migration.
 *
 * @param moved what is at the destination
 * @param stayed what is not, with the reason
 * @param attempts how often each act was called
 * @param templates null before they were compared
 * @param withdrawal what withdrawing it came to, or would; null past the point of no return
 */
record ReportView(String id, String route, String status, String statusText, Instant createdAt, List<NumberReport> numbers,
        List<Moved> moved,
        List<Stayed> stayed, Map<String, Integer> attempts, @Nullable Templates templates, @Nullable WithdrawalView withdrawal,
        List<MigrationView.StepView> steps) {

    /**
     * @param darkMillis last message accepted at the source to first one accepted at the destination; null when not measured, {@code darkNote} says why
     * @param payer who pays for messages from {@code registeredAt} on
     */
    record NumberReport(String number, @Nullable Instant registeredAt, @Nullable String registeredBy, @Nullable Long darkMillis,
            @Nullable String darkNote, String payer, @Nullable Instant payerSince) {}

    record Moved(String what, String text) {
        static Moved of(String what, Vocabulary vocabulary) {
            return new Moved(what, vocabulary.say("moved." + what));
        }
    }

    record Stayed(String what, String text, String reason, String reasonText) {
        static Stayed of(String what, String reason, Vocabulary vocabulary) {
            return new Stayed(what, vocabulary.say("stayed." + what), reason, vocabulary.say("reason." + reason));
        }
    }

    /** Counts of message templates. */
    record Templates(int source, int carried, int pending, int failed, int stayed) {
        static Templates of(AssetsCompared assets) {
            return new Templates(assets.source(), assets.carried(), assets.pending(), assets.failed(), assets.stayed());
        }
    }

    static ReportView of(Desk.Card card, Vocabulary vocabulary) {
        Migration migration = card.migration();
        Optional<AssetsCompared> assets = migration.facts().value(Fact.ASSETS);
        boolean registered = migration.order().numbers().stream().allMatch(number -> migration.facts().is(Fact.REGISTERED, number));
        return new ReportView(migration.id().value(), migration.route().name(), card.standing().status().word(),
                vocabulary.say("status." + card.standing().status().word()), migration.createdAt(),
                migration.order().numbers().stream().map(number -> number(migration, number)).toList(),
                moved(registered, vocabulary), stayed(assets, vocabulary), attempts(migration),
                assets.map(Templates::of).orElse(null), WithdrawalView.told(card, vocabulary).orElse(null),
                Timeline.of(migration, card.now()).stream().map(entry -> MigrationView.StepView.of(entry, vocabulary)).toList());
    }

    private static NumberReport number(Migration migration, PhoneNumber number) {
        Optional<Instant> registered = migration.facts().value(Fact.REGISTERED_AT, number);
        Optional<Instant> before = migration.facts().value(Fact.SOURCE_PROBE, number).flatMap(Probe::accepted);
        Optional<Instant> after = migration.facts().value(Fact.DESTINATION_PROBE, number).flatMap(Probe::accepted);
        Optional<Long> dark = before.flatMap(from -> after.map(to -> Duration.between(from, to).toMillis()));
        String by = migration.facts().seen(Fact.REGISTERED, number).map(seen -> MigrationView.source(seen.source())).orElse(null);
        return new NumberReport(number.e164(), registered.orElse(null), by, dark.orElse(null), dark.isPresent() ? null : "not probed",
                registered.isPresent() ? "destination" : "source", registered.orElse(null));
    }

    private static List<Moved> moved(boolean registered, Vocabulary vocabulary) {
        Stream<String> moved = registered ? Stream.of("number", "display-name", "templates-carried") : Stream.of();
        return moved.map(what -> Moved.of(what, vocabulary)).toList();
    }

    /** Meta moves none of these, whoever does the migration. */
    private static List<Stayed> stayed(Optional<AssetsCompared> assets, Vocabulary vocabulary) {
        var stayed = new ArrayList<>(List.of(Stayed.of("message-history", "meta-never-moves-it", vocabulary),
                Stayed.of("analytics", "meta-never-moves-it", vocabulary)));
        assets.filter(compared -> compared.stayed() > 0)
                .ifPresent(_ -> stayed.add(Stayed.of("templates", "not-approved-or-low-quality", vocabulary)));
        return List.copyOf(stayed);
    }

    private static Map<String, Integer> attempts(Migration migration) {
        return migration.attempts()
                .stream()
                .collect(Collectors.toMap(attempt -> attempt.act().word(), ReportView::times, Integer::sum, TreeMap::new));
    }

    private static int times(Attempt attempt) {
        return attempt.act().isEffect() ? 1 : attempt.times();
    }
}
