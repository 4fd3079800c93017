package dev.portway.finder;

import java.util.Locale;

/** Whether a way fits. */
public enum Fit {
    FITS,
    /** Once conditions hold that do not, or that nobody has seen. */
    FITS_AFTER,
    /** Until its question is answered. */
    UNKNOWN, DOES_NOT_FIT;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
