package dev.portway.asset;

import dev.portway.migration.MigrationId;
import dev.portway.migration.ProviderId;
import java.util.List;
import java.util.Optional;

/** What left and what arrived. */
public interface Assets {
    /** What became of a template. */
    enum Fate {
        /** Exists at the destination and can be used. */
        CARRIED,
        /** Exists and cannot be used yet, or is still expected. */
        PENDING,
        /** Should have come, and did not or was rejected. */
        FAILED,
        /** Does not travel; it stays at the source. */
        STAYED
    }

    /**
     * @param before status and quality at the source, as Graph wrote them
     * @param after status at the destination; empty when it is not there
     */
    record TemplateLine(String name, String language, String category, String before, String quality, String sourceId,
            Optional<String> after,
            Optional<String> destinationId, Fate fate) {}

    /** Where a number of the source account was seen after the move. */
    enum Place {
        DESTINATION, SOURCE,
        /** Both accounts were read, and neither lists it. */
        NEITHER,
        /** Not looked for yet, or an account could not be read. */
        UNKNOWN
    }

    /**
     * A number that the source account held before the move.
     *
     * @param number digits with the country's code
     * @param before whether it counted as verified, as Graph wrote it; empty where it showed nothing
     * @param after the same where it was seen after the move; empty when it was seen nowhere
     */
    record NumberLine(String number, String before, Optional<String> after, Place place) {
        private static final String VERIFIED = "VERIFIED";

        public boolean wasVerified() {
            return before.equals(VERIFIED);
        }

        /** Whether it is known to be verified still. */
        public boolean isKept() {
            return wasVerified() && after.filter(VERIFIED::equals).isPresent();
        }

        /** Whether it is known not to be. */
        public boolean isLost() {
            return wasVerified() && !isKept() && place != Place.UNKNOWN;
        }
    }

    /** Each asset, before and after. */
    record Lines(List<TemplateLine> templates, List<NumberLine> numbers) {}

    /** As they were when the snapshot was taken; empty when none was, or the source could not be read. */
    List<TemplateMark> marks(ProviderId provider, MigrationId id);

    /** In the order of their names; empty when the source could not be read. */
    List<TemplateLine> templates(ProviderId provider, MigrationId id);

    /** Everything that was compared. */
    default Lines lines(ProviderId provider, MigrationId id) {
        return new Lines(templates(provider, id), numbers(provider, id));
    }

    /** By their digits; empty when the source's list could not be read before the move. */
    List<NumberLine> numbers(ProviderId provider, MigrationId id);
}
