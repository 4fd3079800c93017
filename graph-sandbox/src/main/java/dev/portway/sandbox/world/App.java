package dev.portway.sandbox.world;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An app at Meta, with where its webhooks go. */
public final class App {

    public final String id;
    public final String name;
    public final String businessId;
    public final String secret;
    /** Whether every call must carry {@code appsecret_proof}. */
    public boolean proofRequired;
    /** Blocked by Meta: every call answers 200 "API access blocked.". */
    public boolean blocked;
    /** Permissions it has advanced access to. Without one it reaches only what its own portfolio owns. */
    public final Set<String> advancedAccess = new LinkedHashSet<>(
            List.of("whatsapp_business_management", "whatsapp_business_messaging", "business_management"));
    /** Null until a target is set; then nothing is sent. */
    public @Nullable String webhookUrl;
    public String webhookVerifyToken = "";
    /** Empty means every field. */
    public final List<String> webhookFields = new ArrayList<>();

    public App(String id, String name, String businessId, String secret) {
        this.id = id;
        this.name = name;
        this.businessId = businessId;
        this.secret = secret;
    }

    public boolean hears(String field) {
        return webhookUrl != null && (webhookFields.isEmpty() || webhookFields.contains(field));
    }

    @Override
    public String toString() {
        return "App[" + id + "]";
    }
}
