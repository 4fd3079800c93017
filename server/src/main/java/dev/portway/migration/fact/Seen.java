package dev.portway.migration.fact;

import java.time.Instant;

/**
 * A fact's value, and how it came to be known.
 *
 * @param asOf the migration's moment the value speaks of: for a look, the moment it began, so that a slow look cannot pass for a new one
 * @param at when it was learned
 */
public record Seen<T>(T value, long asOf, Instant at, Source source) {
    /** How surely: a person's word is stated, everything else was seen. */
    public Certainty certainty() {
        return source.kind() == Source.Kind.PERSON ? Certainty.STATED : Certainty.VERIFIED;
    }
}
