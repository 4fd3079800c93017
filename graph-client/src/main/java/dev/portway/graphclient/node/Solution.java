package dev.portway.graphclient.node;

import dev.portway.graphclient.value.AppId;
import dev.portway.graphclient.value.Open;
import dev.portway.graphclient.value.SolutionId;
import org.jspecify.annotations.Nullable;

/**
 * A Multi-Partner Solution. A WABA is in at most one that is active.
 *
 * <p>Source: Meta, "Multi-Partner Solutions", 2026.
 *
 * @param pending what one partner asked of the other and was not answered yet
 * @param owner the app of the partner that made it; null also where a solution is told inside of something else
 */
public record Solution(
        SolutionId id,
        @Nullable String name,
        @Nullable Open<Status> status,
        @Nullable Open<PendingRequest> pending,
        @Nullable AppId owner) {
    /** WABAs can go to an {@code ACTIVE} one only. */
    public enum Status {
        DRAFT, INITIATED, ACTIVE, REJECTED, DEACTIVATED, PENDING_DEACTIVATION
    }

    public enum PendingRequest {
        PENDING_ACTIVATION, PENDING_DEACTIVATION, NONE
    }
}
