package dev.portway.intake;

import java.time.Duration;
import java.util.Locale;

/** The catalogue of what can be wrong with a request. Titles and details are in the bundles, under {@code <code>.title} and {@code <code>.detail}. */
public enum Wrong {
    // @formatter:off
    // What is asked.
    BODY_MALFORMED(400), BODY_TOO_LARGE(413),
    FIELD_UNKNOWN(400), FIELD_TWICE(400), FIELD_MISSING(422), FIELD_MALFORMED(422),
    NUMBER_IMPOSSIBLE(422), NUMBER_UNCLEAR(422), NUMBER_TWICE(422), PROBER_MOVES(422), TOO_MANY_NUMBERS(422), NUMBER_BUSY(409),
    SAME_WABA(422), NOT_TAKEN(422), WINDOW_IMPOSSIBLE(422), WINDOW_OVER(422), TIME_TOO_FAR(422), ROUTE_UNKNOWN(422),
    IDEMPOTENCY_KEY_MISSING(400), IDEMPOTENCY_KEY_REUSED(422), IDEMPOTENCY_KEY_IN_USE(409, Duration.ofMinutes(1)),
    MIGRATION_NOT_FOUND(404), ACTION_UNKNOWN(404), PARTNER_NOT_FOUND(422), ACTION_NOT_ALLOWED(409), INPUT_REFUSED(422), PROBLEM_NOT_FOUND(404),
    CHECKS_NOT_AVAILABLE(503), NOTHING_TO_ASK(409), TOO_MANY_LINKS(409), GUEST_LINK_NOT_FOUND(404), SET_UP_CHANGED(409),

    // Who asks.
    KEY_MISSING(401), KEY_UNKNOWN(401), KEY_SCOPE(403), TOO_MANY_REQUESTS(429), TOO_MANY_STREAMS(429),

    // How it is asked, and whether it can be answered at all.
    REQUEST_MALFORMED(400), ADDRESS_UNKNOWN(404), METHOD_NOT_ALLOWED(405), NOT_ACCEPTABLE(406), MEDIA_TYPE_UNKNOWN(415),
    HEADERS_TOO_LARGE(431), OUR_FAULT(500), NOT_AVAILABLE(503, Duration.ofSeconds(10));
    // @formatter:on

    private final int status;
    private final Duration pause;

    Wrong(int status) {
        this(status, Duration.ZERO);
    }

    Wrong(int status, Duration pause) {
        this.status = status;
        this.pause = pause;
    }

    /** How long before asking again is worth it, where nobody knows better; zero: not by waiting. */
    public Duration pause() {
        return pause;
    }

    public int status() {
        return status;
    }

    /** What a status means that came from a part which knows no more than that. */
    public static Wrong ofStatus(int status) {
        return switch (status) {
            case 401 -> KEY_MISSING;
            case 403 -> KEY_SCOPE;
            case 404 -> ADDRESS_UNKNOWN;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 413 -> BODY_TOO_LARGE;
            case 415 -> MEDIA_TYPE_UNKNOWN;
            case 429 -> TOO_MANY_REQUESTS;
            case 431 -> HEADERS_TOO_LARGE;
            case 503 -> NOT_AVAILABLE;
            default -> status < 500 ? REQUEST_MALFORMED : OUR_FAULT;
        };
    }

    /** As in the type's address and in the bundles. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
