package dev.portway.graphclient;

import java.util.regex.Pattern;

/**
 * Texts of Graph's as they may be stored, logged and shown. Some of them are typed by whoever owns the number: a NUL is taken by no database, and
 * other control characters are orders to a terminal.
 */
final class Legible {
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\x80-\\x9f&&[^\\n\\r\\t]]");
    /** An escape, and not the end of an escaped backslash with digits after it: the backslashes before it are pairs. */
    private static final Pattern NUL_IN_JSON = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*+)\\\\u0000");
    private static final String REPLACEMENT = "\uFFFD";

    private Legible() {}

    /** JSON whose texts hold no NUL once they are read. */
    static String json(String sent) {
        return sent.contains("\\u0000") ? NUL_IN_JSON.matcher(sent).replaceAll("$1" + REPLACEMENT) : sent;
    }

    static String text(String sent) {
        return sent.chars().anyMatch(Character::isISOControl) ? CONTROL.matcher(sent).replaceAll(REPLACEMENT) : sent;
    }
}
