package dev.portway.sandbox.graph;

import dev.portway.sandbox.switches.Switch;
import dev.portway.sandbox.world.NumberLink;
import dev.portway.sandbox.world.Waba;
import dev.portway.sandbox.world.World;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The management quota: calls per app and WABA in a moving hour. Documented (rate limits, 4 Aug 2026): 200, or 5,000 when the WABA is active
 * with a registered number; calls made while throttled still count.
 */
final class Quota {

    private static final int MINUTES = 60;

    /** Calls by minute of a moving hour. */
    private static final class Hour {

        private final int[] calls = new int[MINUTES];
        private long minute;
        private int sum;

        /** Counted in the minute in which counting begins. */
        Hour(long now, int before) {
            minute = now;
            calls[(int) Math.floorMod(now, (long) MINUTES)] = before;
            sum = before;
        }

        int count(long now) {
            if (now < minute) {
                startAgain();
            }
            for (long passed = Math.min(now - minute, MINUTES); passed > 0; passed--) {
                int slot = (int) Math.floorMod(minute + passed, (long) MINUTES);
                sum -= calls[slot];
                calls[slot] = 0;
            }
            minute = Math.max(minute, now);
            return sum;
        }

        /** The clock was set back to before the calls that were counted. */
        private void startAgain() {
            Arrays.fill(calls, 0);
            sum = 0;
            minute = 0;
        }

        void add() {
            calls[(int) Math.floorMod(minute, (long) MINUTES)]++;
            sum++;
        }
    }

    /**
     * How much is used.
     *
     * @param percent of the quota, over 100 when it is overdrawn
     * @param minutesToRegain 0 while calls are accepted
     */
    record Usage(int percent, int minutesToRegain) {

        boolean spent() {
            return minutesToRegain > 0;
        }
    }

    private final World world;
    private final Map<String, Hour> hours = new HashMap<>();

    Quota(World world) {
        this.world = world;
        world.counts(hours::clear);
    }

    /** Counts one call when it is of the kind that counts, and tells the usage after it. */
    Usage spend(String appId, Waba waba, boolean counted) {
        long now = minute();
        Hour hour = hours.computeIfAbsent(appId + "/" + waba.id, key -> new Hour(now, waba.callsBefore));
        int before = hour.count(now);
        int limit = limit(waba);
        if (counted) {
            hour.add();
        }
        boolean over = counted && before >= limit;
        return new Usage((before + (counted ? 1 : 0)) * 100 / limit, over ? MINUTES : 0);
    }

    /**
     * Counts one call with an app's own token. Documented: 200 calls an hour for each daily user of the app, and that its calls on WABAs count
     * there instead; assumed is how many users it has.
     */
    Usage spendOfApp(String appId) {
        long now = minute();
        Hour hour = hours.computeIfAbsent(appId, key -> new Hour(now, 0));
        int before = hour.count(now);
        int limit = Math.max(1, world.switches.number(Switch.APP_CALLS_PER_HOUR));
        hour.add();
        return new Usage((before + 1) * 100 / limit, before >= limit ? MINUTES : 0);
    }

    private long minute() {
        return world.now().getEpochSecond() / 60;
    }

    private int limit(Waba waba) {
        boolean active = waba.status.equals("ACTIVE") && waba.links.stream().anyMatch(NumberLink::registered);
        return Math.max(1, world.switches.number(active ? Switch.CALLS_PER_HOUR : Switch.CALLS_PER_HOUR_INACTIVE));
    }
}
