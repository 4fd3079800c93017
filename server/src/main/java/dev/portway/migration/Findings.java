package dev.portway.migration;

import java.util.List;
import java.util.Optional;

/** What the checks saw, in the order they are shown. */
public record Findings(List<Finding> all) {
    public Findings {
        all = List.copyOf(all);
    }

    /** The first one the migration waits for. What fails comes before what is merely unknown. */
    public Optional<Finding> blocking() {
        return all.stream()
                .filter(finding -> finding.verdict() == Finding.Verdict.FAILS)
                .findFirst()
                .or(() -> all.stream().filter(Finding::blocks).findFirst());
    }

    /** Whether nothing stands in the way. */
    public boolean clear() {
        return blocking().isEmpty();
    }
}
