package dev.portway.sandbox.fault;

import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.world.Digits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** The faults that are ordered. Each counts the calls it matches, so that two orders do not disturb each other. */
public final class Faults {

    /** More than any rehearsal needs; keeps matching cheap. */
    private static final int MOST = 1000;

    private static final class Ordered {

        private final Fault fault;
        private final SplittableRandom dice;
        private int seen;
        private int hit;

        Ordered(Fault fault) {
            this.fault = fault;
            this.dice = new SplittableRandom(fault.chance().seed());
        }

        /** Whether this call is one of those it strikes. The dice are thrown for each, whoever else strikes it, so a seed means the same calls. */
        boolean meets() {
            seen++;
            return seen >= fault.nth() && dice.nextDouble() < fault.chance().probability() && !spent();
        }

        boolean spent() {
            return fault.times() > 0 && hit >= fault.times();
        }
    }

    /** One order with how often it matched and how often it struck. */
    public record Standing(Fault fault, int seen, int hit) {}

    /** What someone orders, in their words. */
    public record Order(String call, String kind, Fault.About about, int nth, int times, Fault.Chance chance,
            Duration delay) {

        /** One that strikes every call it is for. */
        public Order(String call, String kind, @Nullable String number, int nth, int times, Duration delay) {
            this(call, kind, new Fault.About(number, null), nth, times, Fault.Chance.CERTAIN, delay);
        }
    }

    private final List<Ordered> ordered = new ArrayList<>();
    private int lastId;

    /** Empty when the kind or error row is unknown, or there are too many orders already. */
    public synchronized Optional<Fault> order(Order order) {
        Optional<ErrorRow> row = row(order.kind());
        Optional<Fault.Kind> kind = row.isPresent() ? Optional.of(Fault.Kind.ERROR) : Fault.Kind.of(order.kind());
        if (kind.isEmpty() || ordered.size() >= MOST) {
            return Optional.empty();
        }
        String number = order.about().number();
        var about = new Fault.About(number == null ? null : Digits.of(number), order.about().waba());
        Fault fault = new Fault("fault-" + ++lastId, order.call(), kind.get(), row.orElse(null), about, order.nth(), order.times(),
                order.chance(), order.delay());
        ordered.add(new Ordered(fault));
        return Optional.of(fault);
    }

    /** Whether a kind, or an error row, of this name can be ordered. */
    public static boolean knows(String kind) {
        return row(kind).isPresent() || Fault.Kind.of(kind).isPresent();
    }

    private static Optional<ErrorRow> row(String kind) {
        return kind.startsWith("error:") ? ErrorRow.of(kind.substring("error:".length())) : Optional.empty();
    }

    /** The fault that strikes this call, if one does. The first ordered wins; all that match count it. */
    public synchronized Optional<Fault> strike(String callKey, Fault.About about) {
        Fault struck = null;
        for (Ordered each : ordered) {
            if (each.fault.matches(callKey, about)) {
                if (each.meets() && struck == null) {
                    each.hit++;
                    struck = each.fault;
                }
            }
        }
        return Optional.ofNullable(struck);
    }

    public synchronized List<Standing> standing() {
        return ordered.stream().map(each -> new Standing(each.fault, each.seen, each.hit)).toList();
    }

    /** Returns whether there was one of this id. */
    public synchronized boolean cancel(String id) {
        return ordered.removeIf(each -> each.fault.id().equals(id));
    }

    public synchronized void clear() {
        ordered.clear();
    }
}
