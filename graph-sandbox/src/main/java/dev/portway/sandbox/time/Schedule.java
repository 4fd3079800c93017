package dev.portway.sandbox.time;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.Stream;
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

    /** Of a message: sent, delivered, read. */
    private static final int LANES = 3;

    private final PriorityQueue<Due> waiting = new PriorityQueue<>();
    /** Each in the order in which it is due, as what follows a message, and what follows that, by the same pause each time: nothing has to be sorted. */
    private final List<Deque<Due>> lanes = Stream.<Deque<Due>>generate(ArrayDeque::new).limit(LANES).toList();
    private long order;

    /** What is due soon is kept apart where it can be, so that it does not wait behind what is due in days. */
    public void add(Instant at, boolean isSoon, Runnable what) {
        Due due = new Due(at, order++, what);
        Deque<Due> lane = isSoon ? lane(due) : null;
        if (lane == null) {
            waiting.add(due);
        } else {
            lane.addLast(due);
        }
    }

    /** The one whose last is due just before, if any; an empty one serves all. */
    private @Nullable Deque<Due> lane(Due due) {
        Deque<Due> best = null;
        for (Deque<Due> lane : lanes) {
            boolean fits = lane.isEmpty() || lane.getLast().compareTo(due) < 0;
            if (fits && (best == null || endsLater(lane, best))) {
                best = lane;
            }
        }
        return best;
    }

    private static boolean endsLater(Deque<Due> lane, Deque<Due> other) {
        return !lane.isEmpty() && (other.isEmpty() || lane.getLast().compareTo(other.getLast()) > 0);
    }

    public Optional<Instant> next() {
        return Optional.ofNullable(first()).map(Due::at);
    }

    private @Nullable Due first() {
        Due first = waiting.peek();
        for (Deque<Due> lane : lanes) {
            Due early = lane.peekFirst();
            if (early != null && (first == null || early.compareTo(first) < 0)) {
                first = early;
            }
        }
        return first;
    }

    /** Removes and returns the first thing due at {@code now}. */
    public Optional<Runnable> takeDue(Instant now) {
        Due first = first();
        if (first == null || first.at().isAfter(now)) {
            return Optional.empty();
        }
        remove(first);
        return Optional.of(first.what());
    }

    private void remove(Due first) {
        for (Deque<Due> lane : lanes) {
            Due early = lane.peekFirst();
            if (early != null && early.order() == first.order()) {
                lane.removeFirst();
                return;
            }
        }
        waiting.remove();
    }

    public int size() {
        return waiting.size() + lanes.stream().mapToInt(Deque::size).sum();
    }

    public void clear() {
        waiting.clear();
        lanes.forEach(Deque::clear);
    }
}
