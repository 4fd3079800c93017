package dev.portway.migration;

import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.SourceAccess;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a step sees: a migration, one of its numbers (null at a step that all share), and the time. */
public record View(Migration migration, @Nullable PhoneNumber number, Instant now) {
    public <T> Optional<T> value(Fact<T> fact) {
        return fact.perNumber() && number == null ? Optional.empty() : migration.facts().value(fact, number);
    }

    public boolean is(Fact<Boolean> fact) {
        return value(fact).orElse(false);
    }

    /** Whether the fact is true for all numbers. */
    public boolean each(Fact<Boolean> fact) {
        return migration.order().numbers().stream().allMatch(one -> migration.facts().is(fact, one));
    }

    /** What may be seen of the source now. */
    public SourceAccess access() {
        return migration.access(now);
    }

    public Order order() {
        return migration.order();
    }
}
