package dev.portway.api;

import dev.portway.account.Caller;
import dev.portway.intake.Rejected;
import dev.portway.intake.Wrong;
import dev.portway.migration.Migration;
import dev.portway.migration.fact.Finding;
import dev.portway.migration.fact.History;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.Unseen;
import dev.portway.preflight.Check;
import dev.portway.runner.Desk;
import dev.portway.words.Vocabulary;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a migration's checks said over time. */
@RestController
@RequestMapping(path = "/v1/migrations/{id}/findings", produces = MediaType.APPLICATION_JSON_VALUE)
class FindingsController {
    private static final Duration SINCE_YESTERDAY = Duration.ofDays(1);

    private final Desk desk;
    private final CallersLanguage language;

    FindingsController(Desk desk, CallersLanguage language) {
        this.desk = desk;
        this.language = language;
    }

    /**
     * What a check said.
     *
     * @param value what was seen: Graph's words, or short ones that stay the same; {@code valueText} says them in the caller's language
     * @param source whose evidence it is: {@code graph}, {@code webhook:<app>}, {@code person:<name>}; null when nobody knows
     * @param unseen why it could not be seen, as a name that stays the same; null when it was
     * @param since when a look first saw it like this
     */
    record SaidView(String verdict, String verdictText, String certainty, String value, String valueText, @Nullable String source,
            @Nullable String unseen, Instant since) {
        static SaidView of(History.Entry entry, Vocabulary vocabulary) {
            Finding finding = entry.finding();
            String verdict = MigrationView.word(finding.verdict());
            return new SaidView(verdict, vocabulary.say("verdict." + verdict), MigrationView.word(finding.certainty()), finding.value(),
                    vocabulary.saw(finding.verdict() == Finding.Verdict.UNKNOWN ? finding.shown() : finding.value()),
                    MigrationView.FindingView.witness(finding).map(MigrationView::source).orElse(null),
                    finding.unseen().map(Unseen::word).orElse(null), entry.since());
        }
    }

    /** @param was what it said then; where it had said nothing yet, or that is not kept, the first that is known: see its {@code since} */
    record ChangeView(String check, String text, @Nullable String number, SaidView was, SaidView is) {
        static ChangeView of(History.Difference one, Vocabulary vocabulary) {
            Finding now = one.is().finding();
            return new ChangeView(now.check(), vocabulary.compared(now.check()), now.number().map(PhoneNumber::e164).orElse(null),
                    SaidView.of(one.was(), vocabulary), SaidView.of(one.is(), vocabulary));
        }
    }

    /** @param changes the latest first */
    record ChangesView(Instant since, Instant until, List<ChangeView> changes) {}

    record EntryView(String check, String text, @Nullable String number, SaidView said) {
        static EntryView of(History.Entry entry, Vocabulary vocabulary) {
            Finding finding = entry.finding();
            return new EntryView(finding.check(), vocabulary.compared(finding.check()),
                    finding.number().map(PhoneNumber::e164).orElse(null),
                    SaidView.of(entry, vocabulary));
        }
    }

    /** @param next the cursor of the next page; null on the last */
    record HistoryView(List<EntryView> findings, @Nullable String next) {}

    @GetMapping("/changes")
    ChangesView changes(@AuthenticationPrincipal Caller caller, @PathVariable String id, @RequestParam Map<String, String> asked) {
        MigrationsController.knows(asked, "since", "until");
        Desk.Card card = MigrationsController.card(desk, caller, id);
        Instant until = instant(asked, "until").orElse(card.now());
        Instant since = instant(asked, "since").orElseGet(() -> until.minus(SINCE_YESTERDAY));
        if (since.isAfter(until)) {
            throw Rejected.field(Wrong.FIELD_MALFORMED, "since");
        }
        Vocabulary vocabulary = language.vocabulary();
        History history = desk.history(caller.provider(), card.migration().id(), since, until);
        return new ChangesView(since, until,
                history.between(since, until).stream().map(one -> ChangeView.of(one, vocabulary)).toList());
    }

    /** A plus sign that nobody encoded has become a space on the way. */
    private static Optional<Instant> instant(Map<String, String> asked, String field) {
        try {
            return Optional.ofNullable(asked.get(field)).map(text -> {
                if (!text.matches("[0-9]{4}-.{1,40}")) {
                    throw Rejected.field(Wrong.FIELD_MALFORMED, field);
                }
                return Instant.parse(text.replace(' ', '+'));
            });
        } catch (DateTimeParseException noInstant) {
            throw Rejected.field(Wrong.FIELD_MALFORMED, field);
        }
    }

    @GetMapping("/history")
    HistoryView history(@AuthenticationPrincipal Caller caller, @PathVariable String id, @RequestParam Map<String, String> asked) {
        MigrationsController.knows(asked, "check", "after", "limit");
        int limit = MigrationsController.limit(asked);
        String check = asked.getOrDefault("check", "");
        if (!check.isEmpty() && Check.named(check).isEmpty()) {
            throw Rejected.field(Wrong.FIELD_MALFORMED, "check");
        }
        long before = before(asked.getOrDefault("after", String.valueOf(Long.MAX_VALUE)));
        Migration migration = MigrationsController.card(desk, caller, id).migration();
        Vocabulary vocabulary = language.vocabulary();
        List<History.Entry> entries = desk.said(caller.provider(), migration.id(), check, before, limit + 1);
        List<History.Entry> page = entries.subList(0, Math.min(limit, entries.size()));
        return new HistoryView(page.stream().map(entry -> EntryView.of(entry, vocabulary)).toList(),
                entries.size() > limit ? String.valueOf(page.getLast().no()) : null);
    }

    private static long before(String after) {
        if (!after.matches("[0-9]{1,19}")) {
            throw Rejected.field(Wrong.FIELD_MALFORMED, "after");
        }
        return after.length() > 18 ? Long.MAX_VALUE : Long.parseLong(after);
    }
}
