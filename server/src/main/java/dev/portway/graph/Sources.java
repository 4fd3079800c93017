package dev.portway.graph;

import dev.portway.graphclient.answer.Listing;
import dev.portway.graphclient.node.BusinessPhoneNumber;
import dev.portway.migration.Answer;
import dev.portway.migration.Migration;
import dev.portway.migration.Outcome;
import dev.portway.migration.fact.AtSource;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Learned;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.SourceAccess;
import dev.portway.migration.fact.TwoStep;
import dev.portway.problem.Problem;
import dev.portway.problem.Problems;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks at the source WABA, where we may. */
final class Sources {
    /** Graph does not let us look, whatever was said: then it is as if there were no access. */
    private static final Set<Problem> NO_ACCESS = Set.of(Problems.TOKEN_INVALID, Problems.PERMISSION_MISSING, Problems.ACCESS_BLOCKED,
            Problems.BLOCKED_BY_POLICY, Problems.NOT_FOUND, Problems.NUMBER_DELETED);

    /** Source: Meta, phone number node, 2026. */
    private static final Set<String> LEFT = Set.of("MIGRATED", "DELETED");

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

    /** Whether it still lives there, and what Graph shows of its two-step verification on the way. */
    static Answer number(Migration migration, PhoneNumber number, Optional<Conversation> source) {
        return source.filter(_ -> migration.order().access() != SourceAccess.NONE)
                .map(talk -> talk.answer(number(talk, number)))
                .orElseGet(() -> Answer.of(unseen(number)));
    }

    private static Outcome number(Conversation talk, PhoneNumber number) {
        Heard<Listing<BusinessPhoneNumber>> list = talk.read(graph -> graph.numbers().of(talk.waba()));
        return list instanceof Heard.No<?>(Outcome.Refused(var why, _)) && NO_ACCESS.contains(why)
                ? unseen(number)
                : list.then(numbers -> {
                    Optional<BusinessPhoneNumber> listed = Numbers.find(numbers, number);
                    return Outcome.done(Learned.that(Fact.AT_SOURCE, number, listed.map(Sources::living).orElse(AtSource.GONE)),
                            Learned.that(Fact.TWO_STEP, number, listed.map(Sources::shown).orElse(TwoStep.UNKNOWN)));
                });
    }

    /** Whoever asked for one of the two has an answer, and does not ask again at once. */
    private static Outcome unseen(PhoneNumber number) {
        return Outcome.done(Learned.that(Fact.AT_SOURCE, number, AtSource.UNKNOWN), Learned.that(Fact.TWO_STEP, number, TwoStep.UNKNOWN));
    }

    /** The old link of a number that moved away is shown for a while. */
    private static AtSource living(BusinessPhoneNumber number) {
        return LEFT.contains(Numbers.seen(number).status()) ? AtSource.GONE : AtSource.HERE;
    }

    /** Numbers that moved away or were deleted are not the WABA's any more. */
    static Outcome allNamed(Conversation talk, Migration migration) {
        Set<String> named = migration.order().numbers().stream().map(PhoneNumber::digits).collect(Collectors.toSet());
        return talk.read(graph -> graph.numbers().of(talk.waba()))
                .then(list -> Outcome.done(Learned.that(Fact.ALL_NAMED, list.items()
                        .stream()
                        .filter(one -> living(one) == AtSource.HERE)
                        .allMatch(one -> named.contains(Numbers.digits(one))))));
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
