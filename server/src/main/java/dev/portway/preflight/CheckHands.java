package dev.portway.preflight;

import dev.portway.migration.Act;
import dev.portway.migration.Answer;
import dev.portway.migration.Deadline;
import dev.portway.migration.Fact;
import dev.portway.migration.Hands;
import dev.portway.migration.Learned;
import dev.portway.migration.Migration;
import dev.portway.migration.Next;
import dev.portway.migration.Outcome;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Runs the checks of a migration. */
@Component
class CheckHands implements Hands {
    private final Preflight preflight;

    CheckHands(Preflight preflight) {
        this.preflight = preflight;
    }

    @Override
    public Set<Act> acts() {
        return Set.of(Act.RUN_CHECKS);
    }

    @Override
    public Answer carryOut(Next.Call call, Migration migration, Deadline sendBy) {
        return Answer.of(
                switch (preflight.check(migration.provider(), migration.order(), migration.route().asks().checks(), migration.facts())) {
                    case Preflight.Result.Looked(var findings) -> Outcome.done(Learned.that(Fact.CHECKED, findings));
                    case Preflight.Result.Blind(var why, var pause) -> new Outcome.Refused(why, pause);
                });
    }
}
