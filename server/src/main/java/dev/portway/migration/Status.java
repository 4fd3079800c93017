package dev.portway.migration;

import java.util.Locale;

/** Where a migration is on its way. Computed from where it stands, stored to be searched, set by nobody. */
public enum Status {
    DRAFT, CHECKING, PREPARING, AUTHORIZING, CUTTING_OVER, SETTLING, WITHDRAWING, COMPLETED, WITHDRAWN, EXPIRED, FAILED;

    /** Whether nothing more will happen. */
    public boolean ended() {
        return compareTo(COMPLETED) >= 0;
    }

    /** As written in JSON and tables: {@code cutting-over}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** From its word. */
    public static Status named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    public static Status of(Phase phase) {
        return valueOf(phase.name());
    }
}
