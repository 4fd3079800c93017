package dev.portway.sandbox.world;

/** A phone number as people write it, with spaces, dashes and a plus sign. */
public final class Digits {

    private Digits() {}

    /** Its digits alone. */
    public static String of(String written) {
        var digits = new StringBuilder(written.length());
        for (int i = 0; i < written.length(); i++) {
            if (is(written.charAt(i))) {
                digits.append(written.charAt(i));
            }
        }
        return digits.length() == written.length() ? written : digits.toString();
    }

    private static boolean is(char c) {
        return c >= '0' && c <= '9';
    }
}
