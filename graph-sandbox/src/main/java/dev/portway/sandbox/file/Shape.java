package dev.portway.sandbox.file;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * What a value of a world file may be.
 *
 * @param allowed in words that follow "wants"
 */
record Shape(String allowed, Predicate<JsonNode> fits) {

    static final Shape TEXT = new Shape("a text", value -> value.isString() && !value.stringValue().isBlank());
    static final Shape ANY_TEXT = new Shape("a text, which may be empty", JsonNode::isString);
    static final Shape TEXT_OR_NONE = TEXT.orNone();
    static final Shape FLAG = new Shape("true or false", JsonNode::isBoolean);
    static final Shape TIME = new Shape("an instant such as 2026-11-21T12:00:00Z, or a time from now such as -P30D or PT1H",
            value -> value.isString() && readable(value.stringValue()));
    static final Shape TIMES = new Shape("a list of instants, or of times from now such as -PT1H",
            value -> value.isArray() && value.valueStream().allMatch(TIME.fits()));
    static final Shape TEXTS = new Shape("a list of texts", value -> value.isArray() && value.valueStream().allMatch(JsonNode::isString));
    static final Shape TEXT_MAP = new Shape("an object of texts",
            value -> value.isObject() && value.valueStream().allMatch(JsonNode::isString));
    static final Shape TIME_MAP = new Shape("an object of instants, or of times from now such as -PT1H",
            value -> value.isObject() && value.valueStream().allMatch(TIME.fits()));
    static final Shape OBJECT = new Shape("an object", JsonNode::isObject);
    static final Shape LIST = new Shape("a list", JsonNode::isArray);

    static Shape whole(int least, int most) {
        return new Shape("a whole number from " + least + " to " + most,
                value -> value.isInt() && value.intValue() >= least && value.intValue() <= most);
    }

    static Shape oneOf(List<String> choices) {
        return new Shape("one of " + String.join(", ", choices), value -> value.isString() && choices.contains(value.stringValue()));
    }

    static Shape someOf(List<String> choices) {
        return new Shape("a list of some of " + String.join(", ", choices),
                value -> value.isArray() && value.valueStream().allMatch(item -> item.isString() && choices.contains(item.stringValue())));
    }

    Shape orNone() {
        return new Shape(allowed + ", or null", value -> value.isNull() || fits.test(value));
    }

    /** A time as a file gives it: an instant, or how long from now. */
    static Instant time(String text, Instant now) {
        return text.startsWith("P") || text.startsWith("-P") ? now.plus(Duration.parse(text)) : Instant.parse(text);
    }

    private static boolean readable(String text) {
        try {
            Instant read = time(text, Instant.EPOCH);
            return read.isAfter(Instant.MIN);
        } catch (DateTimeException | ArithmeticException broken) {
            return false;
        }
    }
}
