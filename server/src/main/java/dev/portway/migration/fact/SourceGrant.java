package dev.portway.migration.fact;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What this provider was let see of the source after the order was placed. It counts in place of what the order says, and when it ends the migration
 * goes on as one without access does.
 *
 * @param until when it ends, as whoever gave it says; empty where nobody said
 */
public record SourceGrant(SourceAccess access, Optional<Instant> until) {
    public static final SourceGrant NONE = new SourceGrant(SourceAccess.NONE, Optional.empty());

    private static final String TOKEN_CHECK = "source-token";

    /** How far it reaches at this time. */
    public SourceAccess at(Instant now, Facts facts) {
        return end(facts).filter(end -> !now.isBefore(end)).isPresent() ? SourceAccess.NONE : access;
    }

    /** The earlier of what was said and what Graph has shown of the token since. */
    public Optional<Instant> end(Facts facts) {
        Stream<Instant> shown = facts.seen(Fact.CHECKED, null)
                .filter(seen -> seen.asOf() > facts.asOf(Fact.SOURCE_GRANT, null))
                .map(seen -> seen.value().all())
                .stream()
                .flatMap(findings -> findings.stream().filter(finding -> finding.check().equals(TOKEN_CHECK)))
                .flatMap(finding -> finding.validUntil().stream());
        return access == SourceAccess.NONE ? Optional.empty() : Stream.concat(until.stream(), shown).min(Instant::compareTo);
    }

    /** As events and pages show it. */
    @Override
    public String toString() {
        return access + until.map(end -> ", " + end).orElse("");
    }
}
