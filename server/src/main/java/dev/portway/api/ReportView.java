package dev.portway.api;

import dev.portway.asset.Assets;
import dev.portway.migration.Attempt;
import dev.portway.migration.Migration;
import dev.portway.migration.Outcome;
import dev.portway.migration.fact.AssetsCompared;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.NumberSeen;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.WabaId;
import dev.portway.migration.standing.Continuity;
import dev.portway.migration.standing.Timeline;
import dev.portway.runner.Desk;
import dev.portway.words.Vocabulary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What became of a migration.
 *
 * @param moved what is known to be at the destination
 * @param stayed what is not, with the reason
 * @param unknown what nobody looked at, with the reason
 * @param attempts how often each act was called
 * @param outcomes what came of each act that changes something outside, how often
 * @param templates null before they were compared
 * @param verifiedNumbers the numbers of the source account that were verified, before and after; null when its list could not be read before the move
 * @param withdrawal what withdrawing it came to, or would; null past the point of no return
 */
record ReportView(String id, String route, String status, String statusText, Instant createdAt, List<NumberReport> numbers,
        List<Moved> moved, List<Stayed> stayed, List<Stayed> unknown, Map<String, Integer> attempts,
        Map<String, Map<String, Integer>> outcomes,
        @Nullable Templates templates, @Nullable VerifiedNumbers verifiedNumbers, @Nullable WithdrawalView withdrawal,
        List<MigrationView.StepView> steps) {

    /**
     * @param darkMillis last message accepted at the source to first one accepted at the destination; null when not measured, {@code darkNote} says why
     * @param billing when what is billed for the number at the source ends; null while it is there, or where nobody looked
     * @param payer who pays for messages sent now
     * @param payerSince null while nothing has changed hands
     * @param payers who pays for messages sent when; what counts is when a message was sent, not when it was delivered
     */
    record NumberReport(String number, @Nullable Instant registeredAt, @Nullable String registeredBy, @Nullable Long darkMillis,
            @Nullable String darkNote, @Nullable Billing billing, String payer, @Nullable Instant payerSince, List<Payer> payers) {}

    /**
     * @param endsAt end of the first look that did not see the number in the source account any more: nothing sent from there is later than that
     * @param lastSeenAt beginning of the last look that saw it there; null when none did. It left in between, and Graph does not show when
     * @param certainty {@code verified}: it was seen
     * @param seenIn what was looked at
     */
    record Billing(Instant endsAt, @Nullable Instant lastSeenAt, String certainty, String seenIn) {
        static @Nullable Billing of(Migration migration, PhoneNumber number) {
            return migration.facts()
                    .seen(Fact.LEAVING, number)
                    .flatMap(seen -> seen.value()
                            .gone()
                            .map(gone -> new Billing(gone, seen.value().here().orElse(null),
                                    MigrationView.word(seen.certainty()), list(migration))))
                    .orElse(null);
        }

        private static String list(Migration migration) {
            return "/" + migration.order().source().map(WabaId::value).orElse("?") + "/phone_numbers";
        }
    }

    /**
     * @param from null: from before we looked
     * @param until null: from then on
     */
    record Payer(String who, @Nullable Instant from, @Nullable Instant until) {
        static Payer told(dev.portway.migration.standing.Payer payer) {
            return new Payer(payer.side().word(), payer.from().orElse(null), payer.until().orElse(null));
        }
    }

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

    /**
     * Counts of message templates, and each of them.
     *
     * @param lines empty when the source could not be read
     */
    record Templates(int source, int carried, int pending, int failed, int stayed, List<TemplateView> lines) {}

    /**
     * @param before status at the source, as Graph wrote it
     * @param quality at the source, as Graph wrote it; empty when it showed none
     * @param after status at the destination; null when it is not there
     * @param fate {@code carried}, {@code pending}, {@code failed} or {@code stayed}
     */
    record TemplateView(String name, String language, String category, String before, String quality, String sourceId,
            @Nullable String after, @Nullable String destinationId, String fate) {
        static TemplateView of(Assets.TemplateLine line) {
            return new TemplateView(line.name(), line.language(), line.category(), line.before(), line.quality(), line.sourceId(),
                    line.after().orElse(null), line.destinationId().orElse(null), MigrationView.word(line.fate()));
        }
    }

    /**
     * Counts of the numbers that were verified, and each number of the source account.
     *
     * @param lost not verified any more, or in neither account
     * @param unknown not looked for yet, or where it could not be read
     */
    record VerifiedNumbers(int before, int kept, int lost, int unknown, List<VerifiedNumber> lines) {
        static @Nullable VerifiedNumbers of(List<Assets.NumberLine> lines) {
            int before = count(lines, Assets.NumberLine::wasVerified);
            int kept = count(lines, Assets.NumberLine::isKept);
            int lost = count(lines, Assets.NumberLine::isLost);
            return lines.isEmpty()
                    ? null
                    : new VerifiedNumbers(before, kept, lost, before - kept - lost, lines.stream().map(VerifiedNumber::of).toList());
        }

        private static int count(List<Assets.NumberLine> lines, Predicate<Assets.NumberLine> which) {
            return (int) lines.stream().filter(which).count();
        }
    }

    /**
     * @param before whether it counted as verified, as Graph wrote it
     * @param after the same after the move; null when it was seen nowhere
     * @param place {@code destination}, {@code source}, {@code neither} or {@code unknown}
     */
    record VerifiedNumber(String number, String before, @Nullable String after, String place) {
        static VerifiedNumber of(Assets.NumberLine line) {
            return new VerifiedNumber("+" + line.number(), line.before(), line.after().orElse(null), MigrationView.word(line.place()));
        }
    }

    static ReportView of(Desk.Card card, Assets.Lines lines, Vocabulary vocabulary) {
        Migration migration = card.migration();
        Optional<AssetsCompared> assets = migration.facts().value(Fact.ASSETS);
        String status = card.standing().status().word();
        return new ReportView(migration.id().value(), migration.route().name(), status, vocabulary.say("status." + status),
                migration.createdAt(), migration.order().numbers().stream().map(number -> number(migration, number)).toList(),
                moved(migration, assets, lines.numbers()).stream().map(what -> Moved.of(what, vocabulary)).toList(),
                stayed(assets, vocabulary), unknown(migration, vocabulary),
                attempts(migration), outcomes(migration), assets.map(compared -> templates(compared, lines.templates())).orElse(null),
                VerifiedNumbers.of(lines.numbers()),
                WithdrawalView.told(card, vocabulary).orElse(null),
                Timeline.of(migration, card.now()).stream().map(entry -> MigrationView.StepView.of(entry, vocabulary)).toList());
    }

    private static NumberReport number(Migration migration, PhoneNumber number) {
        Optional<Instant> registered = migration.facts().value(Fact.REGISTERED_AT, number);
        List<Payer> payers = dev.portway.migration.standing.Payer.of(migration, number).stream().map(Payer::told).toList();
        Optional<Long> dark = Continuity.sendGap(migration, number).map(Duration::toMillis);
        String by = migration.facts().seen(Fact.REGISTERED, number).map(seen -> MigrationView.source(seen.source())).orElse(null);
        return new NumberReport(number.e164(), registered.orElse(null), by, dark.orElse(null),
                Continuity.unmeasured(migration, number).map(ReportView::note).orElse(null), Billing.of(migration, number),
                payers.getLast().who(),
                payers.getLast().from(), payers);
    }

    private static String note(Continuity.Unmeasured why) {
        return switch (why) {
            case NOT_YET -> "not yet known";
            case NOT_PROBED -> "not probed";
        };
    }

    private static List<String> moved(Migration migration, Optional<AssetsCompared> assets, List<Assets.NumberLine> numbers) {
        var moved = new ArrayList<String>();
        if (each(migration, number -> migration.facts().is(Fact.REGISTERED, number))) {
            moved.add("number");
            if (each(migration, number -> migration.facts().value(Fact.NUMBER_SEEN, number).filter(NumberSeen::nameApproved).isPresent())) {
                moved.add("display-name");
            }
            if (assets.filter(compared -> compared.carried() > 0).isPresent()) {
                moved.add("templates-carried");
            }
            if (numbers.stream().anyMatch(Assets.NumberLine::wasVerified)
                    && numbers.stream().allMatch(line -> line.isKept() == line.wasVerified())) {
                moved.add("verified-numbers");
            }
        }
        return List.copyOf(moved);
    }

    private static boolean each(Migration migration, Predicate<PhoneNumber> holds) {
        return migration.order().numbers().stream().allMatch(holds);
    }

    /** The first two Meta moves for nobody, whoever does the migration. */
    private static List<Stayed> stayed(Optional<AssetsCompared> assets, Vocabulary vocabulary) {
        var stayed = new ArrayList<>(List.of(Stayed.of("message-history", "meta-never-moves-it", vocabulary),
                Stayed.of("analytics", "meta-never-moves-it", vocabulary)));
        assets.filter(compared -> compared.stayed() > 0)
                .ifPresent(_ -> stayed.add(Stayed.of("templates", "not-approved-or-low-quality", vocabulary)));
        return List.copyOf(stayed);
    }

    /** Ids of media are the client's systems' to know: whoever has one reads it with the destination's token. */
    private static List<Stayed> unknown(Migration migration, Vocabulary vocabulary) {
        return migration.order().source().isPresent()
                ? List.of(Stayed.of("media", "media-not-looked-at", vocabulary))
                : List.of();
    }

    private static Templates templates(AssetsCompared assets, List<Assets.TemplateLine> lines) {
        return new Templates(assets.source(), assets.carried(), assets.pending(), assets.failed(), assets.stayed(),
                lines.stream().map(TemplateView::of).toList());
    }

    private static Map<String, Integer> attempts(Migration migration) {
        return migration.attempts()
                .stream()
                .collect(Collectors.toMap(attempt -> attempt.act().word(), Attempt::made, Integer::sum, TreeMap::new));
    }

    private static Map<String, Map<String, Integer>> outcomes(Migration migration) {
        var outcomes = new TreeMap<String, Map<String, Integer>>();
        migration.attempts().stream().filter(attempt -> attempt.act().isEffect()).forEach(attempt -> {
            String outcome = attempt.outcome().map(Outcome::word).orElse("open");
            outcomes.computeIfAbsent(attempt.act().word(), _ -> new TreeMap<>()).merge(outcome, 1, Integer::sum);
        });
        return outcomes;
    }
}
