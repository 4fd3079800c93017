package dev.portway.graphclient.answer;

import java.util.function.Function;

/** What became of a call that changes nothing. There is no doubt about such a call: it can be made again. */
public sealed interface ReadResult<T> extends GraphResult<T> permits Answered, Refused, Unreachable {
    /** The same result, its answer seen another way. */
    default <R> ReadResult<R> map(Function<? super T, ? extends R> change) {
        return switch (this) {
            case Answered<T>(T value, Exchange exchange) -> new Answered<>(change.apply(value), exchange);
            case Refused<T>(GraphError error, Exchange exchange) -> new Refused<>(error, exchange);
            case Unreachable<T>(Trouble trouble, String detail, Exchange exchange) -> new Unreachable<>(trouble, detail, exchange);
        };
    }
}
