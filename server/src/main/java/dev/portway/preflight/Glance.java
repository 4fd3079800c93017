package dev.portway.preflight;

import dev.portway.graph.GraphLines;
import dev.portway.migration.ProviderId;
import dev.portway.migration.fact.Findings;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.SourceAccess;
import dev.portway.migration.fact.WabaId;
import java.time.InstantSource;
import java.util.Optional;

/** Looks at a number for whoever has not decided yet what is to become of it: no order is needed, and what could not be read is left unknown. */
public interface Glance {
    /** Where to look, as far as anybody knows. */
    record Where(PhoneNumber number, Optional<WabaId> source, SourceAccess access, Optional<WabaId> destination) {
        public Where {
            if (source.isPresent() && source.equals(destination)) {
                throw new IllegalArgumentException("Source and destination are the same WABA");
            }
        }
    }

    /**
     * What an account shows beside what the checks see, in Graph's words. Empty: not shown, or not read.
     *
     * @param limit of its portfolio, {@code TIER_2K}
     * @param where it was read from
     */
    record Account(Optional<String> ownership, Optional<String> currency, Optional<String> limit, String where) {
        static final Account HIDDEN = new Account(Optional.empty(), Optional.empty(), Optional.empty(), "");
    }

    /**
     * @param findings of the sides that somebody named
     * @param passing whether asking again in a moment may show more
     */
    record Shown(Findings findings, Account source, boolean passing) {}

    /** Reads over these lines. */
    static Glance over(GraphLines lines, InstantSource clock) {
        return new GraphGlance(lines, clock);
    }

    Shown at(ProviderId provider, Where where);
}
