package dev.portway.migration.fact;

/** What this provider knows of the partner that takes over. */
public enum PartnerSeen {
    /** It takes every client that comes. */
    APPROVES_ALL,
    /** It wants to be asked each time. */
    ASKS,
    /** Nobody here has heard of it. */
    UNKNOWN
}
