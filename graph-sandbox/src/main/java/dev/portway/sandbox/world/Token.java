package dev.portway.sandbox.world;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An access token: who calls, through which app, and what it was granted. */
public final class Token {

    /** Whose token it is. */
    public enum Kind {
        SYSTEM_USER, USER, APP
    }

    public final String value;
    public final Kind kind;
    public final App app;
    /** The portfolio in whose name it acts. */
    public final String businessId;
    public final String userId;
    public final Set<String> scopes;
    /** WABAs it was granted one by one; empty when it reaches whatever its portfolio owns or was shared. */
    public final Set<String> wabaIds;
    public final Instant issuedAt;
    /** Null: never expires. */
    public final @Nullable Instant expiresAt;
    public boolean revoked;

    public Token(String value, Kind kind, App app, Holder holder, Grant grant) {
        this.value = value;
        this.kind = kind;
        this.app = app;
        this.businessId = holder.businessId();
        this.userId = holder.userId();
        this.scopes = Set.copyOf(grant.scopes());
        this.wabaIds = Set.copyOf(grant.wabaIds());
        this.issuedAt = grant.issuedAt();
        this.expiresAt = grant.expiresAt();
    }

    /** In whose name a token acts. */
    public record Holder(String businessId, String userId) {}

    /** What a token may do, and until when. */
    public record Grant(Set<String> scopes, Set<String> wabaIds, Instant issuedAt, @Nullable Instant expiresAt) {}

    public boolean expired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    @Override
    public String toString() {
        return "Token[of " + userId + "]";
    }
}
