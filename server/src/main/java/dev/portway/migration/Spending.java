package dev.portway.migration;

import java.time.Instant;
import java.util.Optional;

/**
 * How much of a number's budget is used.
 *
 * @param used tries within the window, over all migrations of the number
 * @param opens when the next try is free again; empty while one is left
 */
public record Spending(int used, Optional<Instant> opens) {
    public static final Spending NOTHING = new Spending(0, Optional.empty());
}
