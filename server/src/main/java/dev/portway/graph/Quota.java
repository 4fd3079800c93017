package dev.portway.graph;

import dev.portway.graphclient.answer.EffectResult;
import dev.portway.graphclient.answer.GraphResult;
import dev.portway.graphclient.answer.ReadResult;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** How often Graph may still be asked about one WABA, counted as Graph counts. */
public interface Quota {
    /** Counts calls that are about to be made, all or none. Not empty when they must not be made, for so much longer. */
    Optional<Duration> take(int calls);

    /** Empty when it is open; else for how much longer Graph told us to keep away. For calls that Graph does not count. */
    Optional<Duration> closedFor();

    /** Keeps what Graph told beside an answer, and gives the answer back. */
    <R extends GraphResult<?>> R heard(R result);

    /** Asks what Graph counts. */
    default <T> Asked<ReadResult<T>> ask(Supplier<ReadResult<T>> question) {
        return take(1).<Asked<ReadResult<T>>>map(Asked.Closed::new).orElseGet(() -> new Asked.Told<>(heard(question.get())));
    }

    /** Demands what Graph does not count. */
    default <T> Asked<EffectResult<T>> demand(Supplier<EffectResult<T>> effect) {
        return closedFor().<Asked<EffectResult<T>>>map(Asked.Closed::new).orElseGet(() -> new Asked.Told<>(heard(effect.get())));
    }
}
