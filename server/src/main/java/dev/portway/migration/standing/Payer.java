package dev.portway.migration.standing;

import dev.portway.migration.Ending;
import dev.portway.migration.Ends;
import dev.portway.migration.Migration;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Leaving;
import dev.portway.migration.fact.PhoneNumber;
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
    /** Whoever pays where the number is, or where it goes; or nobody here knows, because nothing that Graph shows tells from when on who pays. */
    public enum Side {
        SOURCE, DESTINATION, UNKNOWN;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** In the order of time; the last one pays for what is sent now. Source: Meta, "migrating phone numbers", 26 Nov 2025. */
    public static List<Payer> of(Migration migration, PhoneNumber number) {
        Optional<Instant> registered = migration.facts().value(Fact.REGISTERED_AT, number);
        boolean leavesAnAccount = migration.route().asks().ends().source() != Ends.End.UNNAMED;
        Optional<Instant> gone = migration.facts().value(Fact.LEAVING, number).flatMap(Leaving::gone);
        if (registered.isEmpty() && leavesAnAccount && gone.isPresent()) {
            return List.of(new Payer(Side.SOURCE, Optional.empty(), gone), new Payer(Side.UNKNOWN, gone, Optional.empty()));
        }
        if (registered.isEmpty()) {
            boolean isThereStill = leavesAnAccount && !migration.pivotCrossed(number)
                    && migration.ending().filter(Ending.COMPLETED::equals).isEmpty();
            return List.of(new Payer(isThereStill ? Side.SOURCE : Side.UNKNOWN, Optional.empty(), Optional.empty()));
        }
        var after = new Payer(Side.DESTINATION, registered, Optional.empty());
        return leavesAnAccount ? List.of(new Payer(Side.SOURCE, Optional.empty(), registered), after) : List.of(after);
    }
}
