package dev.portway.graphclient.answer;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much of the quotas is used up, from the headers {@code X-Business-Use-Case-Usage} and {@code X-App-Usage}.
 *
 * <p>Source: Meta, "Rate limits", 2026: 200 calls an hour per app and WABA, 5,000 once the WABA has a registered number. Calls made while
 * throttled count too.
 *
 * @param business one entry per WABA and kind of use; empty: the answer said nothing
 * @param app null: the answer said nothing
 */
public record Usage(List<BusinessUse> business, @Nullable Load app) {
    /** The answer said nothing about quotas. */
    public static final Usage UNKNOWN = new Usage(List.of(), null);

    public Usage {
        business = List.copyOf(business);
    }

    /** The fullest of all quotas, in percent; 0 when nothing was said. At 100 and more Graph refuses. */
    public int highestPercent() {
        int highest = app == null ? 0 : app.highestPercent();
        for (BusinessUse use : business) {
            highest = Math.max(highest, use.load().highestPercent());
        }
        return highest;
    }

    /** The longest wait told; zero: none. Only business uses tell one. */
    public Duration regainAccessAfter() {
        int minutes = 0;
        for (BusinessUse use : business) {
            minutes = Math.max(minutes, use.minutesToRegainAccess());
        }
        return Duration.ofMinutes(minutes);
    }

    /**
     * @param id the WABA (or business) that the quota belongs to, as text: it comes from a header
     * @param type {@code whatsapp_business_management} or {@code whatsapp}, so far
     * @param minutesToRegainAccess 0: not throttled
     */
    public record BusinessUse(String id, String type, Load load, int minutesToRegainAccess) {}

    /** All in percent of the quota; they may pass 100. */
    public record Load(int calls, int cpuTime, int totalTime) {
        public int highestPercent() {
            return Math.max(calls, Math.max(cpuTime, totalTime));
        }
    }
}
