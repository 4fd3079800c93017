package dev.portway.migration.fact;

/** Whether a number still lives at its source. */
public enum AtSource {
    HERE, GONE,
    /** Nobody here may look, or Graph does not show it. */
    UNKNOWN
}
