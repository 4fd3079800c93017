package dev.portway.migration.standing;

import dev.portway.migration.Attempt;
import dev.portway.migration.Change;
import dev.portway.migration.Doing;
import dev.portway.migration.Doubt;
import dev.portway.migration.Event;
import dev.portway.migration.Migration;
import dev.portway.migration.Outcome;
import dev.portway.migration.View;
import dev.portway.migration.fact.Drift;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Facts;
import dev.portway.migration.fact.Findings;
import dev.portway.migration.fact.Learned;
import dev.portway.migration.fact.Leaving;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.Seen;
import dev.portway.migration.fact.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What a look makes of a migration. */
final class LookEnd {
    /** What a look may see that others want to hear of, and what it is called then. */
    static final Map<Fact<?>, String> NEWS = Map.of(Fact.CHECKED, "checked", Fact.SNAPSHOT_TAKEN, "snapshot-taken", Fact.PAYMENT,
            "payment-seen",
            Fact.TWO_STEP, "two-step-seen", Fact.NUMBER_SEEN, "number-seen", Fact.ASSETS, "assets-compared", Fact.DRIFT, "drift-seen");

    private LookEnd() {}

    static Change of(Migration migration, Attempt look, Outcome outcome, Instant now) {
        List<Learned<?>> learned = outcome instanceof Outcome.Done(var all) ? all : List.of();
        Facts facts = migration.facts()
                .with(learned, look.no(), now, Source.GRAPH)
                .with(Leaving.told(migration.facts(), learned, look.at(), now), look.no(), now, Source.GRAPH);
        List<Learned<?>> news = learned.stream().filter(one -> isNew(migration, one)).toList();
        var events = new ArrayList<>(news.stream().filter(one -> NEWS.containsKey(one.fact())).map(one -> event(one, look)).toList());
        Migration seen = reacting(migration.with(facts).with(counted(migration, look, outcome, !news.isEmpty(), now)), look, now);
        Migration settled = settling(seen, look, facts, events, now);
        return new Change(liveUnregistered(settled).filter(_ -> Standing.of(migration, now).leaving())
                .map(number -> goneAlready(settled, number, events, now))
                .orElse(settled), events);
    }

    private static boolean isNew(Migration migration, Learned<?> one) {
        Optional<Object> before = migration.facts().value(one.fact(), one.number()).map(Object.class::cast);
        return before.map(then -> !same(then, one.value())).orElse(!same(Drift.NONE, one.value())); // nothing changed is no news
    }

    private static boolean same(Object before, Object now) {
        return switch (now) {
            case Findings are when before instanceof Findings were -> are.sayTheSame(were);
            case Drift is when before instanceof Drift was -> is.differences().equals(was.differences());
            default -> before.equals(now);
        };
    }

    private static Event event(Learned<?> one, Attempt look) {
        String name = Objects.requireNonNull(NEWS.get(one.fact()));
        return new Event(name, look.step(), one.number(), Map.of("value", Why.words(one.value())), Source.GRAPH);
    }

    /** The same look as before is counted, not written again. */
    private static Attempt counted(Migration migration, Attempt look, Outcome outcome, boolean news, Instant now) {
        Optional<Attempt> before = migration.attempts().stream().filter(look::sameRow).findFirst();
        boolean same = !news && before.flatMap(Attempt::outcome).map(Outcome::word).filter(outcome.word()::equals).isPresent();
        int times = same ? before.map(Attempt::times).orElse(0) + 1 : 1;
        return new Attempt(look.no(), look.step(), look.number(), look.act(), look.at(), look.settlesAt(), Optional.of(outcome),
                Optional.of(now),
                Attempt.Settled.NOT_YET, look.looksFor(), times);
    }

    /** A watch whose value means "back" forgets what must be seen again. */
    private static Migration reacting(Migration migration, Attempt look, Instant now) {
        return migration.route()
                .step(look.step())
                .filter(step -> look.looksFor() == 0)
                .map(step -> step.doing() instanceof Doing.Watch<?> watch
                        ? meant(migration, watch, look, now)
                        : migration)
                .orElse(migration);
    }

    private static <T> Migration meant(Migration migration, Doing.Watch<T> watch, Attempt look, Instant now) {
        return watch.read() != look.act()
                ? migration
                : migration.facts()
                        .seen(watch.fact(), look.number())
                        .filter(seen -> seen.asOf() == look.no())
                        .map(seen -> Transitions.back(migration,
                                watch.meaning().apply(seen.value(), new View(migration, look.number(), now)), look.number()))
                        .orElse(migration);
    }

    /** The look was made to settle a doubtful effect. */
    private static Migration settling(Migration migration, Attempt look, Facts facts, List<Event> events, Instant now) {
        Optional<Attempt> doubtful = migration.attempts()
                .stream()
                .filter(one -> look.looksFor() > 0 && one.no() == look.looksFor() && one.inDoubt())
                .findFirst();
        if (doubtful.isEmpty() || !(doubtful.get().act().doubt() instanceof Doubt.Look(_, Fact<Boolean> shows))) {
            return migration;
        }
        Attempt effect = doubtful.get();
        Optional<Boolean> showed = facts.seen(shows, effect.number())
                .filter(seen -> seen.asOf() >= look.no() && look.no() >= effect.no())
                .map(Seen::value)
                .filter(_ -> migration.attempts()
                        .stream()
                        .anyMatch(one -> one.sameRow(look) && one.outcome().filter(Outcome.Done.class::isInstance).isPresent()));
        String found = showed.map(yes -> yes ? "-found-done" : "-found-undone").orElse("-still-in-doubt");
        events.add(new Event(effect.act().word() + found, effect.step(), effect.number(), Map.of(), Source.GRAPH));
        return showed
                .map(yes -> yes
                        ? EffectEnd.tookPlace(migration, effect, now)
                        : Transitions.settled(migration, effect, Attempt.Settled.HAD_NO_EFFECT))
                .orElseGet(() -> unclear(migration, effect))
                .later();
    }

    private static Migration unclear(Migration migration, Attempt effect) {
        return migration.with(
                new Attempt(effect.no(), effect.step(), effect.number(), effect.act(), effect.at(), effect.settlesAt(), effect.outcome(),
                        effect.endedAt(), effect.settled(), effect.looksFor(), effect.times() + 1));
    }

    private static Optional<PhoneNumber> liveUnregistered(Migration migration) {
        Facts facts = migration.facts();
        return migration.order()
                .numbers()
                .stream()
                .filter(number -> facts.is(Fact.LIVE_HERE, number) && !facts.is(Fact.REGISTERED, number))
                .findFirst();
    }

    /** While it was being withdrawn, it was seen to be live here: there is nothing left to withdraw. */
    private static Migration goneAlready(Migration migration, PhoneNumber live, List<Event> events, Instant now) {
        events.add(new Event("withdrawal-overtaken", "", live, Map.of(), Source.GRAPH));
        var crossed = List.<Learned<?>>of(Learned.that(Fact.REGISTERED, live, true), Learned.that(Fact.REGISTERED_AT, live, now));
        Migration later = migration.later();
        return later.with(later.facts().without(List.of(Fact.WITHDRAWAL_ASKED), null).with(crossed, later.moment(), now, Source.GRAPH));
    }
}
