package dev.portway.sandbox.world;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A number in a provider's pool, verified before a client claims it. Documented: temporary; a phone number id takes its place then. */
public final class PreverifiedNumber {

    public final String id;
    /** The portfolio in whose pool it is. */
    public final String businessId;
    public final PhoneLine line;
    public Instant addedAt = Instant.EPOCH;
    /** Null: never verified. */
    public @Nullable Instant verifiedAt;
    /** Portfolios it is shared with. */
    public final Set<String> partnerIds = new LinkedHashSet<>();

    public PreverifiedNumber(String id, String businessId, PhoneLine line) {
        this.id = id;
        this.businessId = businessId;
        this.line = line;
    }
}
