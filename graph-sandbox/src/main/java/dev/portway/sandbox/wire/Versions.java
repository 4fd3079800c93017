package dev.portway.sandbox.wire;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The versions of Graph, by when they came and until when they answer. Documented: Graph API changelog, Jul 2026; an expired version is answered
 * by the oldest that lives. Observed: one that never was, or does not exist yet, is an unknown path.
 */
public final class Versions {

    /**
     * Documented (v26 changelog): from here on, for every version, {@code pretty} and {@code debug} are ignored, {@code date_format} and
     * {@code ids} are errors, and there are no ETags.
     */
    public static final Instant CLEANED_UP = Instant.parse("2026-10-27T00:00:00Z");

    /** Assumed: what an app created lately gets when it names no version. */
    private static final int SAFE_NEWEST = 26;

    /** Null until: no end is known. */
    private record Version(int major, Instant from, @Nullable Instant until) {}

    /** From the oldest on. */
    private static final List<Version> ALL = List.of(version(20, "2024-05-21", "2026-09-24"), version(21, "2024-10-02", "2027-01-21"),
            version(22, "2025-01-21", "2027-05-20"), version(23, "2025-05-29", "2027-10-08"), version(24, "2025-10-08", "2028-02-18"),
            version(25, "2026-02-18", "2028-07-29"), version(26, "2026-07-29", null));

    private Versions() {}

    private static Version version(int major, String from, @Nullable String until) {
        return new Version(major, midnight(from), until == null ? null : midnight(until));
    }

    private static Instant midnight(String day) {
        return Instant.parse(day + "T00:00:00Z");
    }

    /** Before the first one we know, the newest: a clock set to long ago is no reason to refuse everything. */
    static int newest(Instant now) {
        for (Version each : ALL.reversed()) {
            if (!each.from().isAfter(now)) {
                return each.major();
            }
        }
        return SAFE_NEWEST;
    }

    static int oldest(Instant now) {
        for (Version each : ALL) {
            if (each.until() == null || now.isBefore(each.until())) {
                return each.major();
            }
        }
        return SAFE_NEWEST;
    }

    /** The one that answers a call for {@code asked}, or for none. */
    static int served(@Nullable Integer asked, Instant now) {
        return asked == null ? newest(now) : Math.max(asked, Math.min(oldest(now), newest(now)));
    }

    /** By its two numbers, or null when none was named. Since version 4 the second is always zero. */
    static boolean exists(@Nullable String asked, Instant now) {
        if (asked == null) {
            return true;
        }
        int major = Integer.parseInt(asked.substring(1, asked.indexOf('.')));
        int minor = Integer.parseInt(asked.substring(asked.indexOf('.') + 1));
        int newestMinor = switch (major) {
            case 2 -> 12;
            case 3 -> 3;
            default -> 0;
        };
        return major > 0 && major <= newest(now) && minor <= newestMinor;
    }
}
