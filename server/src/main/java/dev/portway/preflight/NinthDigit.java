package dev.portway.preflight;

import java.util.Optional;

/**
 * Brazil's ninth digit. Mobile numbers got a 9 in front between 2012 and 2016; WhatsApp knows some by the old form, and no published rule tells which.
 * So the form that Graph shows counts, and the other one is only recognised, never written in its place.
 */
final class NinthDigit {
    private NinthDigit() {}

    /** The same mobile number in the other form; empty for what is no Brazilian mobile number. Fixed lines begin with 2 to 5 and never had one. */
    static Optional<String> other(String digits) {
        if (digits.matches("55[1-9]{2}9[6-9][0-9]{7}")) {
            return Optional.of(digits.substring(0, 4) + digits.substring(5));
        }
        return digits.matches("55[1-9]{2}[6-9][0-9]{7}")
                ? Optional.of(digits.substring(0, 4) + "9" + digits.substring(4))
                : Optional.empty();
    }
}
