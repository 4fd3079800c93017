package dev.portway.migration.fact;

/** Whether the destination WABA can pay, as far as Graph shows it. */
public enum Payment {
    SEEN, MISSING, UNKNOWN
}
