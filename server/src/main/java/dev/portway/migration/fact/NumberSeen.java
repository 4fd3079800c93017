package dev.portway.migration.fact;

/**
 * A number as the destination WABA shows it. Strings are Graph's words, open for new ones; "UNKNOWN" where Graph showed nothing. Readiness is judged
 * on several of them together: a half-onboarded number can read {@code CONNECTED} and still be nobody's.
 */
public record NumberSeen(String status, String platform, String codeVerification, String name) {
    /** Registered here, on Cloud API. */
    public boolean live() {
        return status.equals("CONNECTED") && platform.equals("CLOUD_API");
    }

    /** Not shown counts as verified: Graph would refuse, and say so. */
    public boolean verified() {
        return codeVerification.equals("VERIFIED") || codeVerification.equals("UNKNOWN");
    }

    /** Absent counts as approved: the check before has seen it, and Graph would refuse. */
    public boolean nameApproved() {
        return name.equals("APPROVED") || name.equals("AVAILABLE_WITHOUT_REVIEW") || name.equals("UNKNOWN");
    }
}
