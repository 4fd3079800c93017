package dev.portway.migration.fact;

import java.time.Instant;
import java.util.Optional;

/**
 * One message sent to see whether sending works.
 *
 * @param accepted when Graph accepted it; empty when it was refused or nobody tried
 * @param note why there is no instant
 */
public record Probe(Optional<Instant> accepted, String note) {
    public static Probe none(String note) {
        return new Probe(Optional.empty(), note);
    }
}
