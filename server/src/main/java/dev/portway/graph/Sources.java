package dev.portway.graph;

import dev.portway.graphclient.answer.Listing;
import dev.portway.graphclient.node.BusinessPhoneNumber;
import dev.portway.migration.Answer;
import dev.portway.migration.Fact;
import dev.portway.migration.Learned;
import dev.portway.migration.Migration;
import dev.portway.migration.Outcome;
import dev.portway.migration.PhoneNumber;
import dev.portway.migration.SourceAccess;
import dev.portway.migration.TwoStep;
import dev.portway.problem.Problem;
import dev.portway.problem.Problems;
import java.util.Optional;
import java.util.Set;

/** Looks at the source WABA, where we may. */
final class Sources {
    /** Graph does not let us look, whatever was said: then it is as if there were no access. */
    private static final Set<Problem> NO_ACCESS = Set.of(Problems.TOKEN_INVALID, Problems.PERMISSION_MISSING, Problems.ACCESS_BLOCKED,
            Problems.BLOCKED_BY_POLICY, Problems.NOT_FOUND, Problems.NUMBER_DELETED);

    private Sources() {}

    static Answer twoStep(Migration migration, PhoneNumber number, Optional<Conversation> source) {
        return source.filter(_ -> migration.order().access() != SourceAccess.NONE)
                .map(talk -> talk.answer(twoStep(talk, number)))
                .orElseGet(() -> Answer.of(seen(number, TwoStep.UNKNOWN)));
    }

    private static Outcome twoStep(Conversation talk, PhoneNumber number) {
        Heard<Listing<BusinessPhoneNumber>> list = talk.read(graph -> graph.numbers().of(talk.waba()));
        return list instanceof Heard.No<?>(Outcome.Refused(var why, _)) && NO_ACCESS.contains(why)
                ? seen(number, TwoStep.UNKNOWN)
                : list.then(numbers -> seen(number, Numbers.find(numbers, number).map(Sources::shown).orElse(TwoStep.UNKNOWN)));
    }

    private static TwoStep shown(BusinessPhoneNumber number) {
        Boolean enabled = number.registration().pinEnabled();
        if (enabled == null) {
            return TwoStep.UNKNOWN;
        }
        return enabled ? TwoStep.ON : TwoStep.OFF;
    }

    private static Outcome seen(PhoneNumber number, TwoStep value) {
        return Outcome.done(Learned.that(Fact.TWO_STEP, number, value));
    }
}
