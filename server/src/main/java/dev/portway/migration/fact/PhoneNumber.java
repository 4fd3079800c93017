package dev.portway.migration.fact;

/**
 * A phone number in E.164 form: a plus sign and 8 to 15 digits, country code first. Whether it can exist is checked at the edge, where people type
 * it; here only the form is.
 */
public record PhoneNumber(String e164) implements Comparable<PhoneNumber> {
    public PhoneNumber {
        if (!e164.matches("\\+[1-9][0-9]{7,14}")) {
            throw new IllegalArgumentException("A phone number is a plus sign and 8 to 15 digits (E.164)");
        }
    }

    /** The digits alone, as Graph prints them in webhooks. */
    public String digits() {
        return e164.substring(1);
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
