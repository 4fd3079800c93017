package dev.portway.sandbox.switches;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The table of what is unknown: allowed values (the first is the standard one; a number allows any number). The reason for each, and what would
 * end the guessing, is in {@link Reasons}.
 */
public enum Switch {
    // @formatter:off
    TWO_STEP_CHECKED_AT(Group.MOVE, List.of("initiate", "register")),
    PHONE_NUMBER_ID_ON_MIGRATE(Group.MOVE, List.of("new", "same")),
    PIN_FIELD(Group.MOVE, List.of("shown", "left-out")),
    SECOND_INITIATE(Group.MOVE, List.of("same-id", "refused")),
    SOURCE_NUMBER_AFTER_MOVE(Group.MOVE, List.of("migrated", "gone")),
    COEXISTENCE_REFUSED_AT(Group.MOVE, List.of("initiate", "verify")),
    ON_PREMISES_CAN_MIGRATE(Group.MOVE, List.of("no", "yes")),
    MEDIA_AFTER_MOVE(Group.MOVE, List.of("destination", "both")),
    GROUPS_AFTER_MOVE(Group.MOVE, List.of("stay", "gone")),
    SOURCE_HEARS_OF_MOVE(Group.MOVE, List.of("no", "yes")),
    OWNERSHIP_CODE_MINUTES(Group.CODES, 10),
    OWNERSHIP_VERIFIED_DAYS(Group.CODES, 14),
    CODE_REQUESTS_PER_12_HOURS(Group.CODES, 5),
    WRONG_CODES_BEFORE_BLOCK(Group.CODES, 3),
    WRONG_PINS_BEFORE_BLOCK(Group.REGISTRATION, 5),
    WRONG_PIN_PAUSE_SECONDS(Group.REGISTRATION, 2),
    WRONG_PIN_BLOCK_MINUTES(Group.REGISTRATION, 60),
    REGISTERS_COUNTED(Group.REGISTRATION, List.of("requests", "successes")),
    NAME_REVIEW_MINUTES(Group.REGISTRATION, 1440),
    ON_PREMISES_WITHOUT_BACKUP(Group.REGISTRATION, List.of("refused", "accepted")),
    SILENT_REGISTER_ANSWER(Group.REGISTRATION, List.of("plain", "tells")),
    APP_REGISTER_REFUSAL(Group.REGISTRATION, List.of("100", "136025", "131000")),
    DELETED_NUMBER_ANSWERS(Group.OTHER_WAYS, List.of("33", "100/33", "readable")),
    TWO_STEP_AFTER_DELETION(Group.OTHER_WAYS, List.of("gone", "kept")),
    ADD_OF_DEREGISTERED(Group.OTHER_WAYS, List.of("added", "refused")),
    DELETION_WAIT_MINUTES(Group.OTHER_WAYS, 5),
    INTENT_AFTER_90_DAYS(Group.OTHER_WAYS, List.of("rejected", "open")),
    ACCOUNT_MODEL_PHASE(Group.OTHER_WAYS, List.of("0", "1", "2", "3")),
    SHARED_NUMBER_ID(Group.OTHER_WAYS, List.of("new", "same")),
    PREVERIFIED_LAPSED(Group.OTHER_WAYS, List.of("NOT_VERIFIED", "EXPIRED")),
    OFFBOARDED_NUMBER(Group.OTHER_WAYS, List.of("disconnected", "deleted")),
    RECONNECTION_MINUTES(Group.OTHER_WAYS, 3),
    CURRENCY_CLONE_SECONDS(Group.OTHER_WAYS, 30),
    CURRENCY_FROM_CARD_TO_CARD(Group.OTHER_WAYS, List.of("accepted", "rejected")),
    CURRENCY_NUMBER_ID(Group.OTHER_WAYS, List.of("same", "new")),
    INTENT_REFUSALS(Group.OTHER_WAYS, List.of("2593079-2593085", "100")),
    PARTNER_TICKET_HOURS(Group.OTHER_WAYS, 0),
    CREDIT_SHARING_REFUSAL(Group.PAYMENT, List.of("100", "200", "131042")),
    CREDIT_MONTHS_OF(Group.PAYMENT, List.of("UTC", "America/Los_Angeles")),
    SUBSCRIPTION_AFTER_UNSHARING(Group.PAYMENT, List.of("removed", "kept")),
    UNSHARED_AFTER_90_DAYS(Group.PAYMENT, List.of("owner-pays", "blocked")),
    UNKNOWN_UPLOAD_HANDLE(Group.TEMPLATES, List.of("refused", "accepted")),
    TEMPLATE_WORDS_PER_VARIABLE(Group.TEMPLATES, 2),
    TEMPLATE_PUNCTUATION_AT_END(Group.TEMPLATES, List.of("ignored", "counts")),
    TEMPLATE_LINES_APART(Group.TEMPLATES, 4),
    TEMPLATE_PLAIN_EXAMPLES(Group.TEMPLATES, List.of("one-only", "accepted")),
    UNPAUSED_TEMPLATE_EVENT(Group.TEMPLATES, List.of("APPROVED", "REINSTATED")),
    UNPAUSING_REFUSED_BY(Group.TEMPLATES, List.of("error", "answer")),
    CODE_BUTTON_READ_AS(Group.TEMPLATES, List.of("URL", "OTP")),
    TEMPLATE_COPY_SECONDS(Group.TEMPLATES, 20),
    TEMPLATE_RECHECK_SECONDS(Group.TEMPLATES, 60),
    TEMPLATE_QUALITY_HOURS(Group.TEMPLATES, 24),
    COPY_OF_EXISTING_TEMPLATE(Group.TEMPLATES, List.of("failed", "migrated")),
    TEMPLATE_COPIES_IN_TIME(Group.TEMPLATES, 400),
    MIGRATED_TEMPLATE_IDS(Group.TEMPLATES, List.of("source", "destination")),
    MEDIA_FILE_SIZE(Group.CALLS, List.of("number", "text")),
    CALLS_PER_HOUR(Group.CALLS, 5000),
    CALLS_PER_HOUR_INACTIVE(Group.CALLS, 200),
    APP_CALLS_PER_HOUR(Group.CALLS, 20_000),
    WITHOUT_ADVANCED_ACCESS(Group.CALLS, List.of("10", "200", "100/33")),
    SETTINGS_WORDS(Group.CALLS, List.of("upper-case", "lower-case")),
    DEBUG_TOKEN_ASKED_BY(Group.CALLS, List.of("same-app", "app-only")),
    ERROR_LANGUAGE(Group.CALLS, List.of("english", "portuguese", "spanish")),
    PRICING_SINCE_OCTOBER(Group.PAYMENT, List.of("new", "old")),
    MESSAGES_A_SECOND(Group.CALLS, 80),
    MESSAGES_TO_ONE_AT_ONCE(Group.CALLS, 45),
    WEBHOOK_RETRY_HOURS(Group.WEBHOOKS, 168),
    WEBHOOK_DELIVERY(Group.WEBHOOKS, List.of("once", "twice", "shuffled")),
    WEBHOOK_DELAY_MILLIS(Group.WEBHOOKS, 0),
    MESSAGE_STATUS_MILLIS(Group.WEBHOOKS, 400),
    OVERRIDE_HANDSHAKE(Group.WEBHOOKS, List.of("asked", "not-asked")),
    SIGNUP_OLD_VERSIONS(Group.SIGNUP, List.of("expired", "as-v4")),
    SIGNUP_PROBLEM_EVENT(Group.SIGNUP, List.of("CANCEL", "ERROR")),
    SIGNUP_CLOSED_AT_END(Group.SIGNUP, List.of("finish", "cancel"));
    // @formatter:on

    @SuppressWarnings("ImmutableEnumChecker") // Made by List.of.
    private final List<String> values;
    private final String standard;
    private final Group group;

    Switch(Group group, List<String> values) {
        this.group = group;
        this.values = values;
        this.standard = values.getFirst();
    }

    Switch(Group group, int standard) {
        this.group = group;
        this.values = List.of();
        this.standard = Integer.toString(standard);
    }

    /** What a switch is about, in the order in which people meet it. */
    public enum Group {
        MOVE, CODES, REGISTRATION, OTHER_WAYS, PAYMENT, TEMPLATES, CALLS, WEBHOOKS, SIGNUP
    }

    public Group group() {
        return group;
    }

    public String standard() {
        return standard;
    }

    /** The allowed values, empty for a number. */
    public List<String> choices() {
        return values;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Switch> of(String key) {
        return Arrays.stream(Switch.values()).filter(each -> each.key().equals(key)).findFirst();
    }

    /** Why it cannot have this value, or nothing when it can. */
    public Optional<String> wrong(String value) {
        if (values.isEmpty()) {
            return value.matches("\\d{1,8}") ? Optional.empty() : Optional.of(key() + " wants a whole number, not '" + value + "'");
        }
        return values.contains(value) ? Optional.empty() : Optional.of(key() + " is one of " + values + ", not '" + value + "'");
    }
}
