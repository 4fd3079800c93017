package dev.portway.sandbox.world;

/** One WABA's share of a credit line. */
public record Allocation(String id, String creditLineId, String wabaId, String receivingBusinessId, String fundingId, String currency) {}
