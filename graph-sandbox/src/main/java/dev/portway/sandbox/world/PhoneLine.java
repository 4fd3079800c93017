package dev.portway.sandbox.world;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A telephone number itself, whichever WABA it is at: what its SIM receives, its two-step PIN, what was spent on it. */
public final class PhoneLine {

    /** What can reach it. */
    public enum Kind {
        MOBILE,
        /** No SMS; a call can be answered. */
        LANDLINE,
        /** As a landline: a call can be answered. */
        VOIP, TOLL_FREE,
        /** A menu picks up: neither SMS nor call reaches a person. */
        IVR
    }

    private static final int MESSAGES_KEPT = 50;

    /** E.164 without the plus. */
    public final String digits;
    public final String countryCode;
    public final String national;
    /** As Graph shows it, with plus, spaces and dashes. */
    public String display;
    public Kind kind = Kind.MOBILE;
    /** Which known trouble it stands for, such as {@code name-pending}; empty for none. */
    public String trouble = "";
    /** What a careful expert answers who is asked to bring it elsewhere; empty where nobody says. It is shown to tests and people, never on Graph. */
    public final Map<String, String> expects = new LinkedHashMap<>();
    /** Null: two-step verification is off. */
    public @Nullable String pin;
    /** Its owner pressed the button to turn two-step verification off, and the link in the e-mail was not followed yet. */
    public boolean offAsked;
    public boolean onBusinessApp;
    /** Groups it has made: id → subject. */
    public final Map<String, String> groups = new LinkedHashMap<>();
    /** Its id in the new account model; null until something asks for it. */
    public @Nullable String accountId;
    /** Its owner lets a partner have the history of the Business app. */
    public boolean sharesHistory = true;
    /** Contacts in the Business app: digits → name. */
    public final Map<String, String> appContacts = new LinkedHashMap<>();
    /** In use with WhatsApp Messenger, the app for persons. */
    public boolean onMessenger;
    public boolean inMaintenance;
    public boolean banned;
    /** Set by its owner's provider: as soon as ownership is proved elsewhere, two-step verification is switched on again. */
    public boolean pinComesBack;
    public @Nullable Instant deletedAt;
    /** When a message that costs money was last sent from it; null: never. */
    public @Nullable Instant lastPaidAt;
    /** The month, such as {@code 2026-11}, of which the service messages are counted; empty: none was sent yet. */
    public String serviceMonth = "";
    public int serviceMessages;
    public @Nullable OwnershipCode code;
    /** Every WABA it is or was at. */
    public final List<NumberLink> links = new ArrayList<>();
    public final Deque<PhoneMessage> inbox = new ArrayDeque<>();
    public final Deque<Instant> codeRequests = new ArrayDeque<>();
    public final Deque<Instant> wrongCodes = new ArrayDeque<>();
    public @Nullable Instant codesBlockedUntil;
    public final Deque<Instant> registers = new ArrayDeque<>();
    public @Nullable Instant registersBlockedUntil;
    public final Deque<Instant> deregisters = new ArrayDeque<>();
    public @Nullable Instant deregistersBlockedUntil;
    public final Deque<Instant> wrongPins = new ArrayDeque<>();
    public @Nullable Instant pinsBlockedUntil;
    /** Whose messages arrived within the last 24 hours and may be answered freely: the other side's digits. */
    public final Map<String, Instant> openWindows = new LinkedHashMap<>();

    public PhoneLine(String countryCode, String national, String display) {
        this.digits = countryCode + national;
        this.countryCode = countryCode;
        this.national = national;
        this.display = display;
    }

    /** The code that was sent last, for one link. */
    public record OwnershipCode(String digits, String linkId, Instant expiresAt) {}

    /** An SMS, or a call in which a voice reads the text. */
    public record PhoneMessage(String id, String kind, String language, String text, String code, Instant at) {}

    public boolean twoStepOn() {
        return pin != null;
    }

    /** Keeps the newest 50 messages, newest first. */
    public void receive(PhoneMessage message) {
        inbox.addFirst(message);
        if (inbox.size() > MESSAGES_KEPT) {
            inbox.removeLast();
        }
    }

    @Override
    public String toString() {
        return "PhoneLine[+" + countryCode + "…" + national.substring(Math.max(0, national.length() - 2)) + "]";
    }
}
