package dev.portway.migration.standing;

import dev.portway.migration.Migration;
import dev.portway.migration.Order;
import dev.portway.migration.fact.AccountTold;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Learned;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.TwoStepTold;
import dev.portway.migration.fact.WabaId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is learned from what a webhook told: nothing where it speaks of another WABA than the migration's, or of earlier than what is known. */
public final class Tidings {
    private Tidings() {}

    /** Two-step verification counts at the source alone; where nobody named that, any WABA but the destination is taken for it. */
    public static List<Learned<?>> of(Migration migration, TwoStepTold told, PhoneNumber number, Optional<WabaId> waba) {
        Order order = migration.order();
        boolean ofSource = waba.filter(one -> order.source().map(one::equals).orElse(!migration.destination().equals(Optional.of(one))))
                .isPresent();
        boolean later = migration.facts().value(Fact.TWO_STEP_TOLD, number).filter(known -> known.outlasts(told)).isEmpty();
        return ofSource && later && order.numbers().contains(number)
                ? List.of(Learned.that(Fact.TWO_STEP_TOLD, number, told))
                : List.of();
    }

    public static List<Learned<?>> of(Migration migration, AccountTold told, Optional<WabaId> waba) {
        return Stream.of(new Side(migration.order().source(), Fact.SOURCE_TOLD), new Side(migration.destination(), Fact.DESTINATION_TOLD))
                .flatMap(side -> side.learned(migration, told, waba).stream())
                .<Learned<?>>map(learned -> learned)
                .toList();
    }

    /** One end of the way, and what is known of it from webhooks. */
    private record Side(Optional<WabaId> waba, Fact<AccountTold> fact) {

        Optional<Learned<AccountTold>> learned(Migration migration, AccountTold told, Optional<WabaId> about) {
            Optional<AccountTold> known = migration.facts().value(fact);
            boolean later = known.filter(one -> one.at().isAfter(told.at())).isEmpty();
            return waba.isPresent() && waba.equals(about) && later
                    ? Optional.of(Learned.that(fact, known.map(told::after).orElse(told)))
                    : Optional.empty();
        }
    }
}
