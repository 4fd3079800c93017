package dev.portway.migration.fact;

/** The state of a solution's migration intent. Source: Meta, "migrating WABAs among solutions via Meta Business Suite", 21 May 2026. */
public enum IntentState {
    INITIATED, ACCEPTED, COMPLETED, REJECTED,
    /** A word of Graph's that nobody here knows yet. */
    UNKNOWN
}
