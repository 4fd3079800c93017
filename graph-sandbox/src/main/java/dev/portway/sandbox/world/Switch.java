package dev.portway.sandbox.world;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The table of what is unknown: allowed values (the first is the standard one; a number allows any number), and the reason for it. */
public enum Switch {
    // @formatter:off
    TWO_STEP_CHECKED_AT(List.of("initiate", "register"),
            "Meta's page listed 2388001 for initiate until Dec 2025 and no longer does; then only 133005 at register is left"),
    PHONE_NUMBER_ID_ON_MIGRATE(List.of("new", "same"),
            "the reference calls the id the link between WABA and number, so a new one; 360dialog saw it kept in a currency migration"),
    PIN_FIELD(List.of("shown", "left-out"),
            "is_pin_enabled appears in Meta's SDKs and on none of its pages; left out, nobody can read it"),
    SECOND_INITIATE(List.of("same-id", "refused"), "not documented; repeating a POST for a pending number may as well answer 2388012"),
    SOURCE_NUMBER_AFTER_MOVE(List.of("migrated", "gone"),
            "the status MIGRATED exists; whether the source still reads its old id, or gets 100/33, is not documented"),
    OWNERSHIP_CODE_MINUTES(10, "the OpenAPI file says about ten minutes, no page does"),
    OWNERSHIP_VERIFIED_DAYS(14, "sign-up has 14 days and Alibaba says so for migrations; Meta publishes nothing for this path"),
    CODE_REQUESTS_PER_12_HOURS(5, "Embedded Signup's texts speak of about 12 hours, no count is published"),
    WRONG_CODES_BEFORE_BLOCK(3, "no count is published; the block of 12 hours is from Embedded Signup's texts"),
    WRONG_PINS_BEFORE_BLOCK(5, "133008 exists, no count is published"),
    WRONG_PIN_PAUSE_SECONDS(2, "133009 exists, no time is published"),
    WRONG_PIN_BLOCK_MINUTES(60, "133008 says the wait in its details; no value is published"),
    REGISTERS_COUNTED(List.of("requests", "successes"),
            "documented as 10 requests in a moving 72 hours; whether refused ones count is not said"),
    COEXISTENCE_REFUSED_AT(List.of("initiate", "verify"),
            "not specified for migration; 136025 with its SMB text was seen at verification"),
    ON_PREMISES_CAN_MIGRATE(List.of("no", "yes"), "On-Premises ended on 23 Oct 2025; what initiate says since is not published"),
    DELETED_NUMBER_ANSWERS(List.of("33", "100/33", "readable"),
            "code 33 stands in the error table for a deleted number, a status DELETED in the list of statuses; which of them an old id gives is not"
                    + " said; settled by reading the id of a number that was deleted"),
    TWO_STEP_AFTER_DELETION(List.of("gone", "kept"),
            "whether the PIN outlives the deletion of its number is not said; settled by registering a deleted number elsewhere with another PIN"),
    NAME_REVIEW_MINUTES(1440, "no page says how long the review of a display name takes"),
    ADD_OF_DEREGISTERED(List.of("added", "refused"),
            "initiate says of a number that is registered nowhere that it can be added directly; whether that holds while it stands deregistered in"
                    + " another WABA is not said"),
    DELETION_WAIT_MINUTES(5, "133015 says to wait, the error page's remedy says five minutes"),
    INTENT_AFTER_90_DAYS(List.of("rejected", "open"),
            "documented for adding a WABA to a solution only, which is then accepted by itself; of the other two nothing is said"),
    CREDIT_SHARING_REFUSAL(List.of("100", "200", "131042"),
            "documented: sharing is refused on the last 3 and first 4 days of a month; the error is not; settled by sharing a line on such a day"),
    CREDIT_MONTHS_OF(List.of("UTC", "America/Los_Angeles"),
            "no page says by whose clock the month of sharing begins and ends; settled by sharing within hours of a boundary"),
    SUBSCRIPTION_AFTER_UNSHARING(List.of("removed", "kept"),
            "whether the app of a partner that was removed goes on hearing of the WABA is not said; the page speaks of a webhook about 131042 to it"),
    UNSHARED_AFTER_90_DAYS(List.of("owner-pays", "blocked"),
            "the page says that Meta moves a WABA that nobody took on after 90 days, and not what pays for it then"),
    ACCOUNT_MODEL_PHASE(List.of("0", "1", "2"),
            "announced for the second half of 2026 (1) and the first of 2027 (2), and not seen to have begun; 1: register of a registered number"
                    + " leaves the PIN alone, a WABA asked for by a partner wants a number; 2: messages name their messaging_account_id"),
    SHARED_NUMBER_ID(List.of("new", "same"),
            "whether a number has one id for all its partners is not said; the account model promises that ids stay, the reference calls the id the"
                    + " link between WABA and number"),
    ON_PREMISES_WITHOUT_BACKUP(List.of("refused", "accepted"),
            "the reference has the backup for numbers from On-Premises and does not say what leaving it out does"),
    PREVERIFIED_LAPSED(List.of("NOT_VERIFIED", "EXPIRED"),
            "a pre-verified number that nobody claimed goes back to unverified by its page, and the field's values have both words"),
    OFFBOARDED_NUMBER(List.of("disconnected", "deleted"),
            "what the WABA still shows of a number that its owner disconnected in the app is not said; settled by reading it with the owner's token"),
    RECONNECTION_MINUTES(3, "a change of phones keeps a number of the app off the platform for a few minutes, by its page"),
    CURRENCY_CLONE_SECONDS(30, "how long cloning takes is not published; the page asks support only when it is very long"),
    CURRENCY_FROM_CARD_TO_CARD(List.of("accepted", "rejected"),
            "the page says to leave the line of credit out where a card pays, and also that card to card is not supported for a change of payment"
                    + " method; taken to mean that a card may go on paying in another currency"),
    CURRENCY_NUMBER_ID(List.of("same", "new"), "a provider says that numbers keep their id in a currency migration; Meta's page does not"),
    MEDIA_AFTER_MOVE(List.of("destination", "both"),
            "documented: media ids stay usable when a number moves; for whom is not said, the new holder or the old one too; settled by reading an id"
                    + " of before the move with both tokens"),
    MEDIA_FILE_SIZE(List.of("number", "text"), "the reference has file_size as text, recorded answers have a number"),
    UNKNOWN_UPLOAD_HANDLE(List.of("refused", "accepted"),
            "a template's header and a profile's picture want the handle of an upload; what one that Graph never gave answers is not said; settled by"
                    + " making a template with such a handle"),
    TEMPLATE_WORDS_PER_VARIABLE(2,
            "2388293 is documented for too many variables for the length, the ratio is not; users of Graph were refused at 2 and taken at 3 to 7"),
    TEMPLATE_PUNCTUATION_AT_END(List.of("ignored", "counts"),
            "documented: no variable first or last; users of Graph write that a full stop behind it does not make it one within"),
    TEMPLATE_PLAIN_EXAMPLES(List.of("one-only", "accepted"),
            "the page writes examples of a body as a plain list and its samples as a list of lists; a plain one of two was seen to be refused"),
    CODE_BUTTON_READ_AS(List.of("URL", "OTP"), "the page says that the button for a code becomes a URL button; Meta's SDKs still read it by its own type"),
    TEMPLATE_COPY_SECONDS(20, "asynchronous by the documents, no duration given"),
    TEMPLATE_RECHECK_SECONDS(60, "copies are re-checked afterwards, no duration given"),
    TEMPLATE_QUALITY_HOURS(24, "documented: UNKNOWN for the first 24 hours; the same page also speaks of an APPROVED rating"),
    COPY_OF_EXISTING_TEMPLATE(List.of("failed", "migrated"),
            "what migrate_message_templates says for a name that is already there is not documented"),
    MIGRATED_TEMPLATE_IDS(List.of("source", "destination"), "not stated; failed ones are source ids, so all are taken to be"),
    CALLS_PER_HOUR(5000, "documented for a WABA with a registered number"),
    CALLS_PER_HOUR_INACTIVE(200, "documented for a WABA without a registered number"),
    APP_CALLS_PER_HOUR(20_000, "documented as 200 for each daily user of the app; how many it has is not known, a hundred are taken"),
    WITHOUT_ADVANCED_ACCESS(List.of("10", "200", "100/33"),
            "documented: without advanced access an app reaches only its own portfolio's data; the error is not said"),
    SETTINGS_WORDS(List.of("upper-case", "lower-case"),
            "the local storage page writes IN_COUNTRY_STORAGE_ENABLED, the OpenAPI file's examples in_country_storage_enabled"),
    WEBHOOK_RETRY_HOURS(168, "7 days in the overview, 36 hours on the endpoint page"),
    WEBHOOK_DELAY_MILLIS(0, "the documented target is a median of 250 ms; zero keeps rehearsals quick"),
    MESSAGE_STATUS_MILLIS(400, "sent, delivered and read follow each other by this much; real times depend on the phone"),
    DEBUG_TOKEN_ASKED_BY(List.of("same-app", "app-only"),
            "the reference says a token of the same app; in 2026 system users' tokens were refused, and only the app's own was let in"),
    OVERRIDE_HANDSHAKE(List.of("asked", "not-asked"),
            "the override page has a verify token and says to check the address before; whether setting one asks it is not said"),
    SIGNUP_OLD_VERSIONS(List.of("expired", "as-v4"),
            "versions 2 and 3 ended on 15 Oct 2026; whether their windows then say so or go on as version 4 is not said"),
    SIGNUP_PROBLEM_EVENT(List.of("CANCEL", "ERROR"),
            "documented as a CANCEL with error_message, error_id, session_id, timestamp; in Sept 2026 an ERROR with error_code was seen"),
    SIGNUP_CLOSED_AT_END(List.of("finish", "cancel"),
            "a window closed on the last screen is said to send the event of finishing; whether the callback then has a code is not"),
    SOURCE_HEARS_OF_MOVE(List.of("no", "yes"), "no webhook to the source is documented when a number leaves; yes sends PARTNER_REMOVED");
    // @formatter:on

    @SuppressWarnings("ImmutableEnumChecker") // Made by List.of.
    private final List<String> values;
    private final String standard;
    private final String reason;

    Switch(List<String> values, String reason) {
        this.values = values;
        this.standard = values.getFirst();
        this.reason = reason;
    }

    Switch(int standard, String reason) {
        this.values = List.of();
        this.standard = Integer.toString(standard);
        this.reason = reason;
    }

    public String standard() {
        return standard;
    }

    public String reason() {
        return reason;
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

    Optional<String> wrong(String value) {
        if (values.isEmpty()) {
            return value.matches("\\d{1,8}") ? Optional.empty() : Optional.of(key() + " wants a whole number, not '" + value + "'");
        }
        return values.contains(value) ? Optional.empty() : Optional.of(key() + " is one of " + values + ", not '" + value + "'");
    }
}
