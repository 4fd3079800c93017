package dev.portway.sandbox.world;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A number at one WABA: what Graph calls a phone number id. A moving number has two, and becomes the destination's inside its
 * {@code register}.
 *
 * <pre>
 * ADDED ──verify_code──▶ VERIFIED ──register──▶ REGISTERED ──deregister──▶ DEREGISTERED
 *                                                   └──register elsewhere──▶ MIGRATED
 * </pre>
 */
public final class NumberLink {

    /** How far the link has come. */
    public enum State {
        ADDED, VERIFIED, REGISTERED, DEREGISTERED, MIGRATED
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
    public String webhookOverride = "";
    public String searchVisibility = "VISIBLE";
    public final Map<String, String> profile = new LinkedHashMap<>();

    public NumberLink(String id, Waba waba, PhoneLine line) {
        this.id = id;
        this.waba = waba;
        this.line = line;
    }

    public boolean registered() {
        return state == State.REGISTERED;
    }
}
