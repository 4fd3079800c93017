package dev.portway.finder;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What a value means for a way. A value that no term of a row names leaves the way free. */
sealed interface Term {
    Value value();

    /** The way does not fit. */
    record Out(Value value, Reason reason) implements Term {}

    /** It fits once the condition holds. */
    record After(Value value, Condition condition) implements Term {}

    static List<Term> out(Reason reason, Value... values) {
        return Arrays.stream(values).<Term>map(value -> new Out(value, reason)).toList();
    }

    static List<Term> after(Condition condition, Value... values) {
        return Arrays.stream(values).<Term>map(value -> new After(value, condition)).toList();
    }

    /** Passages that rows share. */
    @SafeVarargs
    @SuppressWarnings("varargs") // read only
    static List<Term> all(List<Term>... passages) {
        return Stream.of(passages).flatMap(List::stream).toList();
    }
}
