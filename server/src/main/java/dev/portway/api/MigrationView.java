package dev.portway.api;

import dev.portway.migration.Action;
import dev.portway.migration.Fact;
import dev.portway.migration.Facts;
import dev.portway.migration.Field;
import dev.portway.migration.Finding;
import dev.portway.migration.Findings;
import dev.portway.migration.Migration;
import dev.portway.migration.Next;
import dev.portway.migration.Order;
import dev.portway.migration.Payment;
import dev.portway.migration.PhoneNumber;
import dev.portway.migration.Source;
import dev.portway.migration.Timeline;
import dev.portway.migration.Why;
import dev.portway.problem.Party;
import dev.portway.runner.Desk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A migration as it is told: where it stands, whose move it is, what may be done now.
 *
 * @param waitsFor whose move it is; null when only time is needed, or nothing
 * @param continuity whether what hangs on the number works at the destination
 * @param withdrawal what withdrawing now would take back and leave; null when it is not offered
 */
record MigrationView(String id, String route, List<String> numbers, String status, @Nullable String waitsFor, NextView next,
        List<ActionView> allowed, WhyView why, Continuity continuity, Asking asked, List<StepView> steps, List<FindingView> findings,
        List<FactView> facts, @Nullable WithdrawalView withdrawal, Instant createdAt, Instant now) {

    /** Registered is not working: each is {@code unknown}, {@code pending}, {@code ok} or {@code broken}. */
    record Continuity(String webhooks, String templates, String payment, String messaging, boolean pastPointOfNoReturn) {}

    /** What was asked for. */
    record Asking(@Nullable String from, String access, String to, String proving, String settling, @Nullable String prober) {}

    /** @param kind {@code call}, {@code ask}, {@code wait} or {@code done} */
    record NextView(String kind, @Nullable String task, @Nullable String owner, @Nullable String subject, @Nullable String number,
            @Nullable Instant by, @Nullable Instant lookAgain) {}

    record ActionView(String action, String href, List<FieldView> fields) {}

    record FieldView(String name, String form, boolean required, List<String> oneOf, @Nullable String pattern) {
        static FieldView of(Field field) {
            return new FieldView(field.name(), word(field.form()), field.required(), field.oneOf(), field.pattern().orElse(null));
        }
    }

    record WhyView(@Nullable String step, String fact, String saw, @Nullable Instant since, @Nullable String source) {}

    record StepView(String name, String phase, String state, boolean pointOfNoReturn, @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            int attempts, @Nullable String skipped) {
        static StepView of(Timeline.Entry entry) {
            return new StepView(entry.step().name(), word(entry.step().phase()), word(entry.state()), entry.step().isPivot(),
                    entry.began().orElse(null), entry.ended().orElse(null), entry.attempts(), entry.skipped().orElse(null));
        }
    }

    record FindingView(String check, @Nullable String number, String verdict, String certainty, String owner, String value, String where,
            Instant at, boolean statable) {
        static FindingView of(Finding finding) {
            return new FindingView(finding.check(), finding.number().map(PhoneNumber::e164).orElse(null), word(finding.verdict()),
                    word(finding.certainty()), finding.owner().word(), finding.value(), finding.where(), finding.at(), finding.statable());
        }
    }

    record FactView(String name, @Nullable String number, Object value, Instant at, String certainty, String source) {}

    static MigrationView of(Desk.Card card) {
        Migration migration = card.migration();
        Order order = migration.order();
        return new MigrationView(migration.id().value(), migration.route().name(), numbers(order), card.standing().status().word(),
                card.standing().waitsFor().map(Party::word).orElse(null), next(card), allowed(card), why(card), continuity(migration),
                new Asking(order.source().map(Object::toString).orElse(null), word(order.access()), order.destination().value(),
                        word(order.proving()), order.settling().toString(), order.prober().map(PhoneNumber::e164).orElse(null)),
                Timeline.of(migration, card.now()).stream().map(StepView::of).toList(), findings(migration), facts(migration),
                WithdrawalView.offered(card).orElse(null), migration.createdAt(), card.now());
    }

    static List<String> numbers(Order order) {
        return order.numbers().stream().map(PhoneNumber::e164).toList();
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static NextView next(Desk.Card card) {
        String number = Optional.ofNullable(card.standing().number()).map(PhoneNumber::e164).orElse(null);
        return switch (card.standing().next()) {
            case Next.Call call -> new NextView("call", call.act().word(), Party.PORTWAY.word(), null, number, null, null);
            case Next.Ask(var task, var by, var lookAgain) -> new NextView("ask", task.kind().word(), task.owner().word(),
                    task.subject().isEmpty() ? null : task.subject(), number, by.orElse(null), lookAgain.orElse(null));
            case Next.Wait(var until, var reason) ->
                new NextView("wait", word(reason), card.standing().waitsFor().map(Party::word).orElse(null),
                        null, number, null, until);
            case Next.Done(var ending) -> new NextView("done", word(ending), null, null, null, null, null);
        };
    }

    private static List<ActionView> allowed(Desk.Card card) {
        String home = "/v1/migrations/" + card.migration().id() + "/actions/";
        return card.allowed()
                .stream()
                .map((Action action) -> new ActionView(action.word(), home + action.word(),
                        action.fields().stream().map(FieldView::of).toList()))
                .toList();
    }

    private static WhyView why(Desk.Card card) {
        Why why = card.standing().why();
        String step = card.standing().step().map(Object::toString).orElse(null);
        return new WhyView(step, why.fact(), why.saw(), why.since().orElse(null), why.source().map(MigrationView::source).orElse(null));
    }

    static String source(Source source) {
        return source.by().isEmpty() ? word(source.kind()) : word(source.kind()) + ":" + source.by();
    }

    private static Continuity continuity(Migration migration) {
        Facts facts = migration.facts();
        String webhooks = facts.value(Fact.APP_SUBSCRIBED).map(yes -> yes ? "ok" : "broken").orElse("pending");
        String templates = facts.value(Fact.ASSETS)
                .map(assets -> assets.failed() > 0 ? "broken" : assets.finished() ? "ok" : "pending")
                .orElse("unknown");
        String payment = facts.value(Fact.PAYMENT).map(MigrationView::payment).orElse("unknown");
        return new Continuity(webhooks, templates, payment, messaging(migration), migration.pivotCrossed(null));
    }

    private static String payment(Payment payment) {
        return switch (payment) {
            case SEEN -> "ok";
            case MISSING -> "broken";
            case UNKNOWN -> "unknown";
        };
    }

    private static String messaging(Migration migration) {
        boolean live = migration.order().numbers().stream().allMatch(number -> migration.facts().is(Fact.LIVE_HERE, number));
        return live ? "ok" : migration.pivotCrossed(null) ? "unknown" : "pending";
    }

    private static List<FindingView> findings(Migration migration) {
        return migration.facts().value(Fact.CHECKED).map(Findings::all).orElse(List.of()).stream().map(FindingView::of).toList();
    }

    /** Those that are shown as they are; secrets and lists that have a place of their own are left out. */
    private static List<FactView> facts(Migration migration) {
        var facts = new ArrayList<FactView>();
        migration.facts().forEach((key, seen) -> {
            if (!key.fact().secret() && !key.fact().equals(Fact.CHECKED)) {
                String number = Optional.ofNullable(key.number()).map(PhoneNumber::e164).orElse(null);
                facts.add(new FactView(key.fact().name(), number, seen.value(), seen.at(), word(seen.certainty()), source(seen.source())));
            }
        });
        facts.sort((one, other) -> one.name().compareTo(other.name()));
        return List.copyOf(facts);
    }
}
