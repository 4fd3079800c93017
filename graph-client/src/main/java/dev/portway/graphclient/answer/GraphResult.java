package dev.portway.graphclient.answer;

import java.util.Optional;

/** What became of a call. Whatever it was, {@link #exchange()} tells what was said. */
public sealed interface GraphResult<T> permits ReadResult, EffectResult {
    Exchange exchange();

    /** What Graph answered, when it did what was asked. */
    default Optional<T> answer() {
        return this instanceof Answered<T>(T value, Exchange exchange) ? Optional.of(value) : Optional.empty();
    }
}
