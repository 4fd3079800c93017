package dev.portway.graph;

import dev.portway.migration.Outcome;
import java.util.function.Function;

/** What a question to Graph came to: what was asked for, or how the act ends without it. */
sealed interface Heard<T> {
    record Yes<T>(T value) implements Heard<T> {}

    record No<T>(Outcome outcome) implements Heard<T> {}

    default Outcome then(Function<? super T, Outcome> next) {
        return switch (this) {
            case Yes<T>(T value) -> next.apply(value);
            case No<T>(Outcome outcome) -> outcome;
        };
    }
}
