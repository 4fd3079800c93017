package dev.portway.account;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** How many requests a key has left in this minute, on this node: a program that asks in a circle takes nothing from the others. */
final class Pace {
    private static final Duration SPAN = Duration.ofMinutes(1);

    private final int most;
    private final Map<Long, Minute> minutes = new ConcurrentHashMap<>();

    private record Minute(long began, int asked) {}

    /** @param most requests of one key in a minute */
    Pace(int most) {
        this.most = most;
    }

    /** Counts one; how long to wait when there are none left. */
    Optional<Duration> spent(long key) {
        long now = System.nanoTime();
        Minute minute = minutes.merge(key, new Minute(now, 1),
                (before, fresh) -> now - before.began() >= SPAN.toNanos() ? fresh : new Minute(before.began(), before.asked() + 1));
        return minute.asked() > most ? Optional.of(SPAN.minusNanos(now - minute.began())) : Optional.empty();
    }
}
