package dev.portway.api;

import dev.portway.migration.AssetsCompared;
import dev.portway.migration.Attempt;
import dev.portway.migration.Fact;
import dev.portway.migration.Migration;
import dev.portway.migration.PhoneNumber;
import dev.portway.migration.Probe;
import dev.portway.migration.Timeline;
import dev.portway.runner.Desk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What became of a migration.
 *
 * @param moved what is at the destination, each in one word
 * @param stayed what is not, with the reason
 * @param attempts how often each act was called
 * @param templates null before they were compared
 * @param withdrawal what withdrawing it came to, or would; null past the point of no return
 */
record ReportView(String id, String route, String status, Instant createdAt, List<NumberReport> numbers, List<String> moved,
        List<Stayed> stayed, Map<String, Integer> attempts, @Nullable Templates templates, @Nullable WithdrawalView withdrawal,
        List<MigrationView.StepView> steps) {

    /**
     * @param darkMillis last message accepted at the source to first one accepted at the destination; null when not measured, {@code darkNote} says why
     * @param payer who pays for messages from {@code registeredAt} on
     */
    record NumberReport(String number, @Nullable Instant registeredAt, @Nullable String registeredBy, @Nullable Long darkMillis,
            @Nullable String darkNote, String payer, @Nullable Instant payerSince) {}

    record Stayed(String what, String reason) {}

    /** Counts of message templates. */
    record Templates(int source, int carried, int pending, int failed, int stayed) {
        static Templates of(AssetsCompared assets) {
            return new Templates(assets.source(), assets.carried(), assets.pending(), assets.failed(), assets.stayed());
        }
    }

    static ReportView of(Desk.Card card) {
        Migration migration = card.migration();
        Optional<AssetsCompared> assets = migration.facts().value(Fact.ASSETS);
        boolean registered = migration.order().numbers().stream().allMatch(number -> migration.facts().is(Fact.REGISTERED, number));
        return new ReportView(migration.id().value(), migration.route().name(), card.standing().status().word(), migration.createdAt(),
                migration.order().numbers().stream().map(number -> number(migration, number)).toList(),
                registered ? List.of("number", "display-name", "templates-carried") : List.of(), stayed(assets), attempts(migration),
                assets.map(Templates::of).orElse(null), WithdrawalView.told(card).orElse(null),
                Timeline.of(migration, card.now()).stream().map(MigrationView.StepView::of).toList());
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

    /** Meta moves none of these, whoever does the migration. */
    private static List<Stayed> stayed(Optional<AssetsCompared> assets) {
        var always = List.of(new Stayed("message-history", "meta-never-moves-it"), new Stayed("analytics", "meta-never-moves-it"));
        return assets.filter(compared -> compared.stayed() > 0)
                .map(compared -> List.of(always.getFirst(), always.getLast(), new Stayed("templates", "not-approved-or-low-quality")))
                .orElse(always);
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
