package dev.portway.sandbox.world;

/** A phone number as people write it, with spaces, dashes and a plus sign. */
public final class Digits {

    private Digits() {}

    /** Its digits alone. */
    public static String of(String written) {
        return written.chars().allMatch(Digits::is)
                ? written
                : written.codePoints()
                        .filter(Digits::is)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static boolean is(int c) {
        return c >= '0' && c <= '9';
    }
}
