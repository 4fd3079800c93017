package dev.portway.preflight;

import dev.portway.asset.Assets;
import dev.portway.asset.TemplateMark;
import dev.portway.migration.Act;
import dev.portway.migration.Answer;
import dev.portway.migration.Deadline;
import dev.portway.migration.Hands;
import dev.portway.migration.Migration;
import dev.portway.migration.Next;
import dev.portway.migration.Outcome;
import dev.portway.migration.fact.Drift;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Facts;
import dev.portway.migration.fact.Finding;
import dev.portway.migration.fact.Findings;
import dev.portway.migration.fact.Learned;
import dev.portway.migration.fact.Unseen;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Runs the checks of a migration, and looks whether what they saw is still so. */
@Component
class CheckHands implements Hands {
    /** What {@link Preflight.Depth#WHAT_DRIFTS} does not read. */
    private static final Set<String> LEFT_OUT = Set.of(Check.NOT_AT_DESTINATION.id(), Check.TEMPLATE_CAPACITY.id(),
            Check.ROOM_FOR_NUMBERS.id(), Check.ADMIN_KNOWN.id(), Check.CALLBACK_REACHABLE.id(), Check.NO_OTHER_LINE.id());

    private final Preflight preflight;
    private final Assets assets;

    CheckHands(Preflight preflight, Assets assets) {
        this.preflight = preflight;
        this.assets = assets;
    }

    @Override
    public Set<Act> acts() {
        return Set.of(Act.RUN_CHECKS, Act.LOOK_FOR_DRIFT);
    }

    @Override
    public Answer carryOut(Next.Call call, Migration migration, Deadline sendBy) {
        var depth = call.act() == Act.RUN_CHECKS ? Preflight.Depth.ALL : Preflight.Depth.WHAT_DRIFTS;
        var question = new Preflight.Question(migration.provider(), migration.order(), migration.route().asks().checks(),
                migration.facts(), migration.spendings());
        return Answer.of(switch (preflight.look(question, depth)) {
            case Preflight.Result.Looked looked when call.act() == Act.RUN_CHECKS -> checked(migration, looked);
            case Preflight.Result.Looked looked -> Outcome.done(Learned.that(Fact.DRIFT, drift(migration, looked, baseline(migration))),
                    Learned.that(Fact.SEEN_SINCE, lookedAt(looked.findings())));
            case Preflight.Result.Blind(var why, var pause) -> new Outcome.Refused(why, pause);
        });
    }

    /** Without what such a look leaves out. */
    private static Findings lookedAt(Findings findings) {
        return new Findings(findings.all().stream().filter(finding -> !LEFT_OUT.contains(finding.check())).toList());
    }

    /** When they hold for the first time, that is what drift is measured from. */
    private Outcome checked(Migration migration, Preflight.Result.Looked looked) {
        Findings findings = looked.findings();
        Learned<?> checked = Learned.that(Fact.CHECKED, findings);
        Optional<Findings> before = migration.facts().value(Fact.SEEN_AT_CHECK);
        if (before.isPresent()) {
            return Outcome.done(checked, Learned.that(Fact.DRIFT, drift(migration, looked, before.get())));
        }
        return findings.clear()
                ? Outcome.done(checked, Learned.that(Fact.SEEN_AT_CHECK, findings), Learned.that(Fact.DRIFT, Drift.NONE))
                : Outcome.done(checked);
    }

    /** What began before this was kept is measured from what the checks saw last. */
    private static Findings baseline(Migration migration) {
        Facts facts = migration.facts();
        return facts.value(Fact.SEEN_AT_CHECK).or(() -> facts.value(Fact.CHECKED)).orElse(new Findings(List.of()));
    }

    private Drift drift(Migration migration, Preflight.Result.Looked looked, Findings baseline) {
        Facts facts = migration.facts();
        Set<String> done = facts.is(Fact.APP_SUBSCRIBED) ? Set.of(Check.APP_SUBSCRIBED.id()) : Set.of();
        List<TemplateMark> before = facts.is(Fact.SNAPSHOT_TAKEN) ? assets.marks(migration.provider(), migration.id()) : List.of();
        return new Comparison(baseline, done, looked.at()).with(looked.findings(), before, looked.templates())
                .since(facts.value(Fact.DRIFT).orElse(Drift.NONE), soonSeen(looked));
    }

    /** What Graph could not show just now and will again: until then it is as it was seen last. */
    private static Set<String> soonSeen(Preflight.Result.Looked looked) {
        Set<String> soon = looked.findings()
                .all()
                .stream()
                .filter(finding -> finding.verdict() == Finding.Verdict.UNKNOWN && finding.unseen().filter(Unseen::passes).isPresent())
                .map(Finding::check)
                .collect(Collectors.toCollection(HashSet::new));
        if (!soon.isEmpty() && looked.templates().isEmpty()) {
            soon.add(Comparison.TEMPLATES);
        }
        return soon;
    }
}
