package dev.portway.account;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many streams each key, or each person, follows at this moment, on this node. Each stream asks the database some times a second. */
public final class Seats {

    private final int most;
    private final Map<Long, Integer> taken = new ConcurrentHashMap<>();

    /** @param most for one of them */
    public Seats(int most) {
        this.most = most;
    }

    /** False: there is none left, and none to leave. */
    public boolean take(long key) {
        var fits = new boolean[1];
        taken.compute(key, (_, before) -> {
            int now = before == null ? 0 : before;
            fits[0] = now < most;
            return fits[0] ? Integer.valueOf(now + 1) : before;
        });
        return fits[0];
    }

    public void leave(long key) {
        taken.computeIfPresent(key, (_, before) -> before == 1 ? null : before - 1);
    }
}
