package dev.portway.migration.fact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The name of one thing that can be known about a migration, or about one of its numbers. Names are durable: they are in stored rows. A renamed fact
 * keeps its old name in {@link #formerly}.
 *
 * @param perNumber whether each number has its own
 * @param secret whether the value is sealed, never shown, and forgotten once used
 */
public record Fact<T>(String name, Class<T> type, boolean perNumber, boolean secret, List<String> formerly) {
    private static final List<Fact<?>> ALL = new ArrayList<>();

    // Said by people.
    public static final Fact<Boolean> SUBMITTED = shared("submitted", Boolean.class);
    public static final Fact<Boolean> WITHDRAWAL_ASKED = shared("withdrawal-asked", Boolean.class);
    public static final Fact<Boolean> RECHECK_ASKED = shared("recheck-asked", Boolean.class);
    public static final Fact<Boolean> RETRY_ASKED = shared("retry-asked", Boolean.class);
    public static final Fact<Boolean> LAST_CALL_HAPPENED = shared("last-call-happened", Boolean.class);
    public static final Fact<Window> WINDOW = shared("window", Window.class);
    public static final Fact<CodeChoice> CODE_CHOICE = each("code-choice", CodeChoice.class);
    public static final Fact<Secret> CODE = sealed("code");
    public static final Fact<Boolean> TWO_STEP_STATED_OFF = each("two-step-stated-off", Boolean.class);
    public static final Fact<Boolean> NOT_ON_APP_STATED = each("not-on-app-stated", Boolean.class);
    public static final Fact<Boolean> NAME_STATED_APPROVED = each("name-stated-approved", Boolean.class);
    public static final Fact<Boolean> SAME_BUSINESS_STATED = shared("same-business-stated", Boolean.class);
    public static final Fact<Boolean> PAYMENT_STATED = shared("payment-stated", Boolean.class);
    public static final Fact<Boolean> SOURCE_STATED_READY = shared("source-stated-ready", Boolean.class);
    public static final Fact<Boolean> CALL_STATED_ANSWERED = each("call-stated-answered", Boolean.class);
    public static final Fact<Boolean> ADMIN_STATED = shared("admin-stated", Boolean.class);
    /** A yes to a task that somebody confirms. */
    public static final Fact<Boolean> CREDIT_LINE_AGREED = shared("credit-line-agreed", Boolean.class);
    public static final Fact<Boolean> PAUSE_AGREED = shared("pause-agreed", Boolean.class);
    public static final Fact<Boolean> UNSHARED = shared("unshared", Boolean.class);
    public static final Fact<Boolean> OLD_PARTNER_LEFT = shared("old-partner-left", Boolean.class);
    public static final Fact<Boolean> CLONE_ACCEPTED = shared("clone-accepted", Boolean.class);
    public static final Fact<Boolean> PARTNER_APPROVED = shared("partner-approved", Boolean.class);
    public static final Fact<Boolean> PAYMENT_CONFIRMED = shared("payment-confirmed", Boolean.class);
    public static final Fact<Boolean> INVOICES_SETTLED = shared("invoices-settled", Boolean.class);
    public static final Fact<Boolean> LEFT_STATED = each("left-stated", Boolean.class);
    /** In the words of whoever accepts them. */
    public static final Fact<String> LOSSES_ACCEPTED = shared("losses-accepted", String.class);
    /** The differences that somebody has seen and lets pass, and no others. */
    public static final Fact<Drift> DRIFT_ACCEPTED = shared("drift-accepted", Drift.class);
    public static final Fact<String> REFUSED_BECAUSE = shared("refused-because", String.class);
    public static final Fact<String> CURRENCY = shared("currency", String.class);
    public static final Fact<String> CREDIT_LINE = shared("credit-line", String.class);
    public static final Fact<String> INTENT_KIND = shared("intent-kind", String.class);
    public static final Fact<String> SOLUTION = shared("solution", String.class);
    public static final Fact<String> PARTNER = shared("partner", String.class);
    public static final Fact<String> DISPLAY_NAME = shared("display-name", String.class);
    public static final Fact<Instant> EFFECTIVE = shared("effective", Instant.class);
    public static final Fact<String> OPEN_INVOICES = shared("open-invoices", String.class);
    public static final Fact<Instant> LAST_PAID_MESSAGE = shared("last-paid-message", Instant.class);
    /** What the Embedded Signup window told when it closed. */
    public static final Fact<SignupTold> SIGNUP_TOLD = shared("signup-told", SignupTold.class);
    /** Single use; lives 30 s. Source: Meta, "Embedded Signup, implementation", 2026. */
    public static final Fact<Secret> SIGNUP_CODE = sealedForAll("signup-code");
    /** What the source's owner let us see of it after the order was placed. */
    public static final Fact<SourceGrant> SOURCE_GRANT = shared("source-grant", SourceGrant.class);
    /** The token it was given with; forgotten when the migration ends. */
    public static final Fact<Secret> SOURCE_TOKEN = sealedForAll("source-token");
    /** Of which end of it people were reminded. */
    public static final Fact<Instant> SOURCE_END_SAID = shared("source-end-said", Instant.class);
    /** What a person saw who got a message from the number, or wrote to it, for the first time: {@code name}, {@code another-name}, {@code number-only}. */
    public static final Fact<String> NAME_SHOWN = each("name-shown", String.class);
    /** What an On-Premises client exported, with its password. */
    public static final Fact<Secret> BACKUP = sealed("backup");

    // Seen by looking.
    public static final Fact<Findings> CHECKED = shared("checked", Findings.class);
    /** As they were when they first held: what drift is measured from. */
    public static final Fact<Findings> SEEN_AT_CHECK = shared("seen-at-check", Findings.class);
    /** What was seen by those looks since that watch for drift. */
    public static final Fact<Findings> SEEN_SINCE = shared("seen-since", Findings.class);
    public static final Fact<Drift> DRIFT = shared("drift", Drift.class);
    public static final Fact<Boolean> SNAPSHOT_TAKEN = shared("snapshot-taken", Boolean.class);
    public static final Fact<Boolean> DESTINATION_READ = shared("destination-read", Boolean.class);
    public static final Fact<Payment> PAYMENT = shared("payment", Payment.class);
    public static final Fact<TwoStep> TWO_STEP = each("two-step", TwoStep.class);
    /** As a webhook told it; counts where Graph shows nothing. */
    public static final Fact<TwoStepTold> TWO_STEP_TOLD = each("two-step-told", TwoStepTold.class);
    /** As webhooks announced it; Graph shows it nowhere. */
    public static final Fact<AccountTold> SOURCE_TOLD = shared("source-told", AccountTold.class);
    public static final Fact<AccountTold> DESTINATION_TOLD = shared("destination-told", AccountTold.class);
    public static final Fact<NumberSeen> NUMBER_SEEN = each("number-seen", NumberSeen.class);
    public static final Fact<Boolean> LISTED_HERE = each("listed-here", Boolean.class);
    public static final Fact<Boolean> VERIFIED_HERE = each("verified-here", Boolean.class);
    public static final Fact<Boolean> LIVE_HERE = each("live-here", Boolean.class);
    public static final Fact<String> PHONE_NUMBER_ID = each("phone-number-id", String.class);
    public static final Fact<AssetsCompared> ASSETS = shared("assets-compared", AssetsCompared.class);
    /** Something was told about this migration's objects by a webhook; what it means is found out by looking. */
    public static final Fact<String> HEARD = shared("heard", String.class);
    /** The WABA the numbers go to, where the order could not name it. */
    public static final Fact<WabaId> DESTINATION_WABA = shared("destination-waba", WabaId.class);
    public static final Fact<SignupFound> SIGNUP_FOUND = shared("signup-found", SignupFound.class);
    /** Whether the destination has any means of payment: what shows that a credit line was attached. */
    public static final Fact<Boolean> FUNDED = shared("funded", Boolean.class);
    public static final Fact<String> INTENT_ID = shared("intent-id", String.class);
    public static final Fact<IntentState> INTENT = shared("intent", IntentState.class);
    public static final Fact<String> CLONE_ID = shared("clone-id", String.class);
    public static final Fact<CloneState> CLONE = shared("clone", CloneState.class);
    /** Whether Graph shows that the clone was told to go on. */
    public static final Fact<Boolean> RESUME_SEEN = shared("resume-seen", Boolean.class);
    /** Whether the order names every number of the source WABA: some routes move them all or none. */
    public static final Fact<Boolean> ALL_NAMED = shared("all-named", Boolean.class);
    public static final Fact<PartnerSeen> PARTNER_SEEN = shared("partner-seen", PartnerSeen.class);
    public static final Fact<AtSource> AT_SOURCE = each("at-source", AtSource.class);
    public static final Fact<Leaving> LEAVING = each("leaving", Leaving.class);

    // Made so by us. Each is established by one effect.
    public static final Fact<Boolean> APP_SUBSCRIBED = shared("app-subscribed", Boolean.class);
    /** Portway subscribed the app itself, so a withdrawal may take it back. */
    public static final Fact<Boolean> SUBSCRIBED_BY_US = shared("subscribed-by-us", Boolean.class);
    public static final Fact<Boolean> APP_UNSUBSCRIBED = shared("app-unsubscribed", Boolean.class);
    public static final Fact<Boolean> TEMPLATES_COPIED = shared("templates-copied", Boolean.class);
    public static final Fact<Boolean> NUMBER_ADDED = each("number-added", Boolean.class);
    public static final Fact<Boolean> CODE_REQUESTED = each("code-requested", Boolean.class);
    public static final Fact<Boolean> OWNERSHIP_VERIFIED = each("ownership-verified", Boolean.class);
    public static final Fact<Instant> OWNERSHIP_VERIFIED_AT = each("ownership-verified-at", Instant.class);
    public static final Fact<Boolean> PIN_CHOSEN = each("pin-chosen", Boolean.class);
    public static final Fact<Secret> PIN = sealed("pin");
    public static final Fact<Boolean> SOURCE_PROBED = each("source-probed", Boolean.class);
    public static final Fact<Probe> SOURCE_PROBE = each("source-probe", Probe.class);
    public static final Fact<Boolean> REGISTERED = each("registered", Boolean.class);
    public static final Fact<Instant> REGISTERED_AT = each("registered-at", Instant.class);
    public static final Fact<Boolean> DESTINATION_PROBED = each("destination-probed", Boolean.class);
    public static final Fact<Probe> DESTINATION_PROBE = each("destination-probe", Probe.class);

    public static final Fact<Boolean> CODE_EXCHANGED = shared("code-exchanged", Boolean.class);
    /** The client's business token that the sign-up code was exchanged for. */
    public static final Fact<Secret> BUSINESS_TOKEN = sealedForAll("business-token");
    public static final Fact<Boolean> CREDIT_LINE_ATTACHED = shared("credit-line-attached", Boolean.class);
    public static final Fact<Boolean> INTENT_SET = shared("intent-set", Boolean.class);
    public static final Fact<Boolean> CLONE_STARTED = shared("clone-started", Boolean.class);
    public static final Fact<Boolean> RESUMED = shared("resumed", Boolean.class);
    public static final Fact<Boolean> CONTACTS_SYNCED = each("contacts-synced", Boolean.class);
    public static final Fact<Boolean> HISTORY_SYNCED = each("history-synced", Boolean.class);
    public static final Fact<Boolean> PARTNER_CHANGED = shared("partner-changed", Boolean.class);
    public static final Fact<Boolean> ACCESS_SHUT = shared("access-shut", Boolean.class);

    private static final Map<String, Fact<?>> BY_NAME = ALL.stream()
            .flatMap(fact -> fact.names().map(name -> new Named(name, fact)))
            .collect(Collectors.toUnmodifiableMap(Named::name, Named::fact));

    private record Named(String name, Fact<?> fact) {}

    public Fact {
        formerly = List.copyOf(formerly);
    }

    /** The fact with this name, or with this former name. */
    public static Optional<Fact<?>> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** In the order they are declared. */
    public static List<Fact<?>> all() {
        return Collections.unmodifiableList(ALL);
    }

    private Stream<String> names() {
        return Stream.concat(Stream.of(name), formerly.stream());
    }

    private static <T> Fact<T> shared(String name, Class<T> type) {
        return listed(new Fact<>(name, type, false, false, List.of()));
    }

    private static <T> Fact<T> each(String name, Class<T> type) {
        return listed(new Fact<>(name, type, true, false, List.of()));
    }

    private static Fact<Secret> sealed(String name) {
        return listed(new Fact<>(name, Secret.class, true, true, List.of()));
    }

    private static Fact<Secret> sealedForAll(String name) {
        return listed(new Fact<>(name, Secret.class, false, true, List.of()));
    }

    private static <T> Fact<T> listed(Fact<T> fact) {
        ALL.add(fact);
        return fact;
    }

    @Override
    public String toString() {
        return name;
    }
}
