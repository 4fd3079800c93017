package dev.portway.graph;

import dev.portway.graphclient.node.CurrencyMigration;
import dev.portway.graphclient.value.CreditLineId;
import dev.portway.graphclient.value.CurrencyMigrationId;
import dev.portway.migration.Migration;
import dev.portway.migration.Outcome;
import dev.portway.migration.fact.CloneState;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Learned;
import dev.portway.migration.fact.WabaId;
import dev.portway.problem.Problems;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Optional;
import java.util.function.Function;

/** A WABA cloned into another currency. */
final class Clones {
    private Clones() {}

    static Outcome start(Conversation talk, Migration migration) {
        Optional<Currency> currency = migration.facts().value(Fact.CURRENCY).flatMap(Clones::currency);
        Optional<CreditLineId> credit = migration.facts().value(Fact.CREDIT_LINE).map(CreditLineId::new);
        return currency.map(to -> talk.effect((graph, sendBy) -> credit
                .map(line -> graph.currencies().begin(talk.waba(), to, line, sendBy))
                .orElseGet(() -> graph.currencies().begin(talk.waba(), to, sendBy)))
                .then(begun -> Outcome.done(Learned.that(Fact.CLONE_ID, begun.id().value()))))
                .orElseGet(() -> new Outcome.Refused(Problems.BAD_PARAMETER));
    }

    private static Optional<Currency> currency(String code) {
        return Currency.getAvailableCurrencies().stream().filter(one -> one.getCurrencyCode().equals(code)).findFirst();
    }

    static Outcome read(Conversation talk, Migration migration) {
        return begun(migration, id -> talk.read(graph -> graph.currencies().get(id)).then(Clones::seen));
    }

    /** An answer does not mean that the numbers are there: it says how the clone stands. */
    static Outcome resume(Conversation talk, Migration migration) {
        return begun(migration, id -> talk.effect((graph, sendBy) -> graph.currencies().resume(id, sendBy)).then(_ -> Outcome.done()));
    }

    private static Outcome begun(Migration migration, Function<CurrencyMigrationId, Outcome> deed) {
        return migration.facts()
                .value(Fact.CLONE_ID)
                .map(CurrencyMigrationId::new)
                .map(deed)
                .orElseGet(() -> new Outcome.Refused(Problems.NOT_FOUND));
    }

    private static Outcome seen(CurrencyMigration clone) {
        CloneState state = Numbers.known(clone.status(), CloneState.class, CloneState.UNKNOWN);
        var learned = new ArrayList<Learned<?>>();
        learned.add(Learned.that(Fact.CLONE, state));
        resumed(state).ifPresent(yes -> learned.add(Learned.that(Fact.RESUME_SEEN, yes)));
        Optional.ofNullable(clone.destination())
                .ifPresent(waba -> learned.add(Learned.that(Fact.DESTINATION_WABA, new WabaId(waba.id().value()))));
        return new Outcome.Done(learned);
    }

    /** Whether it was told to go on; empty where the state does not say. */
    private static Optional<Boolean> resumed(CloneState state) {
        return switch (state) {
            case COMPLETED, FAILED_TO_COMPLETE -> Optional.of(true);
            case READY_TO_COMPLETE -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
