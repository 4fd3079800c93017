package dev.portway.graphclient.node;

import dev.portway.graphclient.value.CreditLineId;
import org.jspecify.annotations.Nullable;

/** A line of credit that a Solution Partner pays from. */
public record CreditLine(CreditLineId id, @Nullable String legalEntityName) {}
