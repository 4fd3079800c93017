package dev.portway.migration;

import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.Source;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, in the past tense. Never holds a code, a PIN or a token.
 *
 * @param name durable, lower case: {@code number-added}, {@code register-refused}, {@code status-changed}
 * @param step the step it happened at; empty when it belongs to none
 * @param number the number it is about; null when it is about all
 * @param data a few short words: which problem, from which status to which
 * @param by from whom
 */
public record Event(String name, String step, @Nullable PhoneNumber number, Map<String, String> data, Source by) {
    public Event {
        data = Map.copyOf(data);
    }

    public static Event of(String name, Source by) {
        return new Event(name, "", null, Map.of(), by);
    }
}
