package dev.portway.migration;

import java.util.List;
import java.util.Optional;

/**
 * One thing an action asks for.
 *
 * @param name as in JSON
 * @param form what may be typed
 * @param oneOf the values to choose from; empty when it is free
 * @param pattern a regular expression of the whole value; empty when the form says enough
 */
public record Field(String name, Form form, boolean required, List<String> oneOf, Optional<String> pattern) {
    /** Forms a value can have. */
    public enum Form {
        TEXT, DIGITS, CHOICE, INSTANT, PHONE
    }

    static Field choice(String name, List<String> oneOf) {
        return new Field(name, Form.CHOICE, true, oneOf, Optional.empty());
    }

    static Field instant(String name) {
        return new Field(name, Form.INSTANT, true, List.of(), Optional.empty());
    }

    static Field matching(String name, Form form, String pattern) {
        return new Field(name, form, true, List.of(), Optional.of(pattern));
    }

    Field optional() {
        return new Field(name, form, false, oneOf, pattern);
    }
}
