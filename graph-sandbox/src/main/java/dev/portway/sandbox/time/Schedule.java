package dev.portway.sandbox.time;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * What will happen by itself, in order of its time. No thread sleeps for it: whoever next touches the world first lets happen what is due.
 */
public final class Schedule {

    private record Due(Instant at, long order, Runnable what) {}

    private final PriorityQueue<Due> waiting = new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingLong(Due::order));
    private long order;

    public void add(Instant at, Runnable what) {
        waiting.add(new Due(at, order++, what));
    }

    public Optional<Instant> next() {
        return Optional.ofNullable(waiting.peek()).map(Due::at);
    }

    /** Removes and returns the first thing due at {@code now}. */
    public Optional<Runnable> takeDue(Instant now) {
        Due first = waiting.peek();
        if (first == null || first.at().isAfter(now)) {
            return Optional.empty();
        }
        waiting.remove();
        return Optional.of(first.what());
    }

    public int size() {
        return waiting.size();
    }

    public void clear() {
        waiting.clear();
    }
}
