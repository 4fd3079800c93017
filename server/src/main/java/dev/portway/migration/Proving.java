package dev.portway.migration;

/** When the number's ownership is proved, where a window is set. */
public enum Proving {
    /** By day, at most 72 hours before the window opens; in the window only {@code register}. */
    BEFORE_WINDOW,
    /** All of it inside the window: somebody must sit at the phone then. */
    IN_WINDOW
}
