package dev.portway.sandbox.world;

/** A Solution Partner's line of credit; WABAs are attached to it by an {@link Allocation}. */
public record CreditLine(String id, String businessId, String legalEntityName) {}
