package dev.portway.migration;

import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Facts;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.Source;
import dev.portway.migration.fact.SourceAccess;
import dev.portway.migration.fact.WabaId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An order to move a number, or the numbers that can only move together, and all that is known and was tried about it.
 *
 * <pre>
 *   order (fixed) ─┐
 *   facts ─────────┼─▶ where it stands ─▶ what is next ─▶ an attempt ─▶ its outcome ─┐
 *   attempts ──────┘                                                                 │
 *        ▲                                                                           │
 *        └──────────────────────── facts, attempts, one moment later ◀───────────────┘
 * </pre>
 *
 * @param attempts effects one by one, reads counted, in the order of their moments
 * @param moment counts what was written down; facts and attempts are ordered by it, never by clocks
 * @param spendings what was tried on its numbers, over all their migrations
 */
public record Migration(MigrationId id, ProviderId provider, Route route, Order order, Facts facts, List<Attempt> attempts, long moment,
        Spendings spendings, Instant createdAt, Optional<Ending> ending) {
    public Migration {
        attempts = inOrder(attempts) ? List.copyOf(attempts) : attempts.stream().sorted(Comparator.comparingLong(Attempt::no)).toList();
    }

    /** As they are in nearly every copy: then they are not sorted again for each change. */
    private static boolean inOrder(List<Attempt> attempts) {
        for (int i = 1; i < attempts.size(); i++) {
            if (attempts.get(i - 1).no() > attempts.get(i).no()) {
                return false;
            }
        }
        return true;
    }

    /** A new one: nothing is known of it but what was asked. */
    public static Migration asked(MigrationId id, ProviderId provider, Route route, Order order, Instant at) {
        return new Migration(id, provider, route, order, Facts.NONE, List.of(), 0, Spendings.NONE, at, Optional.empty());
    }

    /** The WABA the numbers go to: as it was found on the way, else as it was ordered; empty while nobody knows it, or where there is none. */
    public Optional<WabaId> destination() {
        return facts.value(Fact.DESTINATION_WABA).or(order::destination);
    }

    /** What may be seen of the source at this time: what its owner said last, as long as it counts, else what was ordered. */
    public SourceAccess access(Instant now) {
        return facts.value(Fact.SOURCE_GRANT).map(grant -> grant.at(now, facts)).orElse(order.access());
    }

    /** When that ends; empty when it does not, or nobody knows. */
    public Optional<Instant> accessEnds() {
        return facts.value(Fact.SOURCE_GRANT).flatMap(grant -> grant.end(facts));
    }

    /** As whoever acts for it is to see it: the order says what may be seen now. */
    public Migration seeing(SourceAccess access) {
        return access == order.access()
                ? this
                : new Migration(id, provider, route, order.seeing(access), facts, attempts, moment, spendings, createdAt, ending);
    }

    /** The latest attempt at this act for this number. */
    public Optional<Attempt> latest(Act act, @Nullable PhoneNumber number) {
        return attempts.stream().filter(attempt -> attempt.concerns(act, number)).reduce((_, last) -> last);
    }

    /** Effects of which nobody knows whether they took place. By the journal's rule there is at most one. */
    public Optional<Attempt> doubtful() {
        return attempts.stream().filter(Attempt::inDoubt).reduce((_, last) -> last);
    }

    /** Whether only forward is left: for this number, or for any when null. */
    public boolean pivotCrossed(@Nullable PhoneNumber number) {
        int pivot = route.pivot();
        if (pivot == route.steps().size()) {
            return false;
        }
        Step step = route.steps().get(pivot);
        Stream<PhoneNumber> asked = number == null ? order.numbers().stream() : Stream.of(number);
        return asked.anyMatch(one -> crossed(step, step.isForEachNumber() ? one : null));
    }

    /** Written and not known to have had no effect; or known to be so. */
    private boolean crossed(Step pivot, @Nullable PhoneNumber number) {
        return switch (pivot.doing()) {
            case Doing.Effect(Act act, _) -> facts.is(act.establishes(), number)
                    || attempts.stream().anyMatch(attempt -> attempt.concerns(act, number) && attempt.mayHaveTakenPlace());
            case Doing.Ask(_, Fact<?> answer, _) -> facts.seen(answer, number).isPresent();
            case Doing.Watch<?> watch -> holds(watch, number);
            case Doing.Until _ -> false;
        };
    }

    /** Seen to be so; when does not matter, for what it means here does not change with time. */
    private <T> boolean holds(Doing.Watch<T> watch, @Nullable PhoneNumber number) {
        return facts.seen(watch.fact(), number)
                .map(seen -> watch.meaning().apply(seen.value(), new View(this, number, seen.at())))
                .filter(Reaction.Holds.class::isInstance)
                .isPresent();
    }

    /** When anybody last did anything about it: from then its patience runs. */
    public Instant lastStirred() {
        var said = Stream.<Instant>builder();
        facts.forEach((_, seen) -> {
            if (seen.source().kind() == Source.Kind.PERSON) {
                said.add(seen.at());
            }
        });
        var done = attempts.stream().filter(attempt -> onTheWay(attempt.act())).map(Attempt::at);
        return Stream.concat(said.build(), done).max(Comparator.naturalOrder()).orElse(createdAt);
    }

    private boolean onTheWay(Act act) {
        return route.steps().stream().anyMatch(step -> step.effect().filter(act::equals).isPresent());
    }

    /** The next moment. */
    public Migration later() {
        return new Migration(id, provider, route, order, facts, attempts, moment + 1, spendings, createdAt, ending);
    }

    public Migration with(Facts newFacts) {
        return new Migration(id, provider, route, order, newFacts, attempts, moment, spendings, createdAt, ending);
    }

    /** With this attempt, in place of the one of the same moment, step and number. */
    public Migration with(Attempt changed) {
        var others = attempts.stream().filter(one -> !one.sameRow(changed));
        return new Migration(id, provider, route, order, facts, Stream.concat(others, Stream.of(changed)).toList(), moment, spendings,
                createdAt, ending);
    }

    public Migration with(Spendings newSpendings) {
        return new Migration(id, provider, route, order, facts, attempts, moment, newSpendings, createdAt, ending);
    }

    public Migration ended(Ending how) {
        return new Migration(id, provider, route, order, facts, attempts, moment, spendings, createdAt, Optional.of(how));
    }
}
