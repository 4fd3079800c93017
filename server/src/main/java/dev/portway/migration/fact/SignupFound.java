package dev.portway.migration.fact;

/** What a client's Embedded Signup left behind, as Graph shows it. */
public enum SignupFound {
    /** The WABA, and in it the number with its ownership proved. */
    VERIFIED,
    /** The WABA, and in it the number; its ownership is still to be proved. */
    UNVERIFIED,
    /** The WABA, without the number. */
    WITHOUT_NUMBER,
    /** No WABA was granted to us. */
    NO_ACCOUNT
}
