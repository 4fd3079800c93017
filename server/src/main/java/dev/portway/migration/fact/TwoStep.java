package dev.portway.migration.fact;

/** Whether the number's two-step verification PIN stands in the way. Only its owner or the origin provider can turn it off. */
public enum TwoStep {
    OFF, ON,
    /** Graph did not show it: no access to the source, or the field is absent. Never read as off. */
    UNKNOWN
}
