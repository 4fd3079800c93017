package dev.portway.finder;

import java.util.Locale;

/** What people should call it: a number that moves, or an arrangement that changes around one that stays. */
public enum Kind {
    MIGRATION, CONFIGURATION, NEW_REGISTRATION;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
