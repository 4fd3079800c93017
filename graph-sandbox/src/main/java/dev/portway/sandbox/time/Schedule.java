package dev.portway.sandbox.time;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * What will happen by itself, in order of its time. No thread sleeps for it: whoever next touches the world first lets happen what is due.
 */
public final class Schedule {

    private record Due(Instant at, long order, Runnable what) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            int first = at.compareTo(other.at);
            return first != 0 ? first : Long.compare(order, other.order);
        }
    }

    private final PriorityQueue<Due> waiting = new PriorityQueue<>();
    /** Those said in the order in which they are due, as what follows a message by the same pause each time: no order has to be kept. */
    private final Deque<Due> soon = new ArrayDeque<>();
    private long order;

    /** What is due soon is kept apart where it can be, so that it does not wait behind what is due in days. */
    public void add(Instant at, boolean isSoon, Runnable what) {
        Due due = new Due(at, order++, what);
        if (isSoon && (soon.isEmpty() || soon.getLast().compareTo(due) < 0)) {
            soon.addLast(due);
        } else {
            waiting.add(due);
        }
    }

    public Optional<Instant> next() {
        return Optional.ofNullable(first()).map(Due::at);
    }

    private @Nullable Due first() {
        Due early = soon.peekFirst();
        Due other = waiting.peek();
        return early == null || (other != null && other.compareTo(early) < 0) ? other : early;
    }

    /** Removes and returns the first thing due at {@code now}. */
    public Optional<Runnable> takeDue(Instant now) {
        Due first = first();
        if (first == null || first.at().isAfter(now)) {
            return Optional.empty();
        }
        Due _ = first.equals(soon.peekFirst()) ? soon.removeFirst() : waiting.remove();
        return Optional.of(first.what());
    }

    public int size() {
        return waiting.size() + soon.size();
    }

    public void clear() {
        waiting.clear();
        soon.clear();
    }
}
