package dev.portway.migration.fact;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Between which two looks a number left its account. What is billed for it ends at {@code gone}: nothing could be sent from there any more. When within
 * the span it left Graph shows nowhere.
 *
 * @param here when the last look began that saw it there; empty when none did
 * @param gone when the first look ended that did not see it there any more; empty while it is there
 */
public record Leaving(Optional<Instant> here, Optional<Instant> gone) {
    /** What looks of a number say of its leaving; a look that could not see says nothing. */
    public static List<Learned<?>> told(Facts before, List<Learned<?>> learned, Instant began, Instant ended) {
        return learned.stream().filter(one -> one.fact().equals(Fact.AT_SOURCE)).<Learned<?>>flatMap(one -> {
            Leaving known = before.value(Fact.LEAVING, one.number()).orElse(new Leaving(Optional.empty(), Optional.empty()));
            return switch ((AtSource) one.value()) {
                case HERE -> Stream.of(Learned.that(Fact.LEAVING, one.number(), new Leaving(Optional.of(began), Optional.empty())));
                case GONE -> Stream.of(Learned.that(Fact.LEAVING, one.number(), known.goneBy(ended)));
                case UNKNOWN -> Stream.of();
            };
        }).toList();
    }

    /** The first look that missed it counts. */
    private Leaving goneBy(Instant ended) {
        return new Leaving(here, gone.or(() -> Optional.of(ended)));
    }
}
