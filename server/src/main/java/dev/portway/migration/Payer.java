package dev.portway.migration;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Who pays for a number's messages that are sent in a span of time. What counts is when a message was sent, not when it was delivered.
 *
 * @param from empty: from before we looked
 * @param until empty: from then on
 */
public record Payer(Side side, Optional<Instant> from, Optional<Instant> until) {
    /** Whoever pays where the number is, or where it goes. */
    public enum Side {
        SOURCE, DESTINATION;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** In the order of time; the last one pays for what is sent now. Source: Meta, "migrating phone numbers", 26 Nov 2025. */
    public static List<Payer> of(Migration migration, PhoneNumber number) {
        Optional<Instant> registered = migration.facts().value(Fact.REGISTERED_AT, number);
        var source = new Payer(Side.SOURCE, Optional.empty(), registered);
        return registered.isPresent() ? List.of(source, new Payer(Side.DESTINATION, registered, Optional.empty())) : List.of(source);
    }
}
