package dev.portway.migration.standing;

import dev.portway.migration.Action;
import dev.portway.migration.Attempt;
import dev.portway.migration.Change;
import dev.portway.migration.Doubt;
import dev.portway.migration.Ending;
import dev.portway.migration.Event;
import dev.portway.migration.Migration;
import dev.portway.migration.Next;
import dev.portway.migration.Outcome;
import dev.portway.migration.Reaction;
import dev.portway.migration.Said;
import dev.portway.migration.Spendings;
import dev.portway.migration.Status;
import dev.portway.migration.Step;
import dev.portway.migration.View;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Facts;
import dev.portway.migration.fact.Learned;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.Source;
import dev.portway.migration.fact.SourceAccess;
import dev.portway.migration.fact.SourceGrant;
import dev.portway.migration.fact.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can happen to a migration: each takes it as it is and gives it as it is afterwards. Whoever keeps migrations calls these with the
 * row locked, and writes what they give.
 */
public final class Transitions {
    private Transitions() {}

    /** A new migration, with what was said when it was asked for. */
    public static Change created(Migration migration, List<Learned<?>> said, Source by, Instant now) {
        Migration later = migration.later();
        var known = later.with(later.facts().with(said, later.moment(), now, by));
        return new Change(known, List.of(new Event("created", "", null, Map.of("route", migration.route().name()), by)));
    }

    /**
     * An attempt is begun at what is next.
     *
     * @param settlesAt from then on the call can no longer arrive
     */
    public static Begun begun(Migration migration, Next.Call call, Instant now, Instant settlesAt) {
        Migration later = call.act().isEffect() ? withoutDoubt(migration, now).later() : migration;
        var attempt = new Attempt(later.moment(), call.step().name(), call.number(), call.act(), now, settlesAt, Optional.empty(),
                Optional.empty(), Attempt.Settled.NOT_YET, call.looksFor(), 1);
        return new Begun(attempt, call.act().isEffect() ? spent(later.with(attempt), attempt) : later);
    }

    /**
     * What is still doubtful when the next effect is planned stands in nobody's way: it is made again, or a person will say. Until then a code that may
     * have been sent counts as sent, so that none is sent twice unasked.
     */
    private static Migration withoutDoubt(Migration migration, Instant now) {
        return migration.doubtful()
                .map(doubtful -> doubtful.act().doubt() instanceof Doubt.AskPerson
                        ? EffectEnd.tookPlace(migration, doubtful, now)
                        : settled(migration, doubtful, Attempt.Settled.REPEATED))
                .orElse(migration);
    }

    /** An attempt, and the migration with it written down. */
    public record Begun(Attempt attempt, Migration migration) {}

    private static Migration spent(Migration migration, Attempt attempt) {
        return attempt.number() == null || attempt.act().budget().isEmpty()
                ? migration
                : migration.with(
                        migration.spendings().with(new Spendings.Try(attempt.number(), attempt.act(), attempt.at(), Optional.empty())));
    }

    /** An attempt has its outcome. Never refused for a newer fact: what Graph answered is not lost. */
    public static Change ended(Migration migration, Attempt attempt, Outcome outcome, Instant now) {
        Change change = attempt.act().isEffect()
                ? EffectEnd.of(migration, attempt, outcome, now)
                : LookEnd.of(migration, attempt, outcome, now);
        return new Change(withoutSpentToken(change.migration(), now), change.events());
    }

    /** A token for a source that may not be seen any more is of no use, and is not kept. */
    private static Migration withoutSpentToken(Migration migration, Instant now) {
        return migration.access(now) == SourceAccess.NONE && migration.facts().value(Fact.SOURCE_TOKEN).isPresent()
                ? migration.with(migration.facts().without(List.of(Fact.SOURCE_TOKEN), null))
                : migration;
    }

    /** A person does one of the actions that are allowed now. */
    public static Told told(Migration migration, Action action, Map<String, String> input, Source by, Instant now) {
        List<Action> allowed = Allowed.of(migration, now);
        if (!allowed.contains(action)) {
            return new Told.NotAllowed(allowed);
        }
        Optional<PhoneNumber> number = numberMeant(migration, input, now);
        if (number.isEmpty()) {
            return new Told.Misunderstood("number", input.containsKey("number") ? "unknown" : "missing");
        }
        return switch (action.understand(input, new View(migration, number.get(), now))) {
            case Said.Misunderstood(var field, var wrong) -> new Told.Misunderstood(field, wrong);
            case Said.Understood _ when action == Action.CONFIRM && !isAsked(migration, input, now) ->
                new Told.Misunderstood("task", "impossible");
            case Said.Understood(var learned, _) when learned.stream().anyMatch(one -> missed(one, now)) ->
                new Told.Misunderstood("opens", "over");
            case Said.Understood(var learned, _) when learned.stream().anyMatch(one -> over(one, now)) ->
                new Told.Misunderstood("until", "impossible");
            case Said.Understood(var learned, var forgotten) -> new Told.Accepted(
                    took(migration, action, new Words(learned, forgotten, number.get(), evidence(input)), by, now));
        };
    }

    /** What is confirmed is what is asked now: a page that stood open meanwhile confirms nothing else. */
    private static boolean isAsked(Migration migration, Map<String, String> input, Instant now) {
        return Allowed.task(Standing.of(migration, now), migration, now)
                .filter(task -> task.kind().word().equals(input.get("task")))
                .isPresent();
    }

    /** A window that is behind, or has a wrong year. */
    private static boolean missed(Learned<?> learned, Instant now) {
        return learned.value() instanceof Window window && !window.canBeMeant(now);
    }

    /** Access that has ended before it was given. */
    private static boolean over(Learned<?> learned, Instant now) {
        return learned.value() instanceof SourceGrant grant && grant.until().filter(end -> !end.isAfter(now)).isPresent();
    }

    /** @param evidence what an event keeps of it */
    private record Words(List<Learned<?>> learned, List<Fact<?>> forgotten, PhoneNumber number, Map<String, String> evidence) {}

    /** What was said for the record, where somebody asks later who said so and why. */
    private static Map<String, String> evidence(Map<String, String> input) {
        return Stream.of("task", "note", "reason", "words", "shown", "until")
                .filter(input::containsKey)
                .collect(Collectors.toUnmodifiableMap(Function.identity(), input::get));
    }

    private static Optional<PhoneNumber> numberMeant(Migration migration, Map<String, String> input, Instant now) {
        String written = input.get("number");
        if (written != null) {
            return migration.order().numbers().stream().filter(number -> number.e164().equals(written)).findFirst();
        }
        return Optional.ofNullable(Standing.of(migration, now).number())
                .or(() -> migration.order().numbers().size() == 1 ? Optional.of(migration.order().numbers().getFirst()) : Optional.empty())
                .or(() -> Optional.of(migration.order().numbers().getFirst()));
    }

    private static Change took(Migration migration, Action action, Words words, Source by, Instant now) {
        Migration later = migration.later();
        Facts facts = later.facts().without(words.forgotten(), words.number()).with(words.learned(), later.moment(), now, by);
        Migration known = settledByWord(later.with(facts), action, words.number(), now);
        return new Change(known, List
                .of(new Event(action.word() + "-told", Standing.of(migration, now).step().map(Step::name).orElse(""), null,
                        words.evidence(), by)));
    }

    /** A word that ends a doubt: the code came, or another is wanted; it happened, or it did not. */
    private static Migration settledByWord(Migration migration, Action action, PhoneNumber number, Instant now) {
        Optional<Attempt> doubtful = migration.doubtful();
        if (doubtful.isEmpty()) {
            return migration;
        }
        boolean asksPerson = doubtful.get().act().doubt() instanceof Doubt.AskPerson && number.equals(doubtful.get().number());
        return switch (action) {
            case ENTER_CODE -> asksPerson ? EffectEnd.tookPlace(migration, doubtful.get(), now) : migration;
            case NEW_CODE -> asksPerson ? settled(migration, doubtful.get(), Attempt.Settled.HAD_NO_EFFECT) : migration;
            case IT_HAPPENED -> EffectEnd.tookPlace(migration, doubtful.get(), now);
            case IT_DID_NOT -> settled(migration, doubtful.get(), Attempt.Settled.HAD_NO_EFFECT);
            default -> migration;
        };
    }

    static Migration settled(Migration migration, Attempt attempt, Attempt.Settled how) {
        return migration.with(new Attempt(attempt.no(), attempt.step(), attempt.number(), attempt.act(), attempt.at(), attempt.settlesAt(),
                attempt.outcome(),
                attempt.endedAt(), how, attempt.looksFor(), attempt.times()));
    }

    /** Something was heard about its objects: an older look no longer counts. */
    public static Change heard(Migration migration, List<Learned<?>> learned, Source by, Instant now) {
        Migration later = migration.later();
        return new Change(later.with(later.facts().with(learned, later.moment(), now, by)),
                learned.stream().map(one -> heard(one, by)).toList());
    }

    private static Event heard(Learned<?> one, Source by) {
        return new Event("heard", "", one.number(),
                Map.of("about", one.fact().type() == String.class ? one.value().toString() : one.fact().name()), by);
    }

    /** It ended, if it stands at its end. */
    public static Optional<Change> finished(Migration migration, Instant now) {
        if (migration.ending().isPresent() || !(Standing.of(migration, now).next() instanceof Next.Done(Ending how))) {
            return Optional.empty();
        }
        Migration over = migration.later().ended(how);
        return Optional.of(new Change(over.with(over.facts().without(List.of(Fact.SOURCE_TOKEN), null)),
                List.of(Event.of(how.status().word(), Source.PORTWAY))));
    }

    /** What changed between the two, as an event; empty when the status is the same. */
    public static Optional<Event> statusChanged(@Nullable Status before, Status after) {
        var data = before == null ? Map.of("to", after.word()) : Map.of("from", before.word(), "to", after.word());
        return before == after ? Optional.empty() : Optional.of(new Event("status-changed", "", null, data, Source.PORTWAY));
    }

    /** Forgets what a reaction says must be seen again. */
    static Migration back(Migration migration, Reaction reaction, @Nullable PhoneNumber number) {
        return reaction instanceof Reaction.BackTo(_, var forget)
                ? migration.with(migration.facts().without(new ArrayList<>(forget), number))
                : migration;
    }
}
