package dev.portway.sandbox.rules.message;

import dev.portway.sandbox.world.NumberLink;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * How many messages a number may send to one person. Documented (throughput, pair rate limits, 17 Jun 2026): one every 6 seconds; up to 45 within
 * 6 seconds are borrowed from the time after, so that 20 at once are followed by two minutes without any. Assumed: what is refused borrows
 * nothing, and a message that fails later counts.
 *
 * <pre>
 * first message ──6 s: up to 45──▶ nothing more ──6 s for each that was sent──▶ free again
 * </pre>
 */
final class PairLimit {

    private static final Duration EACH = Duration.ofSeconds(6);
    /** More pairs than can be busy at once; beyond, those that are free again are forgotten. */
    private static final int MOST_PAIRS = 10_000;

    private static final class Burst {
        private final Instant began;
        private int sent;

        Burst(Instant began) {
            this.began = began;
        }

        boolean borrows(Instant now, int atOnce) {
            return now.isBefore(began.plus(EACH)) && sent < atOnce;
        }

        /** Also when the clock was set back to before it. */
        boolean free(Instant now) {
            return now.isBefore(began) || !now.isBefore(began.plus(EACH.multipliedBy(sent)));
        }
    }

    /** Phone number id and digits of a person → what was sent lately. */
    private final Map<String, Burst> bursts = new HashMap<>();

    /**
     * Counts one more message. Returns whether it may be sent; if not, it is not counted.
     *
     * @param atOnce 0: there is no limit
     */
    boolean spend(NumberLink from, String to, Instant now, int atOnce) {
        if (atOnce == 0) {
            return true;
        }
        if (bursts.size() >= MOST_PAIRS) {
            bursts.values().removeIf(burst -> burst.free(now));
        }
        Burst burst = bursts.compute(from.id + "/" + to, (pair, last) -> last == null || last.free(now) ? new Burst(now) : last);
        if (burst.sent > 0 && !burst.borrows(now, atOnce)) {
            return false;
        }
        burst.sent++;
        return true;
    }

    void forget() {
        bursts.clear();
    }
}
