package dev.portway.graphclient;

import java.util.regex.Pattern;

/**
 * Texts of Graph's as they may be stored, logged and shown. Some of them are typed by whoever owns the number: a NUL is taken by no database, and
 * other control characters are orders to a terminal.
 */
final class Legible {
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\x80-\\x9f&&[^\\n\\r\\t]]");
    private static final String REPLACEMENT = "\uFFFD";

    private Legible() {}

    static String text(String sent) {
        return sent.chars().anyMatch(Character::isISOControl) ? CONTROL.matcher(sent).replaceAll(REPLACEMENT) : sent;
    }
}
