package dev.portway.console.migration;

import dev.portway.console.migration.ActionForm.Trouble;
import dev.portway.migration.Migration;
import dev.portway.migration.Status;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.Seen;
import dev.portway.migration.fact.WabaId;
import dev.portway.migration.standing.Continuity;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The page of one migration.
 *
 * <pre>
 * title · status ─ what now ─ continuity ─ the way ─ drift ─ findings ─ since yesterday ─ templates ─ attempts ─ events
 * </pre>
 *
 * @param version the migration's, that the page shows: when it is another one, the page is old
 * @param title its numbers, as people write them
 * @param notice what became of the form that led here
 * @param asides what is good to know and nobody waits for
 * @param leftBehind what is at the destination all the same, of one that ended before the pivot
 * @param unread what could not be looked at again
 * @param clock the reader's time zone by name
 * @param reloadsAfter for a browser without JavaScript: seconds until it asks again; 0 for never
 */
public record MigrationPage(String id, long version, String path, String title, Summary summary, Optional<Trouble> notice, WhatNow now,
        List<Aside> asides, List<WithdrawalPage.Stays> leftBehind,
        List<Sign> continuity, List<Gap> gaps, List<Leg> legs, List<DriftLine> drift, List<String> unread,
        List<FindingLine> findings, Since since, TemplateRows templates,
        List<AttemptLine> attempts,
        List<EventLine> events, String clock, int reloadsAfter) {

    /** When nobody is at work, nothing changes within seconds. */
    private static final int SOON_SECONDS = 5;
    private static final int LATER_SECONDS = 30;

    public MigrationPage {
        asides = List.copyOf(asides);
        leftBehind = List.copyOf(leftBehind);
        continuity = List.copyOf(continuity);
        gaps = List.copyOf(gaps);
        legs = List.copyOf(legs);
        drift = List.copyOf(drift);
        unread = List.copyOf(unread);
        findings = List.copyOf(findings);
        attempts = List.copyOf(attempts);
        events = List.copyOf(events);
    }

    /**
     * What the checks say otherwise than a day ago.
     *
     * @param looked when they were looked at last; empty when never, or when nobody looks any more
     */
    public record Since(List<ChangeLine> changes, Optional<Moment> looked) {
        public Since {
            changes = List.copyOf(changes);
        }

        /** What somebody may have to do something about. */
        public List<ChangeLine> open() {
            return changes.stream().filter(change -> !change.holds()).toList();
        }

        /** What is in order now: good to know, and to be read when wanted. */
        public List<ChangeLine> settled() {
            return changes.stream().filter(ChangeLine::holds).toList();
        }

        public boolean isShown() {
            return !changes.isEmpty() || looked.isPresent();
        }

        /** That nothing has changed since yesterday is worth saying from its second day on. */
        static Since of(Voice voice, Dossier dossier) {
            Migration migration = dossier.card().migration();
            boolean young = voice.now().isBefore(migration.createdAt().plus(Duration.ofDays(1)));
            Optional<Instant> looked = Stream.of(Fact.CHECKED, Fact.SEEN_SINCE)
                    .flatMap(fact -> migration.facts().seen(fact, null).stream())
                    .map(Seen::at)
                    .max(Comparator.naturalOrder());
            return new Since(ChangeLine.all(voice, dossier),
                    looked.filter(_ -> !young && migration.ending().isEmpty() && !migration.pivotCrossed(null)).map(voice::moment));
        }
    }

    /** What stands beside the title. */
    public record Summary(String status, String statusName, String route, String source, String destination, boolean pastPivot,
            boolean ended, Moment createdAt) {
        /** Whether a number works at the destination is a question: nothing is done there before the checks are through, and none left where it ended before the pivot. */
        public boolean concernsDestination() {
            return pastPivot || !ended && !status.equals("draft") && !status.equals("checking");
        }

        public String tone() {
            return switch (status) {
                case "completed" -> "good";
                case "failed" -> "bad";
                case "withdrawing", "expired" -> "warn";
                case "withdrawn", "draft" -> "";
                default -> "calm";
            };
        }
    }

    /**
     * How one thing that hangs on the number is.
     *
     * @param health {@code unknown}, {@code pending}, {@code ok}, {@code partly} or {@code broken}
     * @param note what the word does not say
     */
    public record Sign(String name, String health, String healthName, Optional<String> note) {
        Sign noting(Optional<String> what) {
            return new Sign(name, health, healthName, what);
        }

        public String tone() {
            return switch (health) {
                case "ok" -> "good";
                case "broken" -> "bad";
                case "pending" -> "calm";
                case "partly" -> "warn";
                default -> "";
            };
        }
    }

    /**
     * How long a number was dark.
     *
     * @param dark empty when it was not measured: unknown, never zero
     */
    public record Gap(String number, Optional<String> dark, String note, Optional<Moment> last, Optional<Moment> first) {}

    /** What somebody has to do something about, or should know. */
    public List<FindingLine> openFindings() {
        return findings.stream().filter(finding -> !finding.clear() && !finding.merelyUnseen()).toList();
    }

    /** What nobody could look at: as many as access to the source would have answered, and to be read as one. */
    public List<FindingLine> unseenFindings() {
        return findings.stream().filter(FindingLine::merelyUnseen).toList();
    }

    public List<FindingLine> clearFindings() {
        return findings.stream().filter(FindingLine::clear).toList();
    }

    /** @param typed the form that came back and was not taken */
    public static MigrationPage of(Voice voice, Dossier dossier, Optional<Typed> typed, Optional<Trouble> notice) {
        Migration migration = dossier.card().migration();
        WhatNow now = WhatNow.of(voice, dossier.card(), typed);
        return new MigrationPage(migration.id().value(), dossier.card().version(), "/migrations/" + migration.id(), title(voice, migration),
                summary(voice, dossier),
                notice, now, Aside.all(voice, dossier), WithdrawalPage.leftBehind(voice, dossier.card()),
                continuity(voice, migration), soFar(gaps(voice, migration), migration),
                Leg.all(voice, dossier.card()),
                DriftLine.all(voice, migration), DriftLine.unread(voice, migration), FindingLine.all(voice, migration),
                Since.of(voice, dossier), TemplateRows.of(voice, dossier), AttemptLine.all(voice, dossier),
                EventLine.all(voice, dossier), voice.clock(), reloadsAfter(dossier, now));
    }

    static String title(Voice voice, Migration migration) {
        List<PhoneNumber> numbers = migration.order().numbers();
        String first = voice.phone(numbers.getFirst());
        return numbers.size() == 1
                ? first
                : voice.say("migration.title.several", Map.of("first", first, "more", numbers.size() - 1));
    }

    static Summary summary(Voice voice, Dossier dossier) {
        Migration migration = dossier.card().migration();
        Status status = dossier.card().standing().status();
        return new Summary(status.word(), voice.say("status." + status.word()),
                voice.find("route." + migration.route().name()).orElse(migration.route().name()),
                migration.order().source().map(WabaId::value).orElseGet(() -> voice.say("migration.source-unknown")),
                migration.destination()
                        .map(WabaId::value)
                        .orElseGet(() -> voice
                                .find("migration.destination-unknown." + migration.route(), "migration.destination-unknown")
                                .orElse("")),
                migration.pivotCrossed(null), migration.ending().isPresent(),
                voice.moment(migration.createdAt()));
    }

    static List<Sign> continuity(Voice voice, Migration migration) {
        Continuity continuity = Continuity.of(migration);
        return Stream.of(sign(voice, "webhooks", continuity.webhooks()),
                sign(voice, "templates", continuity.templates()).noting(TemplateRows.share(voice, migration)),
                sign(voice, "payment", continuity.payment()), sign(voice, "messaging", continuity.messaging()))
                .filter(sign -> !sign.health().equals(Continuity.Health.UNTOUCHED.word()))
                .toList();
    }

    private static Sign sign(Voice voice, String name, Continuity.Health health) {
        return new Sign(voice.say("continuity." + name), health.word(), voice.say("continuity." + health.word()), Optional.empty());
    }

    static List<Gap> gaps(Voice voice, Migration migration) {
        return migration.order().numbers().stream().map(number -> gap(voice, migration, number)).toList();
    }

    /** Before the number has moved there is none, and not knowing it would sound as if there were. */
    private static List<Gap> soFar(List<Gap> gaps, Migration migration) {
        boolean moved = migration.pivotCrossed(null) || migration.ending().isPresent();
        return gaps.stream().filter(gap -> moved || gap.dark().isPresent()).toList();
    }

    private static Gap gap(Voice voice, Migration migration, PhoneNumber number) {
        Optional<String> measured = Continuity.sendGap(migration, number).map(voice::lasting);
        Optional<String> known = Continuity.darkAtLeast(migration, number)
                .map(time -> voice.say("migration.dark.at-least", Map.of("time", voice.lasting(time))));
        Optional<String> dark = measured.or(() -> known);
        String why = Continuity.unmeasured(migration, number).map(MigrationPage::word).orElse("measured");
        String note = measured.isEmpty() && known.isPresent() ? "left" : why;
        return new Gap(voice.phone(number), dark, voice.say("migration.dark." + note),
                migration.facts().value(Fact.SOURCE_PROBE, number).flatMap(probe -> probe.accepted()).map(voice::precise),
                migration.facts().value(Fact.DESTINATION_PROBE, number).flatMap(probe -> probe.accepted()).map(voice::precise));
    }

    private static int reloadsAfter(Dossier dossier, WhatNow now) {
        if (dossier.card().migration().ending().isPresent() || now.asks()) {
            return 0;
        }
        return now.mood() == WhatNow.Mood.WORKING ? SOON_SECONDS : LATER_SECONDS;
    }

    /** As in JSON, class names and message keys: {@code cutting-over}. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
