package dev.portway.partner;

import dev.portway.migration.Act;
import dev.portway.migration.Answer;
import dev.portway.migration.Deadline;
import dev.portway.migration.Hands;
import dev.portway.migration.Migration;
import dev.portway.migration.Next;
import dev.portway.migration.Outcome;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Learned;
import dev.portway.migration.fact.PartnerSeen;
import dev.portway.problem.Problems;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Looks partners up, and hands numbers over to one. */
@Component
class PartnerHands implements Hands {
    private final Partners partners;

    PartnerHands(Partners partners) {
        this.partners = partners;
    }

    @Override
    public Set<Act> acts() {
        return Set.of(Act.READ_PARTNER, Act.CHANGE_PARTNER);
    }

    @Override
    public Answer carryOut(Next.Call call, Migration migration, Deadline sendBy) {
        Optional<Partners.Partner> partner = migration.facts()
                .value(Fact.PARTNER)
                .flatMap(id -> partners.find(migration.provider(), id));
        return Answer.of(call.act() == Act.READ_PARTNER ? seen(partner) : handed(migration, partner));
    }

    private static Outcome seen(Optional<Partners.Partner> partner) {
        PartnerSeen seen = partner.map(one -> one.approvesAll() ? PartnerSeen.APPROVES_ALL : PartnerSeen.ASKS).orElse(PartnerSeen.UNKNOWN);
        return Outcome.done(Learned.that(Fact.PARTNER_SEEN, seen));
    }

    private Outcome handed(Migration migration, Optional<Partners.Partner> partner) {
        if (partner.isEmpty()) {
            return new Outcome.Refused(Problems.PARTNER_UNKNOWN);
        }
        partners.hand(migration.provider(), migration.order().numbers(), partner.get().id());
        return Outcome.done();
    }
}
