package dev.portway.sandbox.refusal;

import java.util.Locale;

/** Why one of Meta's own pages does not let a person do something. It is what a page says, never an error of Graph's. */
public enum Hindrance {
    // @formatter:off
    NOT_ADMIN("only an admin of the portfolio that owns the account can do this"),
    /** Documented: the PIN is asked for while the number is connected. */
    PIN_WRONG("the number is connected and two-step verification is on: its PIN is needed, and this is not it"),
    /** Documented: the page sends the person to the day of the last paid message. */
    PAID_LATELY("paid messages were sent from this number within the last 30 days"),
    NOT_OPEN("there is nothing to decide any more"),
    ON_BUSINESS_APP("the number is in use with the WhatsApp Business app: disconnect it there"),
    /** Documented: its account there has to be deleted first. */
    ON_MESSENGER("the number is in use with WhatsApp Messenger: delete its account there first"),
    NOT_ON_APP("the number is not in use with the WhatsApp Business app"),
    /** Documented, Feb 2026. */
    COUNTRY_NOT_SUPPORTED("numbers of the app cannot be connected in this country"),
    ALREADY_CONNECTED("the number is connected already"),
    NOT_CONNECTED("the number is not connected to a partner"),
    NOT_SOLUTION_PARTNER("only a partner with a credit line can ask for this"),
    NUMBER_WANTED("a phone number is wanted to accept this"),
    NOT_REGISTERED("the number is not registered"),
    /** Documented, each greyed out in sign-up. */
    SHARED_ALREADY("the number is shared with this partner already"),
    TOO_MANY_PARTNERS("the number has five partners already"),
    RESTRICTED("the account is restricted"),
    LIMIT_TOO_LOW("the messaging limit is below 2,000"),
    /** Documented: 20. */
    TOO_MANY_WABAS("the portfolio has as many WhatsApp Business accounts as it may have"),
    /** Documented: numbers with groups are not shared. */
    HAS_GROUPS("the number has groups"),
    ONLY_PARTNER("there is no other partner on the number");
    // @formatter:on

    private final String text;

    Hindrance(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public void unless(boolean holds) {
        if (!holds) {
            throw hinders();
        }
    }

    public Hindered hinders() {
        return new Hindered(this, "", text);
    }

    /** The same, naming what it is about. */
    public Hindered hinders(String more) {
        return new Hindered(this, more, text + ": " + more);
    }
}
