package dev.portway.sandbox.world;

/** A person with a place in a portfolio. Graph calls this a business user. */
public record Person(String id, String name, String email, String businessId, String role, String financePermission) {}
