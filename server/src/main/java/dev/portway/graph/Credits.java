package dev.portway.graph;

import dev.portway.graphclient.node.Waba;
import dev.portway.graphclient.value.CreditLineId;
import dev.portway.migration.Migration;
import dev.portway.migration.Outcome;
import dev.portway.migration.fact.Fact;
import dev.portway.problem.Problems;
import java.util.Currency;
import java.util.Optional;

/** The provider's credit line on a client's WABA. */
final class Credits {
    private Credits() {}

    /** In the currency the WABA has: a line in another is refused, and cannot be taken off again. */
    static Outcome attach(Conversation talk, Migration migration) {
        Optional<CreditLineId> line = migration.facts().value(Fact.CREDIT_LINE).map(CreditLineId::new);
        if (line.isEmpty()) {
            return new Outcome.Refused(Problems.BAD_PARAMETER);
        }
        return talk.read(graph -> graph.wabas().get(talk.waba()))
                .then(waba -> currency(waba)
                        .map(currency -> talk
                                .effect((graph, sendBy) -> graph.credit().shareAndAttach(line.get(), talk.waba(), currency, sendBy))
                                .then(_ -> Outcome.done()))
                        .orElseGet(() -> new Outcome.Refused(Problems.NOT_FOUND)));
    }

    private static Optional<Currency> currency(Waba waba) {
        return Optional.ofNullable(waba.currency()).filter(code -> code.matches("[A-Z]{3}")).map(Currency::getInstance);
    }
}
