package dev.portway.api;

import dev.portway.migration.Action;
import dev.portway.migration.Field;
import dev.portway.migration.Migration;
import dev.portway.migration.Next;
import dev.portway.migration.Order;
import dev.portway.migration.Spending;
import dev.portway.migration.Step;
import dev.portway.migration.fact.Certainty;
import dev.portway.migration.fact.Drift;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Finding;
import dev.portway.migration.fact.Findings;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.Seen;
import dev.portway.migration.fact.Source;
import dev.portway.migration.fact.Unseen;
import dev.portway.migration.fact.WabaId;
import dev.portway.migration.standing.Continuity;
import dev.portway.migration.standing.Timeline;
import dev.portway.migration.standing.Why;
import dev.portway.preflight.Check;
import dev.portway.problem.Party;
import dev.portway.runner.Desk;
import dev.portway.words.Vocabulary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A migration as it is told: where it stands, whose move it is, what may be done now. Beside each name that stays the same is a text in the caller's
 * language.
 *
 * @param waitsFor whose move it is; null when only time is needed, or nothing
 * @param continuity whether what hangs on the number works at the destination
 * @param withdrawal what withdrawing now would take back and leave; null when it is not offered
 */
record MigrationView(String id, String route, List<String> numbers, String status, String statusText, @Nullable String waitsFor,
        @Nullable String waitsForText, NextView next,
        List<ActionView> allowed, WhyView why, ContinuityView continuity, Asking asked, SourceAccessView sourceAccess,
        List<StepView> steps, List<FindingView> findings,
        @Nullable DriftView drift, List<FactView> facts, @Nullable WithdrawalView withdrawal, Instant createdAt, Instant now) {

    /** Registered is not working: each is {@code unknown}, {@code pending}, {@code ok}, {@code partly} or {@code broken}. */
    record ContinuityView(String webhooks, String templates, String payment, String messaging, boolean pastPointOfNoReturn) {
        static ContinuityView of(Migration migration) {
            Continuity now = Continuity.of(migration);
            return new ContinuityView(now.webhooks().word(), now.templates().word(), now.payment().word(), now.messaging().word(),
                    migration.pivotCrossed(null));
        }
    }

    /** What was asked for. */
    record Asking(@Nullable String from, String access, @Nullable String to, String proving, String settling, @Nullable String prober) {}

    /**
     * What may be seen of the source now, and until when.
     *
     * @param level {@code none}, {@code read} or {@code own}: what was given since, as long as it counts, else what was ordered
     * @param ends when what was given ends, as somebody said or Graph shows of the token; null where nobody knows
     */
    record SourceAccessView(String level, @Nullable Instant ends) {
        static SourceAccessView of(Migration migration, Instant now) {
            return new SourceAccessView(word(migration.access(now)), migration.accessEnds().orElse(null));
        }
    }

    /**
     * @param kind {@code call}, {@code ask}, {@code wait} or {@code done}
     * @param check the check a task is about: what is stated where {@code state} is allowed; null where it is about none
     * @param todo what the person it waits for does, and where they click; null when it waits for nobody
     * @param link the address of that page; null where there is none
     * @param triesLeft how often an answer may still be wrong, or asked for, before Meta closes the number for hours; null where nothing is counted
     */
    record NextView(String kind, @Nullable String task, @Nullable String owner, @Nullable String subject, @Nullable String check,
            @Nullable String number, @Nullable Instant by, @Nullable Instant lookAgain, String text, @Nullable String todo,
            @Nullable String link,
            @Nullable Integer triesLeft) {}

    record ActionView(String action, String text, String href, List<FieldView> fields) {
        static ActionView of(Action action, String home, Vocabulary vocabulary) {
            return new ActionView(action.word(), vocabulary.say("action." + action.word()), home + action.word(),
                    action.fields().stream().map(field -> FieldView.of(field, vocabulary)).toList());
        }
    }

    record FieldView(String name, String text, String hint, String form, boolean required, List<String> oneOf, @Nullable String pattern) {
        static FieldView of(Field field, Vocabulary vocabulary) {
            return new FieldView(field.name(), vocabulary.say("field." + field.name()), vocabulary.say("field." + field.name() + ".hint"),
                    word(field.form()), field.required(), field.oneOf(), field.pattern().orElse(null));
        }
    }

    record WhyView(@Nullable String step, String fact, String saw, String text, @Nullable Instant since, @Nullable String source,
            @Nullable String sourceText) {}

    record StepView(String name, String text, String phase, String state, boolean pointOfNoReturn, @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            int attempts, @Nullable String skipped, @Nullable String skippedText) {
        static StepView of(Timeline.Entry entry, Vocabulary vocabulary) {
            String name = entry.step().name();
            return new StepView(name, vocabulary.say("step." + name), word(entry.step().phase()), word(entry.state()),
                    entry.step().isPivot(),
                    entry.began().orElse(null), entry.ended().orElse(null), entry.attempts(), entry.skipped().orElse(null),
                    entry.skipped().map(reason -> vocabulary.say("skipped." + reason)).orElse(null));
        }
    }

    /**
     * @param remedy what to do, and where to click; null when it holds
     * @param link the address of that page; null where there is none
     * @param value what was seen: Graph's words, or short ones that stay the same; {@code valueText} says them in the caller's language
     * @param where the call and its fields, or the webhook
     * @param at when it was seen, or when what was told of it happened
     * @param source whose evidence it is: {@code graph}, {@code webhook:<app>}, {@code person:<name>}; null when nobody knows
     * @param unseen why it could not be seen, as a name that stays the same; null when it was
     * @param because the same in the caller's language
     */
    record FindingView(String check, String text, @Nullable String remedy, @Nullable String link, @Nullable String number, String verdict,
            String certainty, String owner, String ownerText, String value, String valueText, String where, Instant at,
            @Nullable String source,
            @Nullable String sourceText, boolean statable, @Nullable String unseen, @Nullable String because) {
        static FindingView of(Finding finding, Order order, Vocabulary vocabulary) {
            Vocabulary.Guidance check = vocabulary.check(finding.check());
            boolean mends = finding.verdict() != Finding.Verdict.HOLDS;
            Optional<String> unseen = finding.unseen().map(Unseen::word);
            return new FindingView(finding.check(), vocabulary.say(finding.words()), mends ? check.todo() : null,
                    mends ? check.link().map(link -> at(link, finding, order)).orElse(null) : null,
                    finding.number().map(PhoneNumber::e164).orElse(null), word(finding.verdict()), word(finding.certainty()),
                    finding.owner().word(), vocabulary.say("party." + finding.owner().word()), finding.value(),
                    vocabulary.saw(finding.value()), finding.where(), finding.at(),
                    witness(finding).map(MigrationView::source).orElse(null),
                    witness(finding).map(source -> witnessed(source, vocabulary)).orElse(null),
                    finding.statable(), unseen.orElse(null), unseen.map(why -> vocabulary.say("unseen." + why)).orElse(null));
        }

        static Optional<Source> witness(Finding finding) {
            return finding.toldBy().or(() -> Optional.of(Source.GRAPH).filter(_ -> finding.certainty() == Certainty.VERIFIED));
        }

        /** WhatsApp Manager opens at one WABA. Observed: its own addresses carry {@code waba_id}. */
        private static String at(String link, Finding finding, Order order) {
            return Check.named(finding.check())
                    .flatMap(check -> check.waba(order))
                    .filter(_ -> link.contains("/wa/manage/"))
                    .map(waba -> link + "?waba_id=" + waba.value())
                    .orElse(link);
        }
    }

    /**
     * What is no longer as it was when the checks held.
     *
     * @param mark names exactly these differences: what {@code accept-drift} asks for
     * @param unread checks that saw something then and could not look now; they count as unchanged
     * @param lookedAt when it was looked last
     */
    record DriftView(String mark, List<DifferenceView> differences, List<String> unread, Instant lookedAt) {
        static DriftView of(Seen<Drift> seen, Migration migration, Vocabulary vocabulary) {
            Drift drift = seen.value();
            List<Drift.Difference> open = drift.open(migration.facts().value(Fact.DRIFT_ACCEPTED));
            return new DriftView(drift.mark(),
                    drift.differences().stream().map(one -> DifferenceView.of(one, open.contains(one), vocabulary)).toList(),
                    drift.unread(),
                    seen.at());
        }
    }

    /**
     * @param check the check that saw it; {@code templates} for a message template
     * @param about the template; null for a check
     * @param was what was seen at the check, {@code wasText} in the caller's language
     * @param is what is seen now
     * @param seen when it was first seen like this
     * @param state {@code stops} what must be put right, {@code open} what may be accepted, {@code accepted} what was
     */
    record DifferenceView(String check, String text, @Nullable String number, @Nullable String about, String was, String wasText,
            String is, String isText, Instant seen, String owner, String state) {
        static DifferenceView of(Drift.Difference one, boolean open, Vocabulary vocabulary) {
            return new DifferenceView(one.check(), vocabulary.compared(one.check()), one.number().map(PhoneNumber::e164).orElse(null),
                    one.about().isEmpty() ? null : one.about(), one.was(), vocabulary.saw(one.was()), one.is(), vocabulary.saw(one.is()),
                    one.seen(), one.owner().word(), one.stops() ? "stops" : open ? "open" : "accepted");
        }
    }

    record FactView(String name, @Nullable String number, Object value, Instant at, String certainty, String source) {}

    static MigrationView of(Desk.Card card, Vocabulary vocabulary) {
        Migration migration = card.migration();
        Order order = migration.order();
        return new MigrationView(migration.id().value(), migration.route().name(), numbers(order), card.standing().status().word(),
                vocabulary.say("status." + card.standing().status().word()), card.standing().waitsFor().map(Party::word).orElse(null),
                card.standing().waitsFor().map(party -> vocabulary.say("party." + party.word())).orElse(null), next(card, vocabulary),
                allowed(card, vocabulary), why(card, vocabulary), ContinuityView.of(migration),
                new Asking(order.source().map(Object::toString).orElse(null), word(order.access()),
                        migration.destination().map(WabaId::value).orElse(null),
                        word(order.proving()), order.settling().toString(), order.prober().map(PhoneNumber::e164).orElse(null)),
                SourceAccessView.of(migration, card.now()),
                Timeline.of(migration, card.now()).stream().map(entry -> StepView.of(entry, vocabulary)).toList(),
                findings(migration, vocabulary),
                migration.facts().seen(Fact.DRIFT, null).map(seen -> DriftView.of(seen, migration, vocabulary)).orElse(null),
                facts(migration),
                WithdrawalView.offered(card, vocabulary).orElse(null), migration.createdAt(), card.now());
    }

    static List<String> numbers(Order order) {
        return order.numbers().stream().map(PhoneNumber::e164).toList();
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static NextView next(Desk.Card card, Vocabulary vocabulary) {
        String number = Optional.ofNullable(card.standing().number()).map(PhoneNumber::e164).orElse(null);
        return switch (card.standing().next()) {
            case Next.Call(_, _, var act, _) ->
                new NextView("call", act.word(), Party.PORTWAY.word(), null, null, number, null, null, vocabulary.say("act." + act.word()),
                        null,
                        null, null);
            case Next.Ask ask -> asking(card, ask, vocabulary);
            case Next.Wait(var until, var reason) ->
                new NextView("wait", word(reason), card.standing().waitsFor().map(Party::word).orElse(null),
                        null, null, number, null, until,
                        vocabulary.waiting(word(reason), card.standing().step().map(Step::name).orElse("")), null, null, null);
            case Next.Done(var ending) -> new NextView("done", word(ending), null, null, null, null, null, null,
                    vocabulary.say("ending." + word(ending)), null, null, null);
        };
    }

    private static NextView asking(Desk.Card card, Next.Ask ask, Vocabulary vocabulary) {
        String number = Optional.ofNullable(card.standing().number()).map(PhoneNumber::e164).orElse(null);
        var task = ask.task();
        Vocabulary.Guidance guidance = vocabulary.task(task.kind().word(), task.subject(), card.isBlockedUnseen());
        return new NextView("ask", task.kind().word(), task.owner().word(), task.subject().isEmpty() ? null : task.subject(),
                task.check().orElse(null), number, ask.by().orElse(null), ask.lookAgain().orElse(null), guidance.title(), guidance.todo(),
                guidance.link().orElse(null),
                ask.spending().map(Spending::left).orElse(null));
    }

    private static List<ActionView> allowed(Desk.Card card, Vocabulary vocabulary) {
        String home = "/v1/migrations/" + card.migration().id() + "/actions/";
        return card.allowed().stream().map(action -> ActionView.of(action, home, vocabulary)).toList();
    }

    private static WhyView why(Desk.Card card, Vocabulary vocabulary) {
        Why why = card.standing().why();
        String step = card.standing().step().map(Object::toString).orElse(null);
        return new WhyView(step, why.fact(), why.saw(), vocabulary.why(why.fact(), why.saw()), why.since().orElse(null),
                why.source().map(MigrationView::source).orElse(null),
                why.source().map(source -> witnessed(source, vocabulary)).orElse(null));
    }

    static String source(Source source) {
        return source.by().isEmpty() ? word(source.kind()) : word(source.kind()) + ":" + source.by();
    }

    private static String witnessed(Source source, Vocabulary vocabulary) {
        return vocabulary.source(word(source.kind()), source.by());
    }

    private static List<FindingView> findings(Migration migration, Vocabulary vocabulary) {
        return migration.facts()
                .value(Fact.CHECKED)
                .map(Findings::all)
                .orElse(List.of())
                .stream()
                .map(one -> FindingView.of(one, migration.order(), vocabulary))
                .toList();
    }

    private static final Set<Fact<?>> ELSEWHERE = Set.of(Fact.CHECKED, Fact.SEEN_AT_CHECK, Fact.SEEN_SINCE, Fact.DRIFT,
            Fact.DRIFT_ACCEPTED);

    /** Those that are shown as they are; secrets and lists that have a place of their own are left out. */
    private static List<FactView> facts(Migration migration) {
        var facts = new ArrayList<FactView>();
        migration.facts().forEach((key, seen) -> {
            if (!key.fact().secret() && !ELSEWHERE.contains(key.fact())) {
                String number = Optional.ofNullable(key.number()).map(PhoneNumber::e164).orElse(null);
                facts.add(new FactView(key.fact().name(), number, seen.value(), seen.at(), word(seen.certainty()), source(seen.source())));
            }
        });
        facts.sort((one, other) -> one.name().compareTo(other.name()));
        return List.copyOf(facts);
    }
}
