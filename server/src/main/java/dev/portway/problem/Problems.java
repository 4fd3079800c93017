package dev.portway.problem;

import static dev.portway.problem.Party.CLIENT;
import static dev.portway.problem.Party.META;
import static dev.portway.problem.Party.ORIGIN;
import static dev.portway.problem.Party.PORTWAY;
import static dev.portway.problem.Party.PROVIDER;
import static dev.portway.problem.Retry.AFTER_FIX;
import static dev.portway.problem.Retry.AFTER_WAIT;
import static dev.portway.problem.Retry.NEVER;
import static dev.portway.problem.Retry.SOON;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The catalogue: every problem there is, by its code. What each means for people is in the message bundles. */
public final class Problems {
    private static final Map<String, Problem> ROWS = new LinkedHashMap<>();

    // Initiating: what Graph says when a number cannot be added to the destination WABA.
    public static final Problem TWO_STEP_ON = row("two-step-on", CLIENT, AFTER_FIX);
    public static final Problem NAME_NOT_APPROVED = row("name-not-approved", ORIGIN, AFTER_FIX);
    public static final Problem SOURCE_NOT_SET_UP = row("source-not-set-up", ORIGIN, AFTER_FIX);
    public static final Problem NO_PAYMENT_AT_DESTINATION = row("no-payment-at-destination", PROVIDER, AFTER_FIX);
    public static final Problem DIFFERENT_BUSINESS = row("different-business", CLIENT, NEVER);
    public static final Problem DESTINATION_NOT_APPROVED = row("destination-not-approved", CLIENT, AFTER_FIX);
    public static final Problem MESSAGING_FOR_NOT_APPROVED = row("messaging-for-not-approved", CLIENT, AFTER_FIX);
    public static final Problem APP_NOT_SUBSCRIBED = row("app-not-subscribed", PROVIDER, AFTER_FIX);
    public static final Problem ADD_DIRECTLY = row("add-directly", PROVIDER, NEVER);
    public static final Problem CANNOT_MIGRATE = row("cannot-migrate", META, AFTER_FIX);
    public static final Problem OWNERSHIP_NOT_CONFIRMED = row("ownership-not-confirmed", CLIENT, AFTER_FIX);
    public static final Problem ALREADY_AT_DESTINATION = row("already-at-destination", PROVIDER, NEVER);
    public static final Problem NUMBER_IN_MAINTENANCE = row("number-in-maintenance", META, AFTER_WAIT, Duration.ofMinutes(5));
    public static final Problem PHONE_CAP_REACHED = row("phone-cap-reached", CLIENT, AFTER_FIX);
    public static final Problem NUMBER_NOT_ADDED = row("number-not-added", PROVIDER, AFTER_FIX);

    // The ownership code.
    public static final Problem WRONG_CODE = row("wrong-code", CLIENT, AFTER_FIX);
    public static final Problem CODE_NOT_AVAILABLE = row("code-not-available", META, AFTER_WAIT, Duration.ofHours(1));
    public static final Problem ALREADY_VERIFIED = row("already-verified", PORTWAY, NEVER);
    public static final Problem CODE_BUDGET_SPENT = row("code-budget-spent", META, AFTER_WAIT, Duration.ofHours(12));

    // Register.
    public static final Problem PIN_MISMATCH = row("pin-mismatch", CLIENT, AFTER_FIX);
    public static final Problem NOT_VERIFIED = row("not-verified", CLIENT, AFTER_FIX);
    public static final Problem PIN_LOCKED = row("pin-locked", META, AFTER_WAIT, Duration.ofHours(12));
    public static final Problem PIN_TOO_FAST = row("pin-too-fast", META, AFTER_WAIT, Duration.ofMinutes(1));
    public static final Problem RECENTLY_DELETED = row("recently-deleted", META, AFTER_WAIT, Duration.ofMinutes(5));
    public static final Problem REGISTER_BUDGET_SPENT = row("register-budget-spent", META, AFTER_WAIT, Duration.ofHours(72));
    public static final Problem DEREGISTER_INCOMPLETE = row("deregister-incomplete", PROVIDER, AFTER_FIX);
    public static final Problem ON_BUSINESS_APP = row("on-business-app", CLIENT, NEVER);
    public static final Problem ACCOUNT_LOCKED = row("account-locked", CLIENT, AFTER_FIX);
    public static final Problem NOT_REGISTERED = row("not-registered", PORTWAY, AFTER_FIX);

    // Any call.
    public static final Problem TOKEN_INVALID = row("token-invalid", PROVIDER, AFTER_FIX);
    public static final Problem PERMISSION_MISSING = row("permission-missing", PROVIDER, AFTER_FIX);
    public static final Problem ACCESS_BLOCKED = row("access-blocked", PROVIDER, AFTER_FIX);
    public static final Problem NOT_FOUND = row("not-found", PROVIDER, AFTER_FIX);
    public static final Problem BAD_PARAMETER = row("bad-parameter", PORTWAY, AFTER_FIX);
    public static final Problem RATE_LIMITED = row("rate-limited", META, AFTER_WAIT, Duration.ofMinutes(5));
    public static final Problem GRAPH_UNAVAILABLE = row("graph-unavailable", META, SOON);
    public static final Problem GRAPH_UNREACHABLE = row("graph-unreachable", PROVIDER, SOON);
    public static final Problem PAYMENT_PROBLEM = row("payment-problem", PROVIDER, AFTER_FIX);
    public static final Problem TEMPLATES_NOT_COPIED = row("templates-not-copied", PROVIDER, AFTER_FIX);
    public static final Problem CREDENTIALS_MISSING = row("credentials-missing", PROVIDER, AFTER_FIX);
    public static final Problem UNRECOGNISED = row("unrecognised", PROVIDER, AFTER_FIX);

    private Problems() {}

    /** The row with this code, or empty when no row has it. */
    public static Optional<Problem> find(String code) {
        return Optional.ofNullable(ROWS.get(code));
    }

    /** The row with this code; a code nobody knows (a row that was removed while migrations were in flight) reads as unrecognised. */
    public static Problem named(String code) {
        return find(code).orElse(UNRECOGNISED);
    }

    /** All rows, in the order of the catalogue. */
    public static Collection<Problem> all() {
        return Collections.unmodifiableCollection(ROWS.values());
    }

    private static Problem row(String code, Party owner, Retry retry) {
        return row(code, owner, retry, Duration.ZERO);
    }

    private static Problem row(String code, Party owner, Retry retry, Duration pause) {
        var problem = new Problem(code, owner, retry, pause);
        if (ROWS.put(code, problem) != null) {
            throw new IllegalStateException("Two rows are named " + code);
        }
        return problem;
    }
}
