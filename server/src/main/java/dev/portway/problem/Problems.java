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

/**
 * The catalogue: every problem there is, by its code. What each means for people is in the message bundles; by which of Graph's errors each is
 * recognised is a table of the package {@code graph}. A test holds that the two agree.
 */
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
    public static final Problem NAME_MISSING = row("name-missing", PROVIDER, AFTER_FIX);
    public static final Problem NUMBER_NOT_ADDED = row("number-not-added", PROVIDER, AFTER_FIX);
    public static final Problem NAME_BEING_PROCESSED = row("name-being-processed", META, AFTER_WAIT, Duration.ofHours(1));
    public static final Problem NOT_BEING_MOVED = row("not-being-moved", PROVIDER, AFTER_FIX);
    public static final Problem NUMBER_DELETED = row("number-deleted", CLIENT, AFTER_FIX);
    /** No refusal at all: what sign-up shows for each number that can move. */
    public static final Problem REGISTERED_ELSEWHERE = row("registered-elsewhere", PORTWAY, NEVER);

    // Between solutions, in sign-up, and with the Business app.
    public static final Problem TAGGED_FOR_OTHER_SOLUTION = row("tagged-for-other-solution", PROVIDER, AFTER_FIX);
    public static final Problem NOT_VALID_FOR_SOLUTION = row("not-valid-for-solution", PROVIDER, NEVER);
    public static final Problem ALREADY_INVITED = row("already-invited", CLIENT, NEVER);
    public static final Problem SIGNUP_CODE_SPENT = row("signup-code-spent", CLIENT, AFTER_FIX);
    public static final Problem CALLBACK_UNVERIFIED = row("callback-unverified", PROVIDER, AFTER_FIX);
    public static final Problem NOT_FROM_APP = row("not-from-app", PROVIDER, NEVER);
    public static final Problem SYNC_ALREADY_ASKED = row("sync-already-asked", CLIENT, NEVER);
    public static final Problem SYNC_TOO_LATE = row("sync-too-late", CLIENT, NEVER);
    public static final Problem HISTORY_NOT_SHARED = row("history-not-shared", CLIENT, NEVER);

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

    // The account and its standing.
    public static final Problem BLOCKED_BY_POLICY = row("blocked-by-policy", CLIENT, AFTER_FIX);
    public static final Problem COUNTRY_RESTRICTED = row("country-restricted", CLIENT, NEVER);
    public static final Problem SPAM_LIMITED = row("spam-limited", CLIENT, AFTER_FIX);
    public static final Problem CLASSIFICATION_LIMITED = row("classification-limited", META, AFTER_WAIT, Duration.ofHours(24));
    public static final Problem PAYMENTS_TERMS = row("payments-terms", CLIENT, AFTER_FIX);

    // What the routes find out without a refusal of Graph's.
    public static final Problem REQUEST_DECLINED = row("request-declined", CLIENT, AFTER_FIX);
    public static final Problem CLONE_REFUSED = row("clone-refused", PROVIDER, AFTER_FIX);
    public static final Problem CLONE_NOT_COMPLETED = row("clone-not-completed", META, AFTER_FIX);
    public static final Problem NAME_DECLINED = row("name-declined", CLIENT, AFTER_FIX);
    public static final Problem PARTNER_UNKNOWN = row("partner-unknown", PROVIDER, AFTER_FIX);

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
    public static final Problem EDIT_FAILED = row("edit-failed", PROVIDER, AFTER_FIX);
    public static final Problem CURSOR_INVALID = row("cursor-invalid", PORTWAY, AFTER_FIX);

    // Messages.
    public static final Problem RECIPIENT_UNREACHABLE = row("recipient-unreachable", PROVIDER, AFTER_FIX);
    public static final Problem RECIPIENT_BLOCKED = row("recipient-blocked", CLIENT, AFTER_FIX);
    public static final Problem RECIPIENT_IN_EXPERIMENT = row("recipient-in-experiment", META, NEVER);
    public static final Problem RECIPIENT_IS_SENDER = row("recipient-is-sender", PROVIDER, AFTER_FIX);
    public static final Problem RECIPIENT_NOT_ALLOWED = row("recipient-not-allowed", PROVIDER, AFTER_FIX);
    public static final Problem RECIPIENT_NOT_SUPPORTED = row("recipient-not-supported", PROVIDER, NEVER);
    public static final Problem RECIPIENT_CHANGED = row("recipient-changed", PROVIDER, AFTER_FIX);
    public static final Problem ISSUED_NUMBER_NEEDS_NAME = row("issued-number-needs-name", CLIENT, AFTER_FIX);
    public static final Problem TOO_LATE_FOR_FREE_TEXT = row("too-late-for-free-text", PROVIDER, AFTER_FIX);
    public static final Problem META_DID_NOT_DELIVER = row("meta-did-not-deliver", META, NEVER);
    public static final Problem MARKETING_NOT_WANTED = row("marketing-not-wanted", PROVIDER, NEVER);
    public static final Problem MARKETING_ONLY = row("marketing-only", PROVIDER, AFTER_FIX);
    public static final Problem MARKETING_TEMPLATES_OFF = row("marketing-templates-off", PROVIDER, AFTER_FIX);
    public static final Problem MESSAGE_TYPE_UNKNOWN = row("message-type-unknown", PROVIDER, AFTER_FIX);
    public static final Problem MESSAGE_NOT_THERE = row("message-not-there", CLIENT, NEVER);
    public static final Problem MEDIA_NOT_RECEIVED = row("media-not-received", CLIENT, AFTER_FIX);
    public static final Problem MEDIA_NOT_SENT = row("media-not-sent", PROVIDER, AFTER_FIX);

    // Templates, flows, and what hangs on them.
    public static final Problem TEMPLATES_NOT_COPIED = row("templates-not-copied", PROVIDER, AFTER_FIX);
    public static final Problem TEMPLATE_MISSING = row("template-missing", PROVIDER, AFTER_FIX);
    public static final Problem TEMPLATE_PARAMETERS = row("template-parameters", PROVIDER, AFTER_FIX);
    public static final Problem TEMPLATE_AGAINST_POLICY = row("template-against-policy", PROVIDER, AFTER_FIX);
    public static final Problem TEMPLATE_PAUSED = row("template-paused", PROVIDER, AFTER_FIX);
    public static final Problem TEMPLATE_DISABLED = row("template-disabled", PROVIDER, NEVER);
    public static final Problem TEMPLATE_NOT_USABLE = row("template-not-usable", PROVIDER, AFTER_FIX);
    public static final Problem TEMPLATE_STILL_SYNCING = row("template-still-syncing", META, AFTER_WAIT, Duration.ofMinutes(10));
    public static final Problem TEMPLATES_FULL = row("templates-full", PROVIDER, AFTER_FIX);
    public static final Problem TEMPLATE_NAME_BLOCKED = row("template-name-blocked", META, AFTER_WAIT, Duration.ofDays(30));
    public static final Problem TEMPLATE_EXISTS = row("template-exists", PROVIDER, NEVER);
    public static final Problem TEMPLATE_CANNOT_CHANGE = row("template-cannot-change", PROVIDER, AFTER_FIX);
    public static final Problem TEMPLATE_FORMAT = row("template-format", PROVIDER, AFTER_FIX);
    public static final Problem TEMPLATE_NOT_CREATED = row("template-not-created", PROVIDER, AFTER_FIX);
    public static final Problem INSIGHTS_NOT_AVAILABLE = row("insights-not-available", PROVIDER, AFTER_FIX);
    public static final Problem FLOW_BLOCKED = row("flow-blocked", PROVIDER, AFTER_FIX);
    public static final Problem FLOW_THROTTLED = row("flow-throttled", META, AFTER_WAIT, Duration.ofHours(1));
    public static final Problem FLOW_NOT_CHANGED = row("flow-not-changed", PROVIDER, AFTER_FIX);
    public static final Problem FLOWS_NOT_COPIED = row("flows-not-copied", PROVIDER, AFTER_FIX);
    public static final Problem BLOCK_LIST_REFUSED = row("block-list-refused", PROVIDER, AFTER_FIX);

    // Ours.
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
