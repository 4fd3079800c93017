package dev.portway.finder;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be said of one way.
 *
 * @param reasons why it does not fit, what weighs most first; empty when it may
 * @param needs what it waits for, what is known not to hold first
 * @param pending what has to be asked before anybody can say; empty unless it is unknown
 * @param drawn what it was concluded from: every topic the way depends on, and what is known of it
 */
public record Verdict(Row row, Fit fit, List<Reason> reasons, List<Need> needs, Set<Topic> pending, List<Drawn> drawn) {
    public Verdict {
        reasons = List.copyOf(reasons);
        needs = List.copyOf(needs);
        pending = Set.copyOf(pending);
        drawn = List.copyOf(drawn);
    }

    /** @param known empty: nobody knows */
    public record Drawn(Topic topic, Optional<Known> known) {}

    public Way way() {
        return row.way();
    }

    /** Nothing known rules it out. */
    boolean mayFit() {
        return fit != Fit.DOES_NOT_FIT;
    }

    /** Whether somebody was asked about it and did not know. */
    boolean hasToFindOut() {
        return needs.stream().anyMatch(Need::isToFindOut);
    }

    /** Whether it needs the client's own words before it begins: it takes away what nobody can give back. */
    public boolean needsConfirmation() {
        return way().isDestructive() && mayFit();
    }
}
