package dev.portway.finder;

import java.util.Locale;

/** What becomes of an asset. */
public enum Fate {
    KEPT,
    /** It belongs to the portfolio, which stays. */
    UNCHANGED, COPIED,
    /** At the source, for as long as that account is there. */
    STAYS,
    /** Made or set up again at the destination. */
    ANEW,
    /** The other portfolio's takes its place. */
    REPLACED, LOST,
    /** Meta does not say. */
    UNKNOWN;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether somebody has it no more where the number works. */
    public boolean costs() {
        return this == STAYS || this == ANEW || this == REPLACED || this == LOST;
    }
}
