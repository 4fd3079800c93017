package dev.portway.graph;

import java.time.Duration;

/** What came of wanting to ask Graph. */
public sealed interface Asked<R> {
    /** It was asked, and this is what became of the call. */
    record Told<R>(R result) implements Asked<R> {}

    /**
     * Nothing was asked: the WABA's quota is used up.
     *
     * @param pause for how much longer
     */
    record Closed<R>(Duration pause) implements Asked<R> {}
}
