package dev.portway.sandbox.fault;

import dev.portway.sandbox.rules.ErrorRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The faults that are ordered. Each counts the calls it matches, so that two orders do not disturb each other. */
public final class Faults {

    /** More than any rehearsal needs; keeps matching cheap. */
    private static final int MOST = 1000;

    private static final class Ordered {

        private final Fault fault;
        private int seen;
        private int hit;

        Ordered(Fault fault) {
            this.fault = fault;
        }

        boolean spent() {
            return fault.times() > 0 && hit >= fault.times();
        }
    }

    /** One order with how often it matched and how often it struck. */
    public record Standing(Fault fault, int seen, int hit) {}

    /** What someone orders, in their words. */
    public record Order(String call, String kind, @Nullable String number, int nth, int times, Duration delay) {}

    private final List<Ordered> ordered = new ArrayList<>();
    private int lastId;

    /** Empty when the kind or error row is unknown, or there are too many orders already. */
    public synchronized Optional<Fault> order(Order order) {
        Optional<ErrorRow> row = order.kind().startsWith("error:")
                ? ErrorRow.of(order.kind().substring("error:".length()))
                : Optional.empty();
        Optional<Fault.Kind> kind = row.isPresent() ? Optional.of(Fault.Kind.ERROR) : Fault.Kind.of(order.kind());
        if (kind.isEmpty() || ordered.size() >= MOST) {
            return Optional.empty();
        }
        String digits = order.number() == null ? null : order.number().replaceAll("\\D", "");
        Fault fault = new Fault("fault-" + ++lastId, order.call(), kind.get(), row.orElse(null), digits, order.nth(), order.times(),
                order.delay());
        ordered.add(new Ordered(fault));
        return Optional.of(fault);
    }

    /** The fault that strikes this call, if one does. The first ordered wins; all that match count it. */
    public synchronized Optional<Fault> strike(String callKey, @Nullable String digits) {
        Fault struck = null;
        for (Ordered each : ordered) {
            if (each.fault.matches(callKey, digits)) {
                each.seen++;
                if (struck == null && each.seen >= each.fault.nth() && !each.spent()) {
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
