package dev.portway.migration.fact;

import org.jspecify.annotations.Nullable;

/**
 * One thing that became known.
 *
 * @param number the number it is about; null for a fact that all numbers share
 */
public record Learned<T>(Fact<T> fact, @Nullable PhoneNumber number, T value) {
    public Learned {
        if (fact.perNumber() != (number != null)) {
            throw new IllegalArgumentException("The fact " + fact + (fact.perNumber() ? " belongs to a number" : " belongs to no number"));
        }
    }

    public static <T> Learned<T> that(Fact<T> fact, T value) {
        return new Learned<>(fact, null, value);
    }

    /** For a fact of either kind: the number is dropped where all share it. */
    public static <T> Learned<T> that(Fact<T> fact, @Nullable PhoneNumber number, T value) {
        return new Learned<>(fact, fact.perNumber() ? number : null, value);
    }
}
