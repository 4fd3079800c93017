package dev.portway.migration;

import java.time.Instant;
import java.util.Optional;

/**
 * How much of a number's budget is used.
 *
 * @param used tries within the window, over all migrations of the number
 * @param left tries that are still free
 * @param opens when the next try is free again; empty while one is left
 */
public record Spending(int used, int left, Optional<Instant> opens) {}
