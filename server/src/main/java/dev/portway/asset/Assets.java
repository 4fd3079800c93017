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

    /** As they were when the snapshot was taken; empty when none was, or the source could not be read. */
    List<TemplateMark> marks(ProviderId provider, MigrationId id);

    /** In the order of their names; empty when the source could not be read. */
    List<TemplateLine> templates(ProviderId provider, MigrationId id);
}
