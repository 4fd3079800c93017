package dev.portway.console.migration;

import java.util.Map;
import java.util.Optional;

/**
 * A form that came back and was not taken.
 *
 * @param action which
 * @param values what was typed
 * @param field what was wrong; empty when it was the whole
 * @param wrong {@code missing}, {@code unknown}, {@code malformed}, {@code too-far}, {@code impossible}, {@code not-allowed}
 */
public record Typed(String action, Map<String, String> values, String field, String wrong) {
    public Typed {
        values = Map.copyOf(values);
    }

    Optional<String> value(String ofAction, String ofField) {
        return action.equals(ofAction) ? Optional.ofNullable(values.get(ofField)) : Optional.empty();
    }
}
