package dev.portway.migration.fact;

import java.util.Locale;

/** Why a check could not see what it looks for. Never the same as "it is not so". */
public enum Unseen {
    /** Nobody gave access to where it is, or nobody named it. */
    NO_ACCESS,
    /** Graph answered and left the field out. */
    NOT_SHOWN,
    /** The number is not listed where it would be read; another check says so. */
    NOT_LISTED, TOKEN_INVALID, PERMISSION_MISSING, ACCESS_BLOCKED,
    /** Does not exist, or may not be seen: Graph makes no difference. */
    NOT_FOUND,
    /** Refused for a reason that we do not recognise. */
    NOT_UNDERSTOOD,
    /** Too many calls. */
    RATE_LIMITED,
    /** Graph is in trouble. */
    UNAVAILABLE,
    /** There was no answer. */
    UNREACHABLE,
    /** Graph could not be asked, and nothing waits until it can. */
    NOT_NOW;

    /** Whether it may be seen in a minute: then nobody is asked, it is looked at again. */
    public boolean passes() {
        return switch (this) {
            case RATE_LIMITED, UNAVAILABLE, UNREACHABLE -> true;
            default -> false;
        };
    }

    /** As in JSON and message keys: {@code unseen.<word>}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
