package dev.portway.sandbox.world;

import dev.portway.sandbox.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A number at one WABA: what Graph calls a phone number id. A moving number has two, and becomes the destination's inside its
 * {@code register}.
 *
 * <pre>
 * ADDED ──verify_code──▶ VERIFIED ──register──▶ REGISTERED ──deregister──▶ DEREGISTERED
 *                                                   └──register elsewhere──▶ MIGRATED
 * any of them but MIGRATED ──deleted in WhatsApp Manager──▶ DELETED
 * </pre>
 */
public final class NumberLink {

    /** How far the link has come. */
    public enum State {
        ADDED, VERIFIED, REGISTERED, DEREGISTERED, MIGRATED, DELETED
    }

    public final String id;
    public final Waba waba;
    public final PhoneLine line;
    public State state = State.ADDED;
    /** Came by {@code migrate_phone_number}. */
    public boolean migrating;
    public @Nullable Instant verifiedAt;
    public String verifiedName = "";
    public String nameStatus = "APPROVED";
    public @Nullable String newName;
    public String newNameStatus = "NONE";
    public String quality = "GREEN";
    public String platform = "CLOUD_API";
    public String accountMode = "LIVE";
    /** Overrides the status that the state gives, for observed oddities such as half-onboarded numbers. */
    public @Nullable String oddStatus;
    public boolean official;
    public boolean hasCertificate;
    public Instant addedAt = Instant.EPOCH;
    public @Nullable Instant registeredAt;
    /** It stands beside others of the same number, one for each partner. */
    public boolean shared;
    /** When its owner connected it from the WhatsApp Business app; null: it does not come from there. */
    public @Nullable Instant fromAppAt;
    /** Whose partner it was connected to before it was disconnected in the app: a portfolio's id. */
    public @Nullable String fromAppOf;
    /** When the app's contacts were asked for; null: not yet. */
    public @Nullable Instant contactsAskedAt;
    public @Nullable Instant historyAskedAt;
    public String webhookOverride = "";
    public String searchVisibility = "VISIBLE";
    public @Nullable String username;
    /** Null: as the display name's standing gives. */
    public @Nullable String certificateStatus;
    /** Null: approved when official, otherwise not started. */
    public @Nullable String officialStatus;
    public boolean preverified;
    /** Null: standard once registered. */
    public @Nullable String throughput;
    /** Null: as the portfolio's. */
    public @Nullable String messagingLimit;
    public final List<String> qualityReasons = new ArrayList<>();
    /** Welcome message, prompts and commands, as they were set. */
    public ObjectNode automation = Json.object();
    public boolean cartEnabled = true;
    public boolean catalogVisible;
    /** Where messages are kept. Documented values: {@code DEFAULT}, {@code IN_COUNTRY_STORAGE_ENABLED}, {@code …_DISABLED}. */
    public String storage = "DEFAULT";
    public @Nullable String storageRegion;
    /** Calling, identity and encryption settings, as they were set. */
    public ObjectNode settings = Json.object();
    /** Code → the message it prefills. */
    public final Map<String, String> qrCodes = new LinkedHashMap<>();
    public final Map<String, String> profile = new LinkedHashMap<>();

    public NumberLink(String id, Waba waba, PhoneLine line) {
        this.id = id;
        this.waba = waba;
        this.line = line;
    }

    /** Documented: display name, quality rating and official status go with a number. */
    public void keepStanding(NumberLink source) {
        verifiedName = source.verifiedName;
        nameStatus = source.nameStatus;
        quality = source.quality;
        official = source.official;
        accountMode = source.accountMode;
    }

    /** It is nobody's any more: its number went elsewhere, or was deleted. */
    public boolean gone() {
        return state == State.MIGRATED || state == State.DELETED;
    }

    public boolean registered() {
        return state == State.REGISTERED;
    }
}
