package dev.portway.migration.standing;

import dev.portway.migration.Act;
import dev.portway.migration.Migration;
import dev.portway.migration.Order;
import dev.portway.migration.Route;
import dev.portway.migration.fact.AssetsCompared;
import dev.portway.migration.fact.AtSource;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Facts;
import dev.portway.migration.fact.Payment;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.Probe;
import dev.portway.migration.fact.SourceAccess;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether what hangs on the numbers works at the destination. Registered is not working: a number can be live and tell nobody anything. */
public record Continuity(Health webhooks, Health templates, Health payment, Health messaging) {
    /** How one of them is. Not looked at is unknown, never fine. */
    public enum Health {
        UNKNOWN, PENDING, OK,
        /** The route has nothing to do with it: it is as it was. */
        UNTOUCHED,
        /** Some of it works, and what does not will not come by waiting. */
        PARTLY, BROKEN;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Continuity of(Migration migration) {
        Facts facts = migration.facts();
        Route route = migration.route();
        return new Continuity(
                where(route, Act.SUBSCRIBE_APP,
                        facts.value(Fact.APP_SUBSCRIBED).map(yes -> yes ? Health.OK : Health.BROKEN).orElse(Health.PENDING)),
                where(route, Act.COMPARE_ASSETS, facts.value(Fact.ASSETS).map(Continuity::templates).orElse(Health.UNKNOWN)),
                where(route, Act.READ_DESTINATION, facts.value(Fact.PAYMENT).map(Continuity::payment).orElse(Health.UNKNOWN)),
                where(route, Act.READ_NUMBER, messaging(migration)));
    }

    private static Health where(Route route, Act act, Health health) {
        return route.asksFor(act) ? health : Health.UNTOUCHED;
    }

    private static Health templates(AssetsCompared assets) {
        if (!assets.finished()) {
            return Health.PENDING;
        }
        return assets.failed() == 0 ? Health.OK : assets.carried() > 0 ? Health.PARTLY : Health.BROKEN;
    }

    private static Health payment(Payment payment) {
        return switch (payment) {
            case SEEN -> Health.OK;
            case MISSING -> Health.BROKEN;
            case UNKNOWN -> Health.UNKNOWN;
        };
    }

    private static Health messaging(Migration migration) {
        boolean live = migration.order().numbers().stream().allMatch(number -> migration.facts().is(Fact.LIVE_HERE, number));
        return live ? Health.OK : migration.pivotCrossed(null) ? Health.UNKNOWN : Health.PENDING;
    }

    /**
     * For how long the number was off at least, where it had to leave before it could come: from when it was seen to be gone to its activation here. It may
     * have been off for longer.
     */
    public static Optional<Duration> darkAtLeast(Migration migration, PhoneNumber number) {
        Facts facts = migration.facts();
        return facts.seen(Fact.AT_SOURCE, number)
                .filter(seen -> seen.value() == AtSource.GONE)
                .flatMap(left -> facts.value(Fact.REGISTERED_AT, number).map(here -> Duration.between(left.at(), here)))
                .filter(Duration::isPositive);
    }

    /** Why nobody can tell how long a number could not send. */
    public enum Unmeasured {
        /** What measures it is still to come. */
        NOT_YET,
        /** Nobody asked for it, one side could not be probed, or a probe was not accepted. */
        NOT_PROBED
    }

    /** Why there is no {@link #sendGap}; empty when there is one. */
    public static Optional<Unmeasured> unmeasured(Migration migration, PhoneNumber number) {
        if (sendGap(migration, number).isPresent()) {
            return Optional.empty();
        }
        Facts facts = migration.facts();
        Order order = migration.order();
        boolean asked = order.prober().isPresent() && order.access() == SourceAccess.OWN && migration.ending().isEmpty();
        Optional<Probe> before = facts.value(Fact.SOURCE_PROBE, number);
        boolean missed = before.isEmpty() && facts.is(Fact.REGISTERED, number)
                || Stream.of(before, facts.value(Fact.DESTINATION_PROBE, number))
                        .flatMap(Optional::stream)
                        .anyMatch(probe -> probe.accepted().isEmpty());
        return Optional.of(asked && !missed ? Unmeasured.NOT_YET : Unmeasured.NOT_PROBED);
    }

    /**
     * How long the number could not send: last accepted at the source to first accepted at the destination. Empty, never zero, when it was not measured.
     */
    public static Optional<Duration> sendGap(Migration migration, PhoneNumber number) {
        Optional<Probe> before = migration.facts().value(Fact.SOURCE_PROBE, number);
        Optional<Probe> after = migration.facts().value(Fact.DESTINATION_PROBE, number);
        return before.flatMap(Probe::accepted).flatMap(from -> after.flatMap(Probe::accepted).map(to -> Duration.between(from, to)));
    }
}
