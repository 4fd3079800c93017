package dev.portway.sandbox.rules.message;

import dev.portway.sandbox.switches.Switch;
import dev.portway.sandbox.world.NumberLink;
import dev.portway.sandbox.world.PhoneLine;
import dev.portway.sandbox.world.World;
import java.util.HashMap;
import java.util.Map;

/**
 * How many messages of a number, in and out, one second holds. Documented (throughput, 17 Jun 2026): 80, after an upgrade 1,000; 20 for those
 * that are on the Business app too; partners of one number share it. Assumed: that seconds are counted by the clock, and that a message in is
 * never kept out.
 */
final class Throughput {

    private static final int UPGRADED = 1_000;
    private static final int ON_BUSINESS_APP = 20;

    private static final class Second {
        private long at;
        private int messages;
    }

    private final World world;
    private final Map<PhoneLine, Second> seconds = new HashMap<>();

    Throughput(World world) {
        this.world = world;
        world.counts(seconds::clear);
    }

    /** Counts one more message out. Returns whether it may be sent; if not, it is not counted. */
    boolean spend(NumberLink from) {
        int standard = world.switches.number(Switch.MESSAGES_A_SECOND);
        if (standard == 0) {
            return true;
        }
        Second second = now(from.line);
        if (second.messages >= most(from, standard)) {
            return false;
        }
        second.messages++;
        return true;
    }

    /** Counts one more message in. */
    void count(PhoneLine line) {
        now(line).messages++;
    }

    private static int most(NumberLink from, int standard) {
        if (from.fromAppAt != null) {
            return ON_BUSINESS_APP;
        }
        return "HIGH".equals(from.throughput) ? UPGRADED : standard;
    }

    private Second now(PhoneLine line) {
        Second second = seconds.computeIfAbsent(line, none -> new Second());
        long now = world.now().getEpochSecond();
        if (second.at != now) {
            second.at = now;
            second.messages = 0;
        }
        return second;
    }
}
