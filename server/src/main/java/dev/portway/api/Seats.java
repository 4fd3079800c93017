package dev.portway.api;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many streams each API key follows at this moment, on this node. */
final class Seats {

    /** Of one key. Each asks the database some times a second; who follows more migrations than that asks for the lists. */
    static final int MOST = 100;

    private final Map<Long, Integer> taken = new ConcurrentHashMap<>();

    /** False: there is none left, and none to leave. */
    boolean take(long key) {
        var fits = new boolean[1];
        taken.compute(key, (_, before) -> {
            int now = before == null ? 0 : before;
            fits[0] = now < MOST;
            return fits[0] ? Integer.valueOf(now + 1) : before;
        });
        return fits[0];
    }

    void leave(long key) {
        taken.computeIfPresent(key, (_, before) -> before == 1 ? null : before - 1);
    }
}
