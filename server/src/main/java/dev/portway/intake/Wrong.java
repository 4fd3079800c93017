package dev.portway.intake;

import java.util.Locale;

/** The catalogue of what can be wrong with a request. Titles and details are in the bundles, under {@code <code>.title} and {@code <code>.detail}. */
public enum Wrong {
    // @formatter:off
    BODY_MALFORMED(400), BODY_TOO_LARGE(413),
    FIELD_UNKNOWN(400), FIELD_MISSING(422), FIELD_MALFORMED(422),
    NUMBER_IMPOSSIBLE(422), NUMBER_UNCLEAR(422), NUMBER_TWICE(422), TOO_MANY_NUMBERS(422), NUMBER_BUSY(409),
    SAME_WABA(422), WINDOW_IMPOSSIBLE(422), ROUTE_UNKNOWN(422),
    IDEMPOTENCY_KEY_MISSING(400), IDEMPOTENCY_KEY_REUSED(422), IDEMPOTENCY_KEY_IN_USE(409),
    MIGRATION_NOT_FOUND(404), ACTION_UNKNOWN(404), ACTION_NOT_ALLOWED(409), INPUT_REFUSED(422),
    CHECKS_NOT_AVAILABLE(503);
    // @formatter:on

    private final int status;

    Wrong(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** As in the type's address and in the bundles. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
