package dev.portway.graphclient.node;

import dev.portway.graphclient.value.CreditAllocationId;
import org.jspecify.annotations.Nullable;

/**
 * A share of a credit line.
 *
 * @param receivingCredentialId equals the WABA's {@code primary_funding_id} once the line is attached
 * @param requestStatus {@code DELETED} once revoked; an open list
 */
public record CreditAllocation(CreditAllocationId id, @Nullable String receivingCredentialId, @Nullable String requestStatus) {}
