package dev.portway.migration;

import dev.portway.migration.fact.PhoneNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What has been tried on a migration's numbers within the longest budget window, over all their migrations.
 *
 * @param tries oldest first
 */
public record Spendings(List<Try> tries) {
    public static final Spendings NONE = new Spendings(List.of());

    /**
     * @param at when it was begun
     * @param closedAt when Graph said the budget is spent; empty when it did not
     */
    public record Try(PhoneNumber number, Act act, Instant at, Optional<Instant> closedAt) {}

    public Spendings {
        tries = tries.stream().sorted(Comparator.comparing(Try::at)).toList();
    }

    /** Of the line, however its number was written. How much of the budget is used at this time, and when it opens again. */
    public Spending of(Budget budget, PhoneNumber number, Instant now) {
        var counted = tries.stream()
                .filter(one -> one.number().isSameLine(number) && one.act().budget().filter(budget::equals).isPresent())
                .toList();
        var within = counted.stream().filter(one -> one.at().isAfter(now.minus(budget.window()))).toList();
        Optional<Instant> closedByGraph = counted.stream()
                .flatMap(one -> one.closedAt().stream())
                .map(at -> at.plus(budget.window()))
                .filter(now::isBefore)
                .max(Comparator.naturalOrder());
        Optional<Instant> closedByCount = within.size() < budget.limit()
                ? Optional.empty()
                : Optional.of(within.get(within.size() - budget.limit()).at().plus(budget.window()));
        Optional<Instant> opens = closedByGraph.or(() -> closedByCount);
        return new Spending(within.size(), opens.isPresent() ? 0 : budget.limit() - within.size(), opens);
    }

    public Spendings with(Try one) {
        var next = new ArrayList<>(tries);
        next.add(one);
        return new Spendings(next);
    }
}
