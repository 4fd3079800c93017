package dev.portway.migration.fact;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A phone number in E.164 form: a plus sign and 8 to 15 digits, country code first. Whether it can exist is checked at the edge, where people type
 * it; here only the form is.
 */
public record PhoneNumber(String e164) implements Comparable<PhoneNumber> {
    private static final List<Spelling> SPELLINGS = List.of(Spelling.of("\\+52", "1", "[1-9][0-9]{9}"),
            Spelling.of("\\+54", "9", "[1-9][0-9]{9}"), Spelling.of("\\+55[1-9]{2}", "9", "[6-9][0-9]{7}"));

    public PhoneNumber {
        if (!e164.matches("\\+[1-9][0-9]{7,14}")) {
            throw new IllegalArgumentException("A phone number is a plus sign and 8 to 15 digits (E.164)");
        }
    }

    /** The digits alone, as Graph prints them in webhooks. */
    public String digits() {
        return e164.substring(1);
    }

    /**
     * The telephone line behind it, whichever way it is written: whatever is counted or may be only once is counted by this. Graph shows numbers of three
     * countries in either of two ways, and no published rule tells which: Mexico's 1 after +52 (dropped by its plan in 2019), Argentina's 9 after +54, and
     * Brazil's ninth digit, which mobile numbers got between 2012 and 2016. Observed: what providers tell their customers to write, 2026. Assumed: no two lines
     * differ in these digits alone, because each plan gives out the rest once.
     * {@code portway_line} is the same in the database.
     */
    public String line() {
        for (Spelling spelling : SPELLINGS) {
            Matcher written = spelling.longer().matcher(e164);
            if (written.matches()) {
                return written.group(1) + written.group(2);
            }
        }
        return e164;
    }

    /** Whether it is the same telephone line, though perhaps written another way. */
    public boolean isSameLine(PhoneNumber other) {
        return line().equals(other.line());
    }

    /** The same line written the other way; empty where there is only one way. */
    public Optional<PhoneNumber> otherSpelling() {
        String line = line();
        return line.equals(e164)
                ? SPELLINGS.stream().flatMap(spelling -> spelling.of(e164).stream()).map(PhoneNumber::new).findFirst()
                : Optional.of(new PhoneNumber(line));
    }

    /** @param longer with the digit that comes and goes between its two groups; {@code shorter} is without it */
    private record Spelling(Pattern longer, Pattern shorter, String digit) {
        static Spelling of(String before, String digit, String after) {
            return new Spelling(Pattern.compile("(" + before + ")" + digit + "(" + after + ")"),
                    Pattern.compile("(" + before + ")(" + after + ")"), digit);
        }

        Optional<String> of(String e164) {
            Matcher written = shorter.matcher(e164);
            return written.matches() ? Optional.of(written.group(1) + digit + written.group(2)) : Optional.empty();
        }
    }

    /** For logs: who it is can be told by those who know, not read by those who don't. */
    public String masked() {
        return e164.substring(0, 3) + "…" + e164.substring(e164.length() - 2);
    }

    @Override
    public int compareTo(PhoneNumber other) {
        return e164.compareTo(other.e164);
    }

    @Override
    public String toString() {
        return masked();
    }
}
