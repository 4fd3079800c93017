package dev.portway.sandbox.world;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A WABA that is to be billed in another currency, or by a line of credit: Meta makes a new one like it and moves all numbers there.
 *
 * <pre>
 * INITIATED ─▶ ACCEPTED ─▶ IN_PROGRESS ─▶ READY_TO_COMPLETE ──resume──▶ COMPLETED
 *     │                         │                          └──resume──▶ FAILED_TO_COMPLETE ──resume──▶ …
 *     └──▶ REJECTED             └──▶ FAILED
 * </pre>
 */
public final class CurrencyMigration {

    /** Where its asking can fail, on order. */
    public enum Fails {
        NOWHERE, WHILE_CLONING, WHILE_MOVING
    }

    public final String id;
    public final Waba source;
    public final String currency;
    /** Null when a card goes on paying. */
    public final @Nullable String creditLineId;
    /** Who asked: the user of the token. */
    public final String userId;
    public String status = "INITIATED";
    /** Null until the new WABA is there. */
    public @Nullable Waba destination;
    public Instant createdAt = Instant.EPOCH;

    public CurrencyMigration(String id, Waba source, Wish wish, String userId) {
        this.id = id;
        this.source = source;
        this.currency = wish.currency();
        this.creditLineId = wish.creditLineId();
        this.userId = userId;
    }

    /** How the WABA shall be billed. */
    public record Wish(String currency, @Nullable String creditLineId) {}

    /** Meta is at work on it. */
    public boolean running() {
        return status.equals("INITIATED") || status.equals("ACCEPTED") || status.equals("IN_PROGRESS");
    }

    /** The source's templates are frozen, and no other may be begun. */
    public boolean underWay() {
        return running() || canResume();
    }

    public boolean canResume() {
        return status.equals("READY_TO_COMPLETE") || status.equals("FAILED_TO_COMPLETE");
    }
}
