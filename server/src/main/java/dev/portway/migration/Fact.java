package dev.portway.migration;

import java.time.Instant;
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

    // Seen by looking.
    public static final Fact<Findings> CHECKED = shared("checked", Findings.class);
    public static final Fact<Boolean> SNAPSHOT_TAKEN = shared("snapshot-taken", Boolean.class);
    public static final Fact<Boolean> DESTINATION_READ = shared("destination-read", Boolean.class);
    public static final Fact<Payment> PAYMENT = shared("payment", Payment.class);
    public static final Fact<TwoStep> TWO_STEP = each("two-step", TwoStep.class);
    /** As a webhook told it; counts where Graph shows nothing. */
    public static final Fact<TwoStepTold> TWO_STEP_TOLD = each("two-step-told", TwoStepTold.class);
    public static final Fact<NumberSeen> NUMBER_SEEN = each("number-seen", NumberSeen.class);
    public static final Fact<Boolean> LISTED_HERE = each("listed-here", Boolean.class);
    public static final Fact<Boolean> VERIFIED_HERE = each("verified-here", Boolean.class);
    public static final Fact<Boolean> LIVE_HERE = each("live-here", Boolean.class);
    public static final Fact<String> PHONE_NUMBER_ID = each("phone-number-id", String.class);
    public static final Fact<AssetsCompared> ASSETS = shared("assets-compared", AssetsCompared.class);
    /** Something was told about this migration's objects by a webhook; what it means is found out by looking. */
    public static final Fact<String> HEARD = shared("heard", String.class);

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

    private static final List<Fact<?>> ALL = List.of(SUBMITTED, WITHDRAWAL_ASKED, RECHECK_ASKED, RETRY_ASKED, LAST_CALL_HAPPENED, WINDOW,
            CODE_CHOICE,
            CODE, TWO_STEP_STATED_OFF, NOT_ON_APP_STATED, NAME_STATED_APPROVED, SAME_BUSINESS_STATED, PAYMENT_STATED, SOURCE_STATED_READY,
            CHECKED,
            SNAPSHOT_TAKEN, DESTINATION_READ, PAYMENT, TWO_STEP, TWO_STEP_TOLD, NUMBER_SEEN, LISTED_HERE, VERIFIED_HERE, LIVE_HERE,
            PHONE_NUMBER_ID,
            ASSETS, HEARD, APP_SUBSCRIBED,
            SUBSCRIBED_BY_US, APP_UNSUBSCRIBED, TEMPLATES_COPIED, NUMBER_ADDED, CODE_REQUESTED, OWNERSHIP_VERIFIED, OWNERSHIP_VERIFIED_AT,
            PIN_CHOSEN, PIN,
            SOURCE_PROBED, SOURCE_PROBE, REGISTERED, REGISTERED_AT, DESTINATION_PROBED, DESTINATION_PROBE);

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

    public static List<Fact<?>> all() {
        return ALL;
    }

    private Stream<String> names() {
        return Stream.concat(Stream.of(name), formerly.stream());
    }

    private static <T> Fact<T> shared(String name, Class<T> type) {
        return new Fact<>(name, type, false, false, List.of());
    }

    private static <T> Fact<T> each(String name, Class<T> type) {
        return new Fact<>(name, type, true, false, List.of());
    }

    private static Fact<Secret> sealed(String name) {
        return new Fact<>(name, Secret.class, true, true, List.of());
    }

    @Override
    public String toString() {
        return name;
    }
}
