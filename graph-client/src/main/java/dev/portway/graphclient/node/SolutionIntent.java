package dev.portway.graphclient.node;

import dev.portway.graphclient.value.Open;
import dev.portway.graphclient.value.SolutionIntentId;
import org.jspecify.annotations.Nullable;

/**
 * A proposal to the client that its WABA goes to a solution, or off one.
 *
 * <p>Source: Meta, "Migrate WABAs among solutions", 21 May 2026, and "Migrate WABAs off solutions", 30 Jun 2026.
 *
 * @param solution where it leads; null off a solution
 * @param destination where the numbers go, once accepted: a new WABA, or for one that joins its first solution the same. Meta tells id, name,
 *        currency, time zone and template namespace of it
 */
public record SolutionIntent(
        SolutionIntentId id,
        @Nullable Open<Status> status,
        @Nullable Solution solution,
        @Nullable Waba destination) {
    /** Numbers may be added at the destination on {@code ACCEPTED} and on nothing else. */
    public enum Status {
        INITIATED, ACCEPTED, COMPLETED, REJECTED
    }
}
