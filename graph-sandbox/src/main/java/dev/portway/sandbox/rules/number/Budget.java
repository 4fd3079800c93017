package dev.portway.sandbox.rules.number;

import java.time.Duration;
import java.time.Instant;
import java.util.Deque;

/** How often something was done within a moving window. */
public final class Budget {

    private Budget() {}

    /** Forgets what lies before the window, and what is yet to come when the clock was set back; returns how many are left in it. */
    public static int spent(Deque<Instant> done, Duration window, Instant now) {
        Instant from = now.minus(window);
        while (!done.isEmpty() && !done.getFirst().isAfter(from)) {
            done.removeFirst();
        }
        while (!done.isEmpty() && done.getLast().isAfter(now)) {
            done.removeLast();
        }
        return done.size();
    }
}
