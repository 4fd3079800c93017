package dev.portway.migration.fact;

/** The state of a currency migration: a WABA is cloned, then its numbers move. Source: Meta, "change billing currency", 23 Jun 2026. */
public enum CloneState {
    INITIATED, ACCEPTED, IN_PROGRESS, READY_TO_COMPLETE, COMPLETED, FAILED, FAILED_TO_COMPLETE, REJECTED,
    /** A word of Graph's that nobody here knows yet. */
    UNKNOWN
}
