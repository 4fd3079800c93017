package dev.portway.sandbox.world;

/** A system user of a portfolio. */
public record SystemUser(String id, String name, String businessId, String role) {}
