package dev.portway.migration.standing;

import dev.portway.migration.Action;
import dev.portway.migration.Budget;
import dev.portway.migration.Doing;
import dev.portway.migration.HumanTask;
import dev.portway.migration.Migration;
import dev.portway.migration.Next;
import dev.portway.migration.Reaction;
import dev.portway.migration.View;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Finding;
import dev.portway.migration.fact.Findings;
import dev.portway.migration.fact.SourceAccess;
import dev.portway.migration.fact.Statement;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which actions may be done to a migration now. The only place that says so. */
public final class Allowed {
    private Allowed() {}

    /** In the order they are worth offering. */
    public static List<Action> of(Migration migration, Instant now) {
        Standing standing = Standing.of(migration, now);
        if (migration.ending().isPresent() || standing.next() instanceof Next.Done) {
            return List.of();
        }
        var actions = new LinkedHashSet<Action>();
        task(standing, migration, now).ifPresent(task -> actions.addAll(answers(task, migration)));
        if (!standing.leaving()) {
            offerAlongTheWay(actions, standing, migration);
        }
        if (migration.facts().value(Fact.SOURCE_GRANT).filter(grant -> grant.access() != SourceAccess.NONE).isPresent()) {
            actions.add(Action.END_SOURCE);
        }
        actions.removeIf(action -> action == Action.NEW_CODE && !anotherCodeFits(migration, standing, now));
        return List.copyOf(actions);
    }

    /** What is asked of a person now; empty when nothing is. */
    public static Optional<HumanTask> asked(Migration migration, Instant now) {
        return migration.ending().isPresent() ? Optional.empty() : task(Standing.of(migration, now), migration, now);
    }

    /** What is asked of a person; also while it is being looked at again whether it is still to be asked, for the answer may come in that moment. */
    static Optional<HumanTask> task(Standing standing, Migration migration, Instant now) {
        return switch (standing.next()) {
            case Next.Ask ask -> Optional.of(ask.task());
            case Next.Call call when call.step().doing() instanceof Doing.Watch<?> watch && watch.read() == call.act() ->
                asked(watch, new View(migration, call.number(), now));
            default -> Optional.empty();
        };
    }

    private static <T> Optional<HumanTask> asked(Doing.Watch<T> watch, View view) {
        return view.value(watch.fact())
                .map(seen -> watch.meaning().apply(seen, view))
                .flatMap(meaning -> meaning instanceof Reaction.Help(var task) ? Optional.of(task) : Optional.empty());
    }

    private static List<Action> answers(HumanTask task, Migration migration) {
        boolean statable = task.kind() != HumanTask.Kind.CLEAR_THE_WAY || nobodySaw(task.subject(), migration);
        return task.kind().answers().stream().filter(action -> action != Action.STATE || statable).toList();
    }

    /** A word is asked where Graph shows nothing, what a webhook told included; it changes nothing about what Graph shows. */
    private static boolean nobodySaw(String check, Migration migration) {
        return Statement.answers(check) && migration.facts()
                .value(Fact.CHECKED)
                .flatMap(Findings::blocking)
                .filter(finding -> finding.check().equals(check))
                .filter(finding -> finding.verdict() == Finding.Verdict.UNKNOWN || finding.toldBy().isPresent())
                .isPresent();
    }

    private static void offerAlongTheWay(Set<Action> actions, Standing standing, Migration migration) {
        boolean watching = standing.step().filter(step -> step.doing() instanceof Doing.Watch<?>).isPresent();
        if (watching) {
            actions.add(Action.RECHECK);
        }
        if (standing.next() instanceof Next.Wait(_, var reason) && reason == Next.Waiting.META && !watching) {
            actions.add(Action.RETRY);
        }
        if (!migration.pivotCrossed(null)) {
            if (migration.route().hasWindow()) {
                actions.add(Action.SCHEDULE);
            }
            offerBeside(actions, migration);
            actions.add(Action.WITHDRAW);
        }
    }

    /** What helps and nobody waits for. */
    private static void offerBeside(Set<Action> actions, Migration migration) {
        if (!migration.facts().is(Fact.SUBMITTED)) {
            return;
        }
        if (migration.order().source().isPresent() && migration.order().access() != SourceAccess.OWN) {
            actions.add(Action.GRANT_SOURCE);
        }
        if (migration.order().source().isPresent()) {
            actions.add(Action.SAY_NAME);
        }
    }

    private static boolean anotherCodeFits(Migration migration, Standing standing, Instant now) {
        return Optional.ofNullable(standing.number())
                .map(number -> migration.spendings().of(Budget.CODE_REQUESTS, number, now).opens().isEmpty())
                .orElse(true);
    }
}
