package dev.portway.finder;

import dev.portway.migration.fact.Certainty;

/**
 * One thing that is known.
 *
 * @param from where it was read, or who says so: {@code /{source}/phone_numbers: platform_type}, {@code answer}, {@code wish}, {@code set-up}
 */
public record Known(Value value, Certainty certainty, String from) {
    public static final String ANSWER = "answer";
    public static final String SET_UP = "set-up";
    /** It follows from what is wanted, until somebody says or Graph shows otherwise. */
    static final String WISH = "wish";

    public static Known seen(Value value, String where) {
        return new Known(value, Certainty.VERIFIED, where);
    }

    public static Known stated(Value value, String by) {
        return new Known(value, Certainty.STATED, by);
    }

    boolean isSeen() {
        return certainty == Certainty.VERIFIED;
    }
}
