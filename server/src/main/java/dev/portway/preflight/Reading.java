package dev.portway.preflight;

import dev.portway.graphclient.answer.Answered;
import dev.portway.graphclient.answer.GraphError;
import dev.portway.graphclient.answer.ReadResult;
import dev.portway.graphclient.answer.Refused;
import dev.portway.graphclient.answer.Unreachable;
import java.util.Optional;

/** What came of reading one object. Missing permission is never read as "not there". */
sealed interface Reading<T> {
    record Read<T>(T value) implements Reading<T> {}

    /** We may not look, or nobody named it. */
    record Hidden<T>() implements Reading<T> {}

    /** Graph did not answer, or is in trouble. */
    record Down<T>() implements Reading<T> {}

    static <T> Reading<T> of(ReadResult<T> result) {
        return switch (result) {
            case Answered<T>(T value, _) -> new Read<>(value);
            case Refused<T>(GraphError error, _) -> closed(error) ? new Hidden<>() : new Down<>();
            case Unreachable<T> _ -> new Down<>();
        };
    }

    /** Permission (10, 200–299), token (190), and "does not exist or you may not see it" (100): all of them mean that we see nothing. */
    private static boolean closed(GraphError error) {
        int code = error.code();
        return code == 10 || code == 100 || code == 190 || code == 803 || code >= 200 && code < 300;
    }

    default Optional<T> seen() {
        return this instanceof Read<T>(T read) ? Optional.of(read) : Optional.empty();
    }
}
