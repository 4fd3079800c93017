package dev.portway.migration.standing;

import dev.portway.migration.Act;
import dev.portway.migration.Attempt;
import dev.portway.migration.Change;
import dev.portway.migration.Event;
import dev.portway.migration.Migration;
import dev.portway.migration.Outcome;
import dev.portway.migration.Reaction;
import dev.portway.migration.Spendings;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Facts;
import dev.portway.migration.fact.Learned;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an effect's outcome makes of a migration. */
final class EffectEnd {
    private EffectEnd() {}

    static Change of(Migration migration, Attempt attempt, Outcome outcome, Instant now) {
        Attempt closed = closed(asKept(migration, attempt), outcome, now);
        Migration later = migration.with(closed).later();
        return switch (outcome) {
            case Outcome.Done(var learned) ->
                new Change(established(later, closed, learned, now), List.of(event(closed.act().establishes().name(), closed, Map.of())));
            case Outcome.Refused(var problem, _) -> new Change(refused(later, closed, problem.code(), now),
                    List.of(event(closed.act().word() + "-refused", closed, Map.of("problem", problem.code()))));
            case Outcome.InDoubt(var cause) ->
                new Change(later, List.of(event(closed.act().word() + "-in-doubt", closed, Map.of("cause", cause))));
            case Outcome.NotSent _ -> new Change(unspent(later, closed), List.of());
        };
    }

    /** A look or a person may have settled it while its run stood still; that stays known. */
    private static Attempt asKept(Migration migration, Attempt attempt) {
        return migration.attempts().stream().filter(attempt::sameRow).findFirst().orElse(attempt);
    }

    private static Attempt closed(Attempt attempt, Outcome outcome, Instant now) {
        return new Attempt(attempt.no(), attempt.step(), attempt.number(), attempt.act(), attempt.at(), attempt.settlesAt(),
                Optional.of(outcome),
                Optional.of(now), settled(attempt, outcome), attempt.looksFor(), attempt.times());
    }

    /** Graph's own word that it took place is worth more than a look that came too early. */
    private static Attempt.Settled settled(Attempt attempt, Outcome outcome) {
        boolean belied = outcome instanceof Outcome.Done && attempt.settled() == Attempt.Settled.HAD_NO_EFFECT;
        return belied ? Attempt.Settled.TOOK_PLACE : attempt.settled();
    }

    /** A doubtful one took place after all. */
    static Migration tookPlace(Migration migration, Attempt attempt, Instant now) {
        return established(Transitions.settled(migration, attempt, Attempt.Settled.TOOK_PLACE), attempt, List.of(), now);
    }

    private static Migration established(Migration migration, Attempt attempt, List<Learned<?>> learned, Instant now) {
        var all = new ArrayList<>(learned);
        all.add(Learned.that(attempt.act().establishes(), attempt.number(), true));
        whenIs(attempt.act()).ifPresent(fact -> all.add(Learned.that(fact, attempt.number(), now)));
        Facts facts = migration.facts().with(all, attempt.no(), now, Source.GRAPH);
        return used(migration.with(facts), attempt);
    }

    private static Optional<Fact<Instant>> whenIs(Act act) {
        return switch (act) {
            case REGISTER -> Optional.of(Fact.REGISTERED_AT);
            case VERIFY_CODE -> Optional.of(Fact.OWNERSHIP_VERIFIED_AT);
            default -> Optional.empty();
        };
    }

    /** A code, and a backup with its password, are forgotten once they did their work. */
    private static Migration used(Migration migration, Attempt attempt) {
        return switch (attempt.act()) {
            case VERIFY_CODE -> migration.with(migration.facts().without(List.of(Fact.CODE), attempt.number()));
            case EXCHANGE_CODE -> migration.with(migration.facts().without(List.of(Fact.SIGNUP_CODE), null));
            case REGISTER -> migration.with(migration.facts().without(List.of(Fact.BACKUP), attempt.number()));
            default -> migration;
        };
    }

    private static Migration refused(Migration migration, Attempt attempt, String problem, Instant now) {
        Migration counted = attempt.act().budget().filter(budget -> budget.spent().code().equals(problem)).isPresent()
                ? closedByGraph(migration, attempt, now)
                : migration;
        Map<String, Reaction> on = migration.route().step(attempt.step()).map(step -> step.terms().on()).orElse(Map.of());
        Optional<Reaction> own = Optional.ofNullable(spent(counted, attempt, now).map(on::get).orElse(on.get(problem)));
        return own.map(reaction -> Transitions.back(counted, reaction, attempt.number())).orElse(counted);
    }

    /** What every further try would be refused with, once this was the last that may be made. */
    private static Optional<String> spent(Migration counted, Attempt attempt, Instant now) {
        PhoneNumber number = attempt.number();
        return number == null
                ? Optional.empty()
                : attempt.act()
                        .budget()
                        .filter(budget -> counted.spendings().of(budget, number, now).opens().isPresent())
                        .map(budget -> budget.spent().code());
    }

    private static Migration closedByGraph(Migration migration, Attempt attempt, Instant now) {
        PhoneNumber number = attempt.number();
        return number == null
                ? migration
                : migration.with(migration.spendings().with(new Spendings.Try(number, attempt.act(), attempt.at(), Optional.of(now))));
    }

    /** Nothing left this machine, so nothing was spent. */
    private static Migration unspent(Migration migration, Attempt attempt) {
        var tries = new ArrayList<>(migration.spendings().tries());
        tries.removeIf(one -> one.act() == attempt.act() && one.number().equals(attempt.number()) && one.at().equals(attempt.at()));
        return migration.with(new Spendings(tries));
    }

    private static Event event(String name, Attempt attempt, Map<String, String> data) {
        return new Event(name, attempt.step(), attempt.number(), data, Source.GRAPH);
    }
}
