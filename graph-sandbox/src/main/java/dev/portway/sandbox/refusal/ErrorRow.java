package dev.portway.sandbox.refusal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every error this Graph can answer with, as one table. Each can be ordered by its {@link #key()} as a fault.
 *
 * <p>Codes, subcodes and HTTP statuses: Meta's error page, copies of 12 Dec 2025 and 27 May 2026, where it lists them. Titles and texts of
 * the migration rows: the same page. Assumed: the outer code 100 of the subcodes 2388001, 2388012, 2388103 and 2494100, because the page
 * gives the subcode only and 100 is Graph's usual wrapper.
 */
public enum ErrorRow {
    // @formatter:off
    // Migration. Documented: error page, section on phone migration.
    TWO_STEP_MUST_BE_OFF(400, 100, 2388001, "Invalid parameter", "Ensure two-step authentication is disabled",
            "Two-step authentication must be disabled for this phone number."),
    OWNERSHIP_NOT_CONFIRMED(400, 100, 2388001, "Invalid parameter", "Confirm ownership of the given phone number",
            "Certificate can be downloaded only after confirming ownership of a phone number that is being migrated."),
    // Observed: code and words, of register for a number that is in use with an app or elsewhere.
    REGISTERED_ELSEWHERE(400, 100, 2388001, "Invalid parameter", "Cannot Create Certificate",
            "This number is registered to an existing WhatsApp account. To use this number, disconnect it from the existing account."),
    // Observed: title, in an issue of a published tool; assumed: code and text.
    CERTIFICATE_NOT_READY(400, 100, 2388001, "Invalid parameter", "Cannot Create Certificate",
            "The display name of this phone number has not been processed yet."),
    ALREADY_IN_WABA(400, 100, 2388012, "Invalid parameter", "Phone number already exists in your list of phone numbers",
            "The phone number you are trying to migrate is already present in your WhatsApp account."),
    DESTINATION_WEBHOOKS_MISSING(400, 100, 2388103, "Invalid parameter", "Cannot migrate phone number",
            "Webhooks have not been set up for the destination WhatsApp Business account."),
    CAN_BE_ADDED_DIRECTLY(400, 100, 2388103, "Invalid parameter", "Add this phone number to your WhatsApp account",
            "This phone number is eligible to be added directly, and does not need to use phone migration APIs."),
    NAME_NOT_APPROVED(400, 100, 2388103, "Invalid parameter", "Registered name needs to be present and approved",
            "The business phone number must have an approved display name (name_status is APPROVED) and cannot have any pending"
                    + " display name change requests."),
    SOURCE_NOT_SET_UP(400, 100, 2388103, "Invalid parameter",
            "WhatsApp account that the phone number is registered under is not set up properly",
            "The source WhatsApp Business account and \"Messaging For\" must be approved."),
    DESTINATION_WITHOUT_PAYMENT(400, 100, 2388103, "Invalid parameter", "Your WhatsApp account is missing a payment account",
            "Your WhatsApp account must have an active line of credit so that you can send messages after migration."),
    MIGRATION_FAILED(400, 100, 2388103, "Invalid parameter", "An error occurred while migrating phone number",
            "There was an error while migrating your phone number."),
    OTHER_BUSINESS(400, 100, 2388103, "Invalid parameter", "This phone number belongs to a different Business Manager account",
            "The source and destination WhatsApp Business accounts must represent the same business."),
    DESTINATION_NOT_APPROVED(400, 100, 2388103, "Invalid parameter", "Your WhatsApp account needs to be approved",
            "In order to migrate phone numbers, the destination WhatsApp Business account must be approved."),
    MESSAGING_FOR_NOT_APPROVED(400, 100, 2388103, "Invalid parameter",
            "Your WhatsApp account's \"Messaging For\" request needs to be approved",
            "The client must approve the destination WhatsApp Business account's \"Messaging For\" request."),
    // Documented: error page, Jan 2026, in Portuguese, for the on-behalf-of model; whether intents answer so is the switch intent-refusals.
    TAGGED_FOR_OTHER(400, 100, 2593079, "Invalid parameter", "WhatsApp Business account already tagged for migration",
            "This WABA has already been tagged for migration to a different solution ID."),
    NOT_VALID_FOR_INTENT(400, 100, 2593085, "Invalid parameter", "WhatsApp Business account not valid for OBO mobility",
            "The WABA is not eligible for OBO ownership transfer."),
    NUMBER_IN_MAINTENANCE(400, 100, 2494100, "Invalid parameter", "Account is in maintenance mode",
            "The business phone number is in maintenance mode."),
    NAME_MISSING(400, 100, "(#100) The parameter verified_name is required."), // Assumed: worded as every missing parameter.
    CANNOT_ADD_NUMBER(400, 200000, "(#200000) Unable to add phone number to WhatsApp Business account"),
    PHONE_CAP_REACHED(403, 200, 1349175, "Permissions error", "Phone number limit reached",
            "Your business has reached the maximum number of phone numbers it can add."),

    // Ownership codes. Documented: the titles of 2388091 and 2388093, on Embedded Signup's page of errors. Observed in public logs: message, code,
    // subcode and user message of CODE_NOT_AVAILABLE; in Portuguese and Spanish those of CODE_WAIT_AN_HOUR and CODES_SPENT.
    CODE_NOT_AVAILABLE(400, 136024, 2388091, "Request code error", "Code Couldn't Be Sent",
            "Request code failed: Please try again in some time."),
    CODE_WAIT_AN_HOUR(400, 136024, 2388091, "Request code error", "Code Couldn't Be Sent",
            "Request code failed: Our servers are temporarily unavailable. Please wait 1 hour before you try again."),
    CODES_SPENT(400, 136024, 2388367, "Request code error", "Request Code Rate Limit",
            "You have requested a verification code too many times. Please try again later."),
    NOT_ELIGIBLE_FOR_CODE(400, 136024, 2388091, "Request code error", "Code Couldn't Be Sent",
            "Phone ownership verification APIs are not available for this use case."),
    ALREADY_VERIFIED(400, 136024, "(#136024) Phone number ownership is already verified"),
    WRONG_CODE(400, 136025, 2388093, "Verify code error", "Code Couldn't Be Verified", "The code you entered is incorrect."),
    CODE_EXPIRED(400, 136025, 2388093, "Verify code error", "Code Couldn't Be Verified",
            "The code has expired. Request a new code and try again."),
    CODES_BLOCKED(400, 136025, 2388093, "Verify code error", "Code Couldn't Be Verified", "You have guessed too many times."),
    NOT_ELIGIBLE_TO_VERIFY(400, 136025, 2388093, "Verify code error", "Code Couldn't Be Verified",
            "Phone ownership verification APIs are not available for this use case."),
    ON_BUSINESS_APP(400, 136025, "(#136025) Phone number registration not available for SMB accounts"),
    // Observed, 2025 and 2026, of register.
    NO_REGISTER_FOR_APP(400, 100, "Register endpoint is not available for SMB businesses."),

    // Deletion. Documented: error page, for a number that was deleted.
    NUMBER_DELETED(400, 33, "(#33) Parameter value is not valid", "The business phone number has been deleted."),

    // Numbers of the Business app. Documented: error page, Jan 2026, in Portuguese.
    SYNC_ALREADY_ASKED(400, 2593107, "(#2593107) Synchronization request limit exceeded",
            "The maximum number of calls to the synchronization API for this phone number has been exceeded."),
    SYNC_TOO_LATE(400, 2593108, "(#2593108) Synchronization request made outside of the allowed time window",
            "A synchronization request can only be made within 24 hours of onboarding."),
    NOT_FROM_APP(400, 100, "(#100) Phone number was not onboarded from the WhatsApp Business app"),

    // Registration. Documented: error page; deregister and register reference.
    DEREGISTRATION_INCOMPLETE(500, 133000, "(#133000) Incomplete Deregistration", "A previous deregistration attempt failed."),
    SERVER_UNAVAILABLE(503, 133004, "(#133004) Server Temporarily Unavailable", "Server is temporarily unavailable."),
    PIN_MISMATCH(400, 133005, "(#133005) Two step verification PIN Mismatch", "Two-step verification PIN incorrect."),
    NOT_VERIFIED(400, 133006, "(#133006) Phone number re-verification needed", "Phone number needs to be verified before registering."),
    TOO_MANY_PIN_GUESSES(400, 133008, "(#133008) Too Many two step verification PIN Guesses",
            "Too many two-step verification PIN guesses for this phone number. Please try again in 1 hour."),
    PIN_GUESSED_TOO_FAST(400, 133009, "(#133009) Two step verification PIN Guessed Too Fast",
            "Two-step verification PIN was entered too quickly. Please try again in a few seconds."),
    // Observed: this message; the page's title is "Phone number Not Registered".
    NOT_REGISTERED(400, 133010, "(#133010) Account not registered", "Phone number not registered on the WhatsApp Business Platform."),
    RECENTLY_DELETED(400, 133015, "(#133015) Please wait a few minutes before attempting to register this phone number",
            "Phone number you are attempting to register was recently deleted, and deletion has not yet completed."),
    REGISTER_BUDGET_SPENT(400, 133016, "(#133016) Account register deregister rate limit exceeded",
            "Registration or Deregistration failed because there were too many attempts for this phone number in a short period of time"),
    ACCOUNT_LOCKED(403, 131031, "(#131031) Account has been locked",
            "The WhatsApp Business Account associated with the app has been restricted or disabled for violating a platform policy."),
    LOCKED_BY_PIN(403, 131031, "(#131031) Account has been locked",
            "Data included in the request could not be verified: the two-step PIN is incorrect."),
    NOT_REGISTERED_TO_LEAVE(400, 100, 2207051, "Invalid parameter", "Phone number not registered",
            "The phone number is not registered on the WhatsApp Business Platform."),

    // Tokens and permissions. Documented: error page; texts observed in public logs.
    NO_APP_USER(401, 0, "AuthException: We were unable to authenticate the app user"),
    TOKEN_MISSING(401, 104, "An access token is required to request this resource."),
    SESSION_OVER(401, 102, "Session key invalid or no longer valid"),
    PROOF_REQUIRED(400, 100, 0, "API calls from the server require an appsecret_proof argument", "GraphMethodException"),
    PROOF_INVALID(400, 100, 0, "Invalid appsecret_proof provided in the API argument", "GraphMethodException"),
    TOKEN_MALFORMED(401, 190, "Invalid OAuth access token - Cannot parse access token"),
    TOKEN_EXPIRED(401, 190, 463, "Error validating access token: Session has expired"),
    TOKEN_PASSWORD_CHANGED(401, 190, 460, "Error validating access token: The user has changed the password"),
    TOKEN_REVOKED(401, 190, 467, "Error validating access token: The session is invalid because the user logged out"),
    API_ACCESS_BLOCKED(403, 200, "API access blocked."),
    PERMISSION_DENIED(403, 10, "(#10) Application does not have permission for this action"),
    SCOPE_MISSING(403, 200,
            "(#200) You do not have the necessary permissions required to send messages on behalf of this WhatsApp Business Account"),
    WRITE_DENIED(403, 200, "(#200) Permissions error"),
    CAPABILITY_MISSING(500, 3, "(#3) Application does not have the capability to make this API call."),
    BLOCKED_BY_POLICY(403, 368, "(#368) The action attempted has been deemed abusive or is otherwise disallowed"),
    ACCESS_DENIED(403, 131005, "(#131005) Access denied", "Permission is either not granted or has been removed."),
    COUNTRY_RESTRICTED(403, 130497, "(#130497) Business account is restricted from messaging users in this country.",
            "The WhatsApp Business account is restricted from messaging to users in certain countries."),
    NO_SUCH_OBJECT(400, 100, 33,
            "Unsupported request. Object does not exist, cannot be loaded due to missing permissions, or does not support this operation",
            "GraphMethodException"),
    UNKNOWN_ALIAS(404, 803, 0, "(#803) Some of the aliases you requested do not exist", "OAuthException"),
    // Observed: texts and codes of sign-up's exchange and of debug_token.
    CLIENT_ID_MISSING(400, 101, "Missing client_id parameter."),
    CLIENT_SECRET_WRONG(400, 1, "Error validating client secret."),
    SIGNUP_CODE_UNKNOWN(400, 100, "Invalid verification code format."),
    SIGNUP_CODE_EXPIRED(400, 100, 36007, "This authorization code has expired."),
    SIGNUP_CODE_USED(400, 100, 36009, "This authorization code has been used."),
    TOKEN_OF_OTHER_APP(400, 100, "(#100) You must provide an app access token, or a user access token that is an owner or developer of the app"),
    NO_CURRENT_USER(400, 2500, "An active access token must be used to query information about the current user."),
    // Observed: the message of an override before the app is subscribed.
    OVERRIDE_TOO_EARLY(400, 100, "(#100) Before override the current callback uri, your app must be subscribed to receive messages for WhatsApp"
            + " Business Account"),
    CALLBACK_UNVERIFIED(400, 2200, "(#2200) Callback verification failed: the address did not answer with the challenge"),
    UNKNOWN_PATH(400, 2500, "Unknown path components"),

    // Parameters and protocol. Documented: code 100; texts observed.
    INVALID_PARAMETER(400, 100, "(#100) Invalid parameter"),
    MISSING_FIELD(400, 100, "(#100) Tried accessing nonexisting field"),
    PHONE_NUMBER_INVALID(400, 192, "(#192) Invalid phone number"),
    EDIT_FAILED(400, 300, "(#300) Edit failure"),
    USER_ERROR(400, 135000, "(#135000) Generic user error", "Message failed to send because of an unknown error with your request parameters."),
    TOO_MUCH(400, 1, "Please reduce the amount of data you're asking for, then retry your request"),
    UNKNOWN_ERROR(500, 1, "An unknown error occurred"),
    SERVICE_UNAVAILABLE(503, 2, "Service temporarily unavailable"),
    CURSOR_INVALID(400, 131059, "(#131059) Invalid cursor", "The cursor is invalid or has expired. Restart without a cursor."),

    // Limits. Documented: rate limiting and error pages; the text of WABA_CALLS_SPENT was observed.
    APP_CALLS_SPENT(400, 4, "(#4) Application request limit reached"),
    USER_CALLS_SPENT(400, 17, "(#17) User request limit reached"),
    CUSTOM_CALLS_SPENT(400, 613, "(#613) Calls to this api have exceeded the rate limit."),
    WABA_CALLS_SPENT(400, 80008, "(#80008) There have been too many calls to this WhatsApp Business account. Wait a bit and try again."),
    WABA_RATE_LIMITED(400, 80007, "(#80007) Rate limit issues", "The WhatsApp Business Account has reached its rate limit."),
    THROUGHPUT_REACHED(400, 130429, "(#130429) Rate limit hit", "Cloud API message throughput has been reached."),
    SPAM_LIMITED(400, 131048, "(#131048) Spam rate limit hit",
            "Message failed to send because there are restrictions on how many messages can be sent from this phone number."),
    PAIR_LIMITED(400, 131056, "(#131056) (Business Account, Consumer Account) pair rate limit hit",
            "Too many messages sent from the sender phone number to the same recipient phone number in a short period of time."),
    CLASSIFICATION_LIMITED(400, 131064, "(#131064) Template classification limit reached",
            "Templates of this account are being classified. Try again later."),

    // Messages. Documented: error page.
    RECIPIENT_NOT_ALLOWED(400, 131030, "(#131030) Recipient phone number not in allowed list",
            "Recipient phone number not in allowed list: add recipient phone number to recipient list and try again."),
    RECIPIENT_IS_SENDER(400, 131021, "(#131021) Recipient cannot be sender", "Sender and recipient phone number is the same."),
    UNDELIVERABLE(400, 131026, "(#131026) Message undeliverable", "Unable to deliver message."),
    PAYMENT_ISSUE(400, 131042, "(#131042) Business eligibility payment issue",
            "Message failed to send because there were one or more errors related to your payment method."),
    WINDOW_CLOSED(400, 131047, "(#131047) Re-engagement message",
            "Message failed to send because more than 24 hours have passed since the customer last replied to this number."),
    MESSAGE_TYPE_UNKNOWN(400, 131051, "(#131051) Unsupported message type", "Message type is currently not supported."),
    PARAMETER_MISSING(400, 131008, "(#131008) Required parameter is missing", "A required parameter is missing."),
    PARAMETER_INVALID(400, 131009, "(#131009) Parameter value is not valid", "One or more parameter values are invalid."),
    SOMETHING_WENT_WRONG(500, 131000, "(#131000) Something went wrong", "Message failed to send due to an unknown error."),
    MESSAGING_UNAVAILABLE(500, 131016, "(#131016) Service unavailable", "A service is temporarily unavailable."),
    ACCOUNT_IN_MAINTENANCE(500, 131057, "(#131057) Account in maintenance mode", "Business Account is in maintenance mode."),
    CERTIFICATE_PROBLEM(500, 131045, "(#131045) Incorrect certificate", "Message failed to send due to a phone number registration error."),
    RECIPIENT_BLOCKED(400, 130403, "(#130403) Recipient is blocked", "The user is blocked by the business."),
    RECIPIENT_IN_EXPERIMENT(400, 130472, "(#130472) User's number is part of an experiment", "Message was not sent as part of an experiment."),
    ISSUED_NUMBER_NEEDS_NAME(400, 131037, "(#131037) WhatsApp provided number needs display name approval before message can be sent.",
            "The 555 business phone number used to send the request does not have an approved display name."),
    META_DID_NOT_DELIVER(400, 131049, "(#131049) Meta chose not to deliver.",
            "This message was not delivered to maintain healthy ecosystem engagement."),
    MARKETING_NOT_WANTED(400, 131050, "(#131050) User has stopped marketing messages from your business",
            "Unable to deliver the message. This recipient has chosen to stop receiving marketing messages on WhatsApp from your business."),
    MEDIA_NOT_RECEIVED(400, 131052, "(#131052) Media download error", "Unable to download the media sent by the user."),
    METHOD_NOT_ALLOWED(400, 131055, "(#131055) Method not allowed", "Only marketing template messages are supported"),
    MARKETING_ONLY(400, 134100, "(#134100) Only marketing messages supported", "You're only able to send marketing messages on this API."),
    TEMPLATE_MESSAGE_WANTED(400, 100, "(#100) Invalid parameter", "Message must be a template message."),
    MESSAGE_NOT_THERE(400, 131060, "(#131060) This message is currently unavailable", "The message is unavailable on a companion device."),
    RECIPIENT_NOT_SUPPORTED(400, 131062, "(#131062) Recipient not supported", "This recipient cannot be addressed by a business-scoped user id here."),
    MARKETING_TEMPLATES_OFF(400, 131063, "(#131063) Marketing templates are disabled",
            "Marketing templates are disabled for this account on Cloud API."),
    RECIPIENT_CHANGED(400, 137000, "(#137000) Identity key mismatch", "The recipient's identity has changed."),
    PAYMENTS_TERMS_MISSING(400, 134011, "(#134011) WhatsApp Payments terms of service has not been accepted",
            "Message failed to send because the WhatsApp Payments terms of service acceptance is pending for this account."),
    ALREADY_INVITED(400, 1752041, "(#1752041) Duplicate Request", "The client has already been invited to onboard by a partner."),

    // Files. Documented: error page; that a dead link is a 404 by the media page, its body assumed.
    MEDIA_NOT_UPLOADED(400, 131053, "(#131053) Media upload error", "Unable to upload the media used in the message."),
    MEDIA_LINK_DEAD(404, 100, "(#100) The media link has expired or is not valid"),

    // Templates. Documented: error page.
    TEMPLATE_MISSING(404, 132001, "(#132001) Template name does not exist in the translation",
            "The template does not exist in the specified language or the template has not been approved."),
    TEMPLATE_PARAMETERS(400, 132000, "(#132000) Number of parameters does not match the expected number of params",
            "The number of variable parameter values included in the request did not match the number of variable parameters defined."),
    TEMPLATE_PAUSED(400, 132015, "(#132015) Template is Paused", "Template is paused due to low quality so it cannot be sent."),
    TEMPLATE_DISABLED(400, 132016, "(#132016) Template is Disabled",
            "Template has been paused too many times due to low quality and is now permanently disabled."),
    TEMPLATE_LIMIT(400, 100, 2388019, "Invalid parameter", "Message Template Limit Exceeded",
            "You have exceeded the maximum number of message templates you can have for this WhatsApp business account."),
    TEMPLATE_EXISTS(400, 100, 2388024, "Invalid parameter", "Content in this language already exists",
            "There is already content in this language for this template. You can create a new template and try again."),
    TEMPLATE_NAME_BLOCKED(400, 100, 2388023, "Invalid parameter", "Message template language is being deleted",
            "New content in this language can't be added while the existing content is being deleted. Try again in 4 weeks or consider creating a"
                    + " new message template."),
    TEMPLATE_NAME_FORMAT(400, 100, 2388046, "Invalid parameter", "Message template name is invalid",
            "The template name can only contain lowercase alphanumeric characters and underscores and must be at most 512 characters."),
    // What a template is made of. Documented: error page, Jan 2026, for subcodes, titles and most texts; observed: those of the missing field.
    TEMPLATE_FIELD_MISSING(400, 100, 2388043, "Invalid parameter", "Message template \"components\" param is missing expected field(s)",
            "component of type BODY is missing expected field(s) (example)"),
    TEMPLATE_TEXT_TOO_LONG(400, 100, 2388040, "Invalid parameter", "Character Limit Exceeded",
            "The message template's text is longer than it may be."),
    TEMPLATE_HEADER_FORMAT(400, 100, 2388047, "Invalid parameter", "Message Header Format Is Incorrect",
            "The message header contains invalid formatting."),
    TEMPLATE_BODY_FORMAT(400, 100, 2388072, "Invalid parameter", "Message Body Format Is Incorrect",
            "The message body contains invalid formatting."),
    TEMPLATE_FOOTER_FORMAT(400, 100, 2388073, "Invalid parameter", "Message Footer Format Is Incorrect",
            "The message footer contains invalid formatting."),
    TEMPLATE_TOO_MANY_VARIABLES(400, 100, 2388293, "Invalid parameter", "Params Words Ratio Exceeds Limit",
            "This template has too many variables for its length. Reduce the number of variables or increase the message length."),
    TEMPLATE_VARIABLE_AT_END(400, 100, 2388299, "Invalid parameter", "Leading or Trailing Params Not Allowed",
            "Variables can't be at the start or end of the template."),
    TEMPLATE_NOT_FOUND(400, 100, 2593002, "Invalid parameter", "Message template not found", "No template with this name was found."),
    TEMPLATE_TRANSLATION_TOO_LONG(400, 132005, "(#132005) Translated text too long", "The translated text is too long."),
    TEMPLATE_AGAINST_POLICY(400, 132007, "(#132007) Template format character policy violated",
            "Template content violates a WhatsApp policy."),
    TEMPLATE_PARAMETER_MISSING(400, 132008, "(#132008) Template parameter is missing or invalid", "A parameter of the template is missing."),
    TEMPLATE_PARAMETER_FORMAT(400, 132012, "(#132012) Parameter format does not match format in the created template",
            "Variable parameter values formatted incorrectly."),
    TEMPLATE_ISSUE(400, 132018, "(#132018) There's an issue with the parameters in your template", "A parameter is not valid."),
    TEMPLATE_STILL_SYNCING(400, 134101, "(#134101) Your template is still syncing",
            "The template syncing process can take up to 10 minutes to complete."),
    TEMPLATE_NOT_USABLE(400, 134102, "(#134102) Template unavailable for use", "Check your eligibility status."),
    TEMPLATE_PERMISSION_MISSING(400, 100, 2388185, "Invalid parameter", "Permission missing", "You cannot create message templates here."),
    TEMPLATE_CANNOT_CHANGE(400, 100, 2388039, "Invalid parameter", "Message template status can't be changed",
            "The status for this message template can't be changed. You can only delete or add templates."),
    TEMPLATE_VARIABLE_FORMAT(400, 100, 2388155, "Invalid parameter", "Variables are incorrect", "The variables of the template are not valid."),
    TEMPLATE_NOT_CREATED(400, 200002, "(#200002) Template creation failed"),
    INSIGHTS_NOT_AVAILABLE(400, 200005, "(#200005) Template insights are not available yet"),
    INSIGHTS_STAY_ON(400, 200006, "(#200006) Template insights cannot be disabled"),
    INSIGHTS_OFF(400, 200007, "(#200007) Template insights are not enabled"),
    // Flows. Documented: codes of the Flows API's error page; assumed: the words of their messages.
    FLOW_BLOCKED(400, 139000, "(#139000) Blocked by integrity"),
    FLOW_NOT_UPDATED(400, 139001, "(#139001) Flow can't be updated"),
    FLOW_NOT_PUBLISHED(400, 139002, "(#139002) Flow can't be published"),
    FLOW_NOT_DEPRECATED(400, 139003, "(#139003) Flow can't be deprecated"),
    FLOW_NOT_DELETED(400, 139004, "(#139004) Flow can't be deleted"),
    FLOW_MIGRATION(400, 4233041, "(#4233041) Flows Migration Error"),
    FLOW_MESSAGE_BLOCKED(400, 132068, "(#132068) Flow is blocked", "Flow is in blocked state."),
    FLOW_THROTTLED(400, 132069, "(#132069) Flow is throttled",
            "Flow is in throttled state and 10 messages using this flow were already sent in the last hour."),
    BLOCK_LIST_REFUSED(400, 139100, "(#139100) Failed to block or unblock users"),
    BLOCK_LIST_FULL(400, 139101, "(#139101) Block list limit reached"),
    BLOCK_LIST_BUSY(400, 139102, "(#139102) Block list concurrent update"),

    // Assumed: what Meta may answer tomorrow. It is in no table, so that one can see what a client does then.
    NEVER_HEARD_OF(400, 100, 2999999, "Invalid parameter", "Something new", "These words are in no table.");
    // @formatter:on

    private final int status;
    private final int code;
    private final int subcode;
    private final String type;
    private final String message;
    private final @Nullable String title;
    private final @Nullable String userMessage;
    private final @Nullable String details;

    /** A management error, with words for its user. */
    ErrorRow(int status, int code, int subcode, String message, String title, String userMessage) {
        this(status, code, subcode, "OAuthException", message, title, userMessage, null);
    }

    ErrorRow(int status, int code, int subcode, String message) {
        this(status, code, subcode, "OAuthException", message, null, null, null);
    }

    ErrorRow(int status, int code, int subcode, String message, String type) {
        this(status, code, subcode, type, message, null, null, null);
    }

    ErrorRow(int status, int code, String message) {
        this(status, code, 0, "OAuthException", message, null, null, null);
    }

    /** A Cloud API error, with details. */
    ErrorRow(int status, int code, String message, String details) {
        this(status, code, 0, "OAuthException", message, null, null, details);
    }

    ErrorRow(int status, int code, int subcode, String type, String message, @Nullable String title, @Nullable String userMessage,
            @Nullable String details) {
        this.status = status;
        this.code = code;
        this.subcode = subcode;
        this.type = type;
        this.message = message;
        this.title = title;
        this.userMessage = userMessage;
        this.details = details;
    }

    public int status() {
        return status;
    }

    public int code() {
        return code;
    }

    /** Zero when the error has none. */
    public int subcode() {
        return subcode;
    }

    public String type() {
        return type;
    }

    public String message() {
        return message;
    }

    public @Nullable String title() {
        return title;
    }

    public @Nullable String userMessage() {
        return userMessage;
    }

    public @Nullable String details() {
        return details;
    }

    /** Whether trying again later may help. */
    public boolean isTransient() {
        return this == SERVICE_UNAVAILABLE || this == SERVER_UNAVAILABLE || this == UNKNOWN_ERROR;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<ErrorRow> of(String key) {
        return Arrays.stream(values()).filter(row -> row.key().equals(key)).findFirst();
    }

    public Refusal refusal() {
        return new Refusal(this, message, details, userMessage);
    }

    public Refused refused() {
        return new Refused(refusal());
    }

    /** The same error with a message that names what it is about. */
    public Refused saying(String other) {
        return new Refused(new Refusal(this, other, details, userMessage));
    }

    /** The same error with other words for its user. */
    public Refused telling(String other) {
        return new Refused(new Refusal(this, message, details, other));
    }

    /** The same error with other details. */
    public Refused because(String other) {
        return new Refused(new Refusal(this, message, other, userMessage));
    }
}
