package dev.portway.migration.fact;

/** How surely something is known. Stated is never shown as verified. */
public enum Certainty {
    /** Read from Graph, or told by Graph. */
    VERIFIED,
    /** A person said so. */
    STATED,
    /** Nobody knows. */
    UNKNOWN
}
