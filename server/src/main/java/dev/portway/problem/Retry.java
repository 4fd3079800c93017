package dev.portway.problem;

/** Whether, and after what, the same call may be made again. */
public enum Retry {
    /** Passes by itself: again after a growing pause. */
    SOON,
    /** Again only after the wait that was told or that the row names. */
    AFTER_WAIT,
    /** Again once somebody has mended what the remedy says; watched, or told by a person. */
    AFTER_FIX,
    /** Never this way: another route, or the end. */
    NEVER
}
