package dev.portway.migration;

import dev.portway.migration.fact.Reach;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One thing an action asks for.
 *
 * @param name as in JSON
 * @param form what may be typed
 * @param oneOf the values to choose from; empty when it is free
 * @param pattern a regular expression of the whole value; empty when the form says enough
 */
public record Field(String name, Form form, boolean required, List<String> oneOf, Optional<String> pattern) {
    /** How a pattern begins whose values may have several lines. */
    private static final String ANYTHING = "(?s)";

    /** What no keyboard types and no row takes; line ends and tabs are told apart below. */
    private static final Pattern UNTYPED = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n\\r\\t]]");
    private static final Pattern LINES = Pattern.compile("[\\n\\r\\t]");

    /** Forms a value can have. */
    public enum Form {
        TEXT, DIGITS, CHOICE, INSTANT, PHONE,
        /** Never shown again, never written to a log. */
        SECRET
    }

    /** As long as an exported backup is. */
    static Field secret(String name, int longest) {
        return new Field(name, Form.SECRET, true, List.of(), Optional.of(ANYTHING + ".{1," + longest + "}"));
    }

    /** What Graph takes as a token or a code: letters, digits and signs without a space. */
    static Field secretWord(String name) {
        return new Field(name, Form.SECRET, true, List.of(), Optional.of("[!-~]{1,4096}"));
    }

    static Field secretDigits(String name, int digits) {
        return new Field(name, Form.SECRET, true, List.of(), Optional.of("[0-9]{" + digits + "}"));
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

    /** {@code missing}, {@code malformed} or {@code too-far}; empty when it can be one now. */
    Optional<String> wrong(@Nullable String value, Instant now) {
        return wrong(value).or(() -> form == Form.INSTANT && value != null && !value.isBlank() && !Reach.at(now).holds(instantIn(value))
                ? Optional.of("too-far")
                : Optional.empty());
    }

    /** {@code missing} or {@code malformed}; empty when it can be one at some time. */
    Optional<String> wrong(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return required ? Optional.of("missing") : Optional.empty();
        }
        boolean chosen = oneOf.isEmpty() || oneOf.contains(value);
        boolean formed = form == Form.INSTANT ? isInstant(value) : pattern.map(value.strip()::matches).orElse(true);
        return chosen && formed && isText(value.strip()) ? Optional.empty() : Optional.of("malformed");
    }

    private boolean isText(String value) {
        return !UNTYPED.matcher(value).find() && (mayHaveLines() || !LINES.matcher(value).find());
    }

    private boolean mayHaveLines() {
        return pattern.filter(whole -> whole.startsWith(ANYTHING)).isPresent();
    }

    static Instant instantIn(String value) {
        return Instant.parse(value.strip());
    }

    private static boolean isInstant(String value) {
        try {
            instantIn(value);
            return true;
        } catch (DateTimeParseException notATime) {
            return false;
        }
    }

    Field optional() {
        return new Field(name, form, false, oneOf, pattern);
    }
}
