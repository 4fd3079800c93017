package dev.portway.sandbox.switches;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The table of what is unknown: allowed values (the first is the standard one; a number allows any number), the
 * reason for it, and what would end the guessing.
 */
public enum Switch {
    // @formatter:off
    TWO_STEP_CHECKED_AT(Group.MOVE, List.of("initiate", "register"),
            "Meta's page listed 2388001 for initiate until Dec 2025 and no longer does; then only 133005 at register is left",
            "an initiate with two-step verification on"),
    PHONE_NUMBER_ID_ON_MIGRATE(Group.MOVE, List.of("new", "same"),
            "the reference calls the id the link between WABA and number, so a new one; 360dialog saw it kept in a currency"
                    + " migration",
            "the id that initiate answers, beside the old one"),
    PIN_FIELD(Group.MOVE, List.of("shown", "left-out"),
            "is_pin_enabled appears in Meta's SDKs and on none of its pages; left out, nobody can read it",
            "asking a number for is_pin_enabled"),
    SECOND_INITIATE(Group.MOVE, List.of("same-id", "refused"),
            "not documented; repeating a POST for a pending number may as well answer 2388012",
            "initiate sent twice"),
    SOURCE_NUMBER_AFTER_MOVE(Group.MOVE, List.of("migrated", "gone"),
            "the status MIGRATED exists; whether the source still reads its old id, or gets 100/33, is not documented",
            "the old id read by the source after a move"),
    COEXISTENCE_REFUSED_AT(Group.MOVE, List.of("initiate", "verify"),
            "not specified for migration; 136025 with its SMB text was seen at verification",
            "an initiate of a number of the Business app"),
    ON_PREMISES_CAN_MIGRATE(Group.MOVE, List.of("no", "yes"),
            "On-Premises ended on 23 Oct 2025; what initiate says since is not published",
            "an initiate of a number that was left on On-Premises"),
    MEDIA_AFTER_MOVE(Group.MOVE, List.of("destination", "both"),
            "documented: media ids stay usable when a number moves; for whom is not said, the new holder or the old one too",
            "an id of before the move read with both tokens"),
    GROUPS_AFTER_MOVE(Group.MOVE, List.of("stay", "gone"),
            "nothing is said of a number's groups when it moves to another WABA",
            "the groups of a number listed after its move"),
    SOURCE_HEARS_OF_MOVE(Group.MOVE, List.of("no", "yes"),
            "no webhook to the source is documented when a number leaves; yes sends PARTNER_REMOVED",
            "the webhooks of the source recorded during a move"),
    OWNERSHIP_CODE_MINUTES(Group.CODES, 10,
            "the OpenAPI file says about ten minutes, no page does",
            "a code entered after eleven minutes"),
    OWNERSHIP_VERIFIED_DAYS(Group.CODES, 14,
            "sign-up has 14 days and Alibaba says so for migrations; Meta publishes nothing for this path",
            "a verified number left alone for 15 days"),
    CODE_REQUESTS_PER_12_HOURS(Group.CODES, 5,
            "Embedded Signup's texts speak of about 12 hours, no count is published",
            "codes asked for until it refuses"),
    WRONG_CODES_BEFORE_BLOCK(Group.CODES, 3,
            "no count is published; the block of 12 hours is from Embedded Signup's texts",
            "wrong codes entered until it blocks"),
    WRONG_PINS_BEFORE_BLOCK(Group.REGISTRATION, 5,
            "133008 exists, no count is published",
            "wrong PINs entered slowly until it blocks"),
    WRONG_PIN_PAUSE_SECONDS(Group.REGISTRATION, 2,
            "133009 exists, no time is published",
            "two wrong PINs entered one after the other, at growing distances"),
    WRONG_PIN_BLOCK_MINUTES(Group.REGISTRATION, 60,
            "133008 says the wait in its details; no value is published",
            "the details of 133008"),
    REGISTERS_COUNTED(Group.REGISTRATION, List.of("requests", "successes"),
            "documented as 10 requests in a moving 72 hours; whether refused ones count is not said",
            "ten refused registers, then a right one"),
    NAME_REVIEW_MINUTES(Group.REGISTRATION, 1440,
            "no page says how long the review of a display name takes",
            "the time from adding a number to its phone_number_name_update"),
    ON_PREMISES_WITHOUT_BACKUP(Group.REGISTRATION, List.of("refused", "accepted"),
            "the reference has the backup for numbers from On-Premises and does not say what leaving it out does",
            "register without a backup for such a number"),
    SILENT_REGISTER_ANSWER(Group.REGISTRATION, List.of("plain", "tells"),
            "the account model says that the answer tells that the PIN was left alone, and not how; \"tells\" adds a field"
                    + " pin_reset that is false",
            "a register of a registered number from phase 1 on"),
    APP_REGISTER_REFUSAL(Group.REGISTRATION, List.of("100", "136025", "131000"),
            "numbers of the app skip register by the page; people who sent it published the text about SMB businesses with code 100,"
                    + " and 136025 with another at verification",
            "register sent for a number of the app"),
    DELETED_NUMBER_ANSWERS(Group.OTHER_WAYS, List.of("33", "100/33", "readable"),
            "code 33 stands in the error table for a deleted number, a status DELETED in the list of statuses; which of them"
                    + " an old id gives is not said",
            "reading the id of a number that was deleted"),
    TWO_STEP_AFTER_DELETION(Group.OTHER_WAYS, List.of("gone", "kept"),
            "whether the PIN outlives the deletion of its number is not said",
            "registering a deleted number elsewhere with another PIN"),
    ADD_OF_DEREGISTERED(Group.OTHER_WAYS, List.of("added", "refused"),
            "initiate says of a number that is registered nowhere that it can be added directly; whether that holds while it"
                    + " stands deregistered in another WABA is not said",
            "adding a number that stands deregistered in another WABA"),
    DELETION_WAIT_MINUTES(Group.OTHER_WAYS, 5,
            "133015 says to wait, the error page's remedy says five minutes",
            "registering a number that was deleted four and six minutes ago"),
    INTENT_AFTER_90_DAYS(Group.OTHER_WAYS, List.of("rejected", "open"),
            "documented for adding a WABA to a solution only, which is then accepted by itself; of the other two nothing is"
                    + " said",
            "an intent that nobody answers for 90 days"),
    ACCOUNT_MODEL_PHASE(Group.OTHER_WAYS, List.of("0", "1", "2", "3"),
            "announced for the second half of 2026 (1), the first of 2027 (2) and of 2028 (3), and not seen to have begun;"
                    + " 1: register of a registered number leaves the PIN alone, a WABA asked for by a partner wants a number; 2:"
                    + " messages name their messaging_account_id, sign-up's events and the field whatsapp_account have the account's"
                    + " id; 3: that id alone leads to a number",
            "Meta saying that a phase has begun, and what its calls answer then"),
    SHARED_NUMBER_ID(Group.OTHER_WAYS, List.of("new", "same"),
            "whether a number has one id for all its partners is not said; the account model promises that ids stay, the"
                    + " reference calls the id the link between WABA and number",
            "the ids that two partners of one number see"),
    PREVERIFIED_LAPSED(Group.OTHER_WAYS, List.of("NOT_VERIFIED", "EXPIRED"),
            "a pre-verified number that nobody claimed goes back to unverified by its page, and the field's values have both"
                    + " words",
            "a pre-verified number left alone for 91 days"),
    OFFBOARDED_NUMBER(Group.OTHER_WAYS, List.of("disconnected", "deleted"),
            "what the WABA still shows of a number that its owner disconnected in the app is not said",
            "reading it with the owner's token"),
    RECONNECTION_MINUTES(Group.OTHER_WAYS, 3,
            "a change of phones keeps a number of the app off the platform for a few minutes, by its page",
            "a change of phones with the webhooks recorded"),
    CURRENCY_CLONE_SECONDS(Group.OTHER_WAYS, 30,
            "how long cloning takes is not published; the page asks support only when it is very long",
            "polling a currency migration from its beginning"),
    CURRENCY_FROM_CARD_TO_CARD(Group.OTHER_WAYS, List.of("accepted", "rejected"),
            "the page says to leave the line of credit out where a card pays, and also that card to card is not supported"
                    + " for a change of payment method; taken to mean that a card may go on paying in another currency",
            "a change of currency of a WABA that pays by card"),
    CURRENCY_NUMBER_ID(Group.OTHER_WAYS, List.of("same", "new"),
            "a provider says that numbers keep their id in a currency migration; Meta's page does not",
            "the ids before and after a currency migration"),
    INTENT_REFUSALS(Group.OTHER_WAYS, List.of("2593079-2593085", "100"),
            "the error page has these two for the on-behalf-of model, which is gone; whether intents answer so is not said",
            "an intent for a WABA that has one already, and one to a solution of somebody else"),
    PARTNER_TICKET_HOURS(Group.OTHER_WAYS, 0,
            "a partner leaves a shared number by a ticket to Direct Support; how long that takes is not said, zero keeps"
                    + " rehearsals quick",
            "such a ticket"),
    CREDIT_SHARING_REFUSAL(Group.PAYMENT, List.of("100", "200", "131042"),
            "documented: sharing is refused on the last 3 and first 4 days of a month; the error is not",
            "sharing a line on the 29th"),
    CREDIT_MONTHS_OF(Group.PAYMENT, List.of("UTC", "America/Los_Angeles"),
            "no page says by whose clock the month of sharing begins and ends",
            "sharing within hours of a boundary"),
    SUBSCRIPTION_AFTER_UNSHARING(Group.PAYMENT, List.of("removed", "kept"),
            "whether the app of a partner that was removed goes on hearing of the WABA is not said; the page speaks of a"
                    + " webhook about 131042 to it",
            "an inbound message after unsharing"),
    UNSHARED_AFTER_90_DAYS(Group.PAYMENT, List.of("owner-pays", "blocked"),
            "the page says that Meta moves a WABA that nobody took on after 90 days, and not what pays for it then",
            "a WABA left unshared for 91 days"),
    UNKNOWN_UPLOAD_HANDLE(Group.TEMPLATES, List.of("refused", "accepted"),
            "a template's header and a profile's picture want the handle of an upload; what one that Graph never gave"
                    + " answers is not said",
            "a template made with such a handle"),
    TEMPLATE_WORDS_PER_VARIABLE(Group.TEMPLATES, 2,
            "2388293 is documented for too many variables for the length, the ratio is not; users of Graph were refused at 2"
                    + " and taken at 3 to 7",
            "templates of one variable and growing length, made until one is taken"),
    TEMPLATE_PUNCTUATION_AT_END(Group.TEMPLATES, List.of("ignored", "counts"),
            "documented: no variable first or last; users of Graph write that a full stop behind it does not make it one"
                    + " within",
            "a template whose body ends in a variable and a full stop"),
    TEMPLATE_LINES_APART(Group.TEMPLATES, 4,
            "providers refuse a body with more line breaks in a row than this, or than two; Meta's page says so of spaces and not of lines,"
                    + " and 2388072 only that the format is wrong",
            "templates with three, four and five line breaks in a row"),
    TEMPLATE_PLAIN_EXAMPLES(Group.TEMPLATES, List.of("one-only", "accepted"),
            "the page writes examples of a body as a plain list and its samples as a list of lists; a plain one of two was"
                    + " seen to be refused",
            "a template of two variables with a plain list of examples"),
    UNPAUSED_TEMPLATE_EVENT(Group.TEMPLATES, List.of("APPROVED", "REINSTATED"),
            "the title UNPAUSE is documented, the event it comes with is not; a provider says APPROVED, the reference describes"
                    + " REINSTATED as the end of flagging and disabling",
            "the webhooks recorded while a paused template is released"),
    UNPAUSING_REFUSED_BY(Group.TEMPLATES, List.of("error", "answer"),
            "what the call for releasing a template says when it must not be is not documented; pywa reads success and a reason",
            "the call made a minute after pacing paused a template"),
    CODE_BUTTON_READ_AS(Group.TEMPLATES, List.of("URL", "OTP"),
            "the page says that the button for a code becomes a URL button; Meta's SDKs still read it by its own type",
            "reading an authentication template"),
    TEMPLATE_COPY_SECONDS(Group.TEMPLATES, 20,
            "asynchronous by the documents, no duration given",
            "listing the destination's templates every few seconds after a move"),
    TEMPLATE_RECHECK_SECONDS(Group.TEMPLATES, 60,
            "copies are re-checked afterwards, no duration given",
            "the time of message_template_status_update after a move"),
    TEMPLATE_QUALITY_HOURS(Group.TEMPLATES, 24,
            "documented: UNKNOWN for the first 24 hours; the same page also speaks of an APPROVED rating",
            "the quality of copies read on the second day"),
    COPY_OF_EXISTING_TEMPLATE(Group.TEMPLATES, List.of("failed", "migrated"),
            "what migrate_message_templates says for a name that is already there is not documented",
            "the call made twice"),
    TEMPLATE_COPIES_IN_TIME(Group.TEMPLATES, 400,
            "documented: migrate_message_templates times out past 30 s, and a smaller count helps; how many copies fit, that those made"
                    + " until then stay, and that the error is 500 with code 1 are not said. It is answered at once here: order a delay"
                    + " for the wait. 0: all fit",
            "500 templates copied by one call, and what the destination has after it"),
    MIGRATED_TEMPLATE_IDS(Group.TEMPLATES, List.of("source", "destination"),
            "not stated; failed ones are source ids, so all are taken to be",
            "the ids of the answer looked up on both sides"),
    MEDIA_FILE_SIZE(Group.CALLS, List.of("number", "text"),
            "the reference has file_size as text, recorded answers have a number",
            "reading an id of media"),
    CALLS_PER_HOUR(Group.CALLS, 5000,
            "documented for a WABA with a registered number",
            "nothing: it is documented, and a switch so that a load can be tried"),
    CALLS_PER_HOUR_INACTIVE(Group.CALLS, 200,
            "documented for a WABA without a registered number",
            "nothing: it is documented, and a switch so that a load can be tried"),
    APP_CALLS_PER_HOUR(Group.CALLS, 20_000,
            "documented as 200 for each daily user of the app; how many it has is not known, a hundred are taken",
            "the usage header of an app whose daily users are known"),
    WITHOUT_ADVANCED_ACCESS(Group.CALLS, List.of("10", "200", "100/33"),
            "documented: without advanced access an app reaches only its own portfolio's data; the error is not said",
            "a call about a client by an app without advanced access"),
    SETTINGS_WORDS(Group.CALLS, List.of("upper-case", "lower-case"),
            "the local storage page writes IN_COUNTRY_STORAGE_ENABLED, the OpenAPI file's examples in_country_storage_enabled",
            "reading the settings of a number"),
    DEBUG_TOKEN_ASKED_BY(Group.CALLS, List.of("same-app", "app-only"),
            "the reference says a token of the same app; in 2026 system users' tokens were refused, and only the app's own"
                    + " was let in",
            "debug_token asked with a system user's token"),
    ERROR_LANGUAGE(Group.CALLS, List.of("english", "portuguese", "spanish"),
            "title and text of an error follow the call's locale; without one they were seen in English, Portuguese and Spanish, by what"
                    + " setting of the token's user or portfolio is not said",
            "the same refusal with tokens whose users or portfolios differ in one setting"),
    PRICING_SINCE_OCTOBER(Group.PAYMENT, List.of("new", "old"),
            "providers agree that since 1 Oct 2026 utility is billed in the window too and service messages after 1,000 a month; Meta's"
                    + " pricing page, read in part on 11 Sep 2026, did not show it",
            "the pricing of a status in a number's second thousand of service messages"),
    MESSAGES_A_SECOND(Group.CALLS, 80,
            "documented: of one number, in and out; 1,000 once it is upgraded, 20 while it is on the Business app. Whether seconds are"
                    + " counted by the clock or by the message is not said. 0: none are counted, so that a load may come from one number",
            "81 messages sent within a second, the first of them late in it"),
    MESSAGES_TO_ONE_AT_ONCE(Group.CALLS, 45,
            "documented: so many within six seconds to one person, each borrowing six seconds from the time after; whether Meta's test"
                    + " numbers are counted too is not said. 0: none are counted, so that a load may go to one number",
            "more of them sent to a number of the test list"),
    WEBHOOK_RETRY_HOURS(Group.WEBHOOKS, 168,
            "7 days in the overview, 36 hours on the endpoint page",
            "an address that refuses for a week"),
    WEBHOOK_DELIVERY(Group.WEBHOOKS, List.of("once", "twice", "shuffled"),
            "documented: at least once, in no promised order; how often that shows is not said, so a choice. twice: each comes again after a"
                    + " second. shuffled: of each two that follow each other to one address the second comes first; one that nothing"
                    + " follows is held for five seconds",
            "nothing: it differs from webhook to webhook"),
    WEBHOOK_DELAY_MILLIS(Group.WEBHOOKS, 0,
            "the documented target is a median of 250 ms; zero keeps rehearsals quick",
            "nothing: it differs from webhook to webhook"),
    MESSAGE_STATUS_MILLIS(Group.WEBHOOKS, 400,
            "sent, delivered and read follow each other by this much; real times depend on the phone",
            "nothing: it differs from phone to phone"),
    OVERRIDE_HANDSHAKE(Group.WEBHOOKS, List.of("asked", "not-asked"),
            "the override page has a verify token and says to check the address before; whether setting one asks it is not"
                    + " said",
            "an override set to an address that does not answer"),
    SIGNUP_OLD_VERSIONS(Group.SIGNUP, List.of("expired", "as-v4"),
            "versions 2 and 3 ended on 15 Oct 2026; whether their windows then say so or go on as version 4 is not said",
            "opening one after 15 Oct 2026"),
    SIGNUP_PROBLEM_EVENT(Group.SIGNUP, List.of("CANCEL", "ERROR"),
            "documented as a CANCEL with error_message, error_id, session_id, timestamp; in Sept 2026 an ERROR with"
                    + " error_code was seen",
            "reporting a problem in the window"),
    SIGNUP_CLOSED_AT_END(Group.SIGNUP, List.of("finish", "cancel"),
            "a window closed on the last screen is said to send the event of finishing; whether the callback then has a code"
                    + " is not",
            "closing the window on its last screen");
    // @formatter:on

    @SuppressWarnings("ImmutableEnumChecker") // Made by List.of.
    private final List<String> values;
    private final String standard;
    private final Group group;
    private final String reason;
    private final String settledBy;

    Switch(Group group, List<String> values, String reason, String settledBy) {
        this.group = group;
        this.values = values;
        this.standard = values.getFirst();
        this.reason = reason;
        this.settledBy = settledBy;
    }

    Switch(Group group, int standard, String reason, String settledBy) {
        this.group = group;
        this.values = List.of();
        this.standard = Integer.toString(standard);
        this.reason = reason;
        this.settledBy = settledBy;
    }

    /** What a switch is about, in the order in which people meet it. */
    public enum Group {
        MOVE, CODES, REGISTRATION, OTHER_WAYS, PAYMENT, TEMPLATES, CALLS, WEBHOOKS, SIGNUP
    }

    public Group group() {
        return group;
    }

    /** What one would have to see Graph do to know. */
    public String settledBy() {
        return settledBy;
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

    /** Why it cannot have this value, or nothing when it can. */
    public Optional<String> wrong(String value) {
        if (values.isEmpty()) {
            return value.matches("\\d{1,8}") ? Optional.empty() : Optional.of(key() + " wants a whole number, not '" + value + "'");
        }
        return values.contains(value) ? Optional.empty() : Optional.of(key() + " is one of " + values + ", not '" + value + "'");
    }
}
