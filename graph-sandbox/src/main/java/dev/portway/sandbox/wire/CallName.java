package dev.portway.sandbox.wire;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The calls this Graph knows, by the names that faults and the log of calls use. */
public enum CallName {

    // @formatter:off
    READ_NUMBER(true), LIST_NUMBERS(true), READ_WABA(true), READ_BUSINESS(false), LIST_TEMPLATES(true), READ_TEMPLATE(true),
    COPY_TEMPLATES(true), CREATE_TEMPLATE(true), EDIT_TEMPLATE(true), DELETE_TEMPLATE(true), SUBSCRIBE_APP(true),
    UNSUBSCRIBE_APP(true), LIST_SUBSCRIPTIONS(true), ACTIVITIES(true), ADD_NUMBER(false), REQUEST_CODE(false), VERIFY_CODE(false),
    REGISTER(false), DEREGISTER(false), SET_PIN(false), UPDATE_NUMBER(false), PROFILE(false), SEND_MESSAGE(false), DEBUG_TOKEN(false),
    EXCHANGE_CODE(false), HEALTH(true), ASSIGNED_USERS(true), LIST_WABAS(false), LIST_CREDIT_LINES(false), ATTACH_CREDIT(false),
    READ_CREDIT(false), READ_APP(false), READ_SELF(false), SYSTEM_USERS(false), SYSTEM_USER_TOKEN(false), BUSINESS_USERS(false),
    SHARE_CREDIT(false), REVOKE_CREDIT(false), SETTINGS(false), COMMERCE_SETTINGS(false), AUTOMATION(false), OFFICIAL_ACCOUNT(false),
    UPDATE_WABA(true), SET_WEBHOOK(false), LIST_FLOWS(false), READ_FLOW(false), QR_CODES(false), CHANGE_FLOW(false), COPY_FLOWS(false),
    SET_INTENT(false), READ_INTENT(false), SOLUTION(false),
    CURRENCY_MIGRATION(false), READ_CURRENCY_MIGRATION(false), RESUME_MIGRATION(false),
    SYNC_APP_DATA(false),
    PREVERIFIED(false),
    CATALOGS(false), GROUPS(false),
    UPLOAD_MEDIA(false), READ_MEDIA(false), DELETE_MEDIA(false), DOWNLOAD_MEDIA(false), UPLOAD_FILE(false),
    UNMODELLED(false);
    // @formatter:on

    private final boolean counted;
    private final String key = name().toLowerCase(Locale.ROOT).replace('_', '-');

    CallName(boolean counted) {
        this.counted = counted;
    }

    /** Whether it counts against the WABA's hourly quota. Documented: rate limits of the management API, 4 Aug 2026. */
    public boolean counted() {
        return counted;
    }

    public String key() {
        return key;
    }

    public static Optional<CallName> of(String key) {
        return Arrays.stream(values()).filter(call -> call.key().equals(key)).findFirst();
    }
}
