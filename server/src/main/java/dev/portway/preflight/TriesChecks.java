package dev.portway.preflight;

import dev.portway.migration.Budget;
import dev.portway.migration.Spending;
import dev.portway.migration.fact.Finding;
import dev.portway.migration.fact.PhoneNumber;
import java.util.Optional;
import java.util.stream.Stream;

/** What is left of what Graph lets anybody try on a number, by our own count: what others tried is shown nowhere. */
final class TriesChecks {
    /** A move takes one of each when all goes well, and a second when it does not. */
    private static final int FEW = 2;

    private final Judge judge;

    TriesChecks(Judge judge) {
        this.judge = judge;
    }

    Finding of(Check check, PhoneNumber number) {
        Tight tight = budgets(check).map(budget -> new Tight(budget, judge.tried().of(budget, number, judge.at())))
                .reduce((one, other) -> other.spending().left() < one.spending().left() ? other : one)
                .orElseThrow();
        return judge.seen(check, number, tight.spending().left() > FEW, tight.value());
    }

    private static Stream<Budget> budgets(Check check) {
        return check == Check.REGISTERS_LEFT ? Stream.of(Budget.REGISTERS) : Stream.of(Budget.CODE_REQUESTS, Budget.CODE_ENTRIES);
    }

    /** The budget that has least left. */
    private record Tight(Budget budget, Spending spending) {
        String value() {
            Optional<String> closed = spending.opens().map(at -> "none-left-until: " + at);
            return closed.orElseGet(() -> "tries-left: " + spending.left() + " / " + budget.limit());
        }
    }
}
