package dev.portway.migration.fact;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** All that is known about a migration: one latest value for each fact, and for each number where the fact is a number's. */
public final class Facts {
    public static final Facts NONE = new Facts(Map.of());

    /** Where a value is kept: a fact, and the number it is about or null. */
    public record Key(Fact<?> fact, @Nullable PhoneNumber number) {}

    private final Map<Key, Seen<?>> seen;

    private Facts(Map<Key, Seen<?>> seen) {
        this.seen = seen;
    }

    /** As read from a store. Each value must be of its fact's type. */
    public static Facts of(Map<Key, Seen<?>> seen) {
        seen.forEach((key, value) -> check(key.fact(), value.value()));
        return new Facts(Map.copyOf(seen));
    }

    private static void check(Fact<?> fact, Object value) {
        if (!fact.type().isInstance(value)) {
            throw new IllegalArgumentException(
                    "The fact " + fact + " is a " + fact.type().getSimpleName() + ", not a " + value.getClass().getSimpleName());
        }
    }

    /** What is known of this fact, for this number where it is a number's fact. */
    @SuppressWarnings("unchecked") // with(..) and of(..) let only values of the fact's type in
    public <T> Optional<Seen<T>> seen(Fact<T> fact, @Nullable PhoneNumber number) {
        return Optional.ofNullable((Seen<T>) seen.get(key(fact, number)));
    }

    public <T> Optional<T> value(Fact<T> fact, @Nullable PhoneNumber number) {
        return seen(fact, number).map(Seen::value);
    }

    public <T> Optional<T> value(Fact<T> fact) {
        return value(fact, null);
    }

    /** Whether the fact is known and true. */
    public boolean is(Fact<Boolean> fact, @Nullable PhoneNumber number) {
        return value(fact, number).orElse(false);
    }

    public boolean is(Fact<Boolean> fact) {
        return is(fact, null);
    }

    /** The moment the fact was last known, or -1. */
    public long asOf(Fact<?> fact, @Nullable PhoneNumber number) {
        return seen(fact, number).map(Seen::asOf).orElse(-1L);
    }

    /** With what became known; an older look does not overwrite a newer one. */
    public Facts with(List<Learned<?>> learned, long asOf, Instant at, Source source) {
        var next = new HashMap<>(seen);
        for (Learned<?> one : learned) {
            next.merge(new Key(one.fact(), one.number()), new Seen<>(one.value(), asOf, at, source),
                    (old, latest) -> latest.asOf() >= old.asOf() ? latest : old);
        }
        return new Facts(Map.copyOf(next));
    }

    /** Without these facts, for this number where they are a number's. */
    public Facts without(List<Fact<?>> forgotten, @Nullable PhoneNumber number) {
        var next = new HashMap<>(seen);
        forgotten.forEach(fact -> next.remove(key(fact, number)));
        return new Facts(Map.copyOf(next));
    }

    public void forEach(BiConsumer<Key, Seen<?>> each) {
        seen.forEach(each);
    }

    private static Key key(Fact<?> fact, @Nullable PhoneNumber number) {
        return new Key(fact, fact.perNumber() ? number : null);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Facts facts && facts.seen.equals(seen);
    }

    @Override
    public int hashCode() {
        return seen.hashCode();
    }

    @Override
    public String toString() {
        return seen.toString();
    }
}
