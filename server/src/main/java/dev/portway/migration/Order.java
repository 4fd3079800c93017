package dev.portway.migration;

import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.SourceAccess;
import dev.portway.migration.fact.WabaId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What was asked for, and does not change.
 *
 * @param numbers one, or those that can only move together
 * @param source the WABA they come from; empty when nobody here knows it
 * @param access what this provider may see of the source
 * @param destination the WABA they go to; empty where the route finds out on the way, or there is none. {@link Migration#destination} knows both
 * @param proving when ownership is proved
 * @param settling how long after the cutover it is still looked at: templates are re-checked, webhooks may go silent
 * @param patience how long it may stand still before the pivot, nobody doing anything, until it expires
 * @param prober a number that receives one message from each side, to measure the send gap; empty: not measured
 */
public record Order(List<PhoneNumber> numbers, Optional<WabaId> source, SourceAccess access, Optional<WabaId> destination, Proving proving,
        Duration settling,
        Duration patience, Optional<PhoneNumber> prober) {
    /** Meta re-checks copied templates and shows no quality for 24 h. */
    public static final Duration SETTLING = Duration.ofHours(24);
    /** A month of silence: nobody is coming back, and what was seen then says little now. */
    public static final Duration PATIENCE = Duration.ofDays(30);
    /** Longer and a migration would outlive the wish to know. */
    public static final Duration LONGEST_SETTLING = Duration.ofDays(30);
    /** Numbers that share one pivot: as many as one WABA holds by default. */
    public static final int MOST_NUMBERS = 25;

    public Order {
        numbers = List.copyOf(numbers);
        if (numbers.isEmpty() || numbers.size() > MOST_NUMBERS) {
            throw new IllegalArgumentException("A migration moves 1 to " + MOST_NUMBERS + " numbers, not " + numbers.size());
        }
        if (numbers.stream().map(PhoneNumber::line).distinct().count() < numbers.size()) {
            throw new IllegalArgumentException("A number is there twice");
        }
        if (source.isPresent() && source.equals(destination)) {
            throw new IllegalArgumentException("Source and destination are the same WABA");
        }
        if (source.isEmpty() && access != SourceAccess.NONE) {
            throw new IllegalArgumentException("Access to a source that is not named");
        }
        if (settling.isNegative() || settling.compareTo(LONGEST_SETTLING) > 0) {
            throw new IllegalArgumentException("Settling takes 0 to " + LONGEST_SETTLING.toDays() + " days");
        }
    }

    /** The same, where more or less may be seen of the source. */
    Order seeing(SourceAccess other) {
        return new Order(numbers, source, other, destination, proving, settling, patience, prober);
    }
}
