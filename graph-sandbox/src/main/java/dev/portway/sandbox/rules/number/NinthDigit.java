package dev.portway.sandbox.rules.number;

import java.util.Optional;

/**
 * Brazil's ninth digit. Observed: accounts older than the digit keep an id without it, mostly in area codes above 28, and no rule tells which;
 * so both forms are compared and the account's own is kept.
 */
final class NinthDigit {

    private NinthDigit() {}

    /** The same Brazilian mobile number in the other form; empty for every other number. */
    static Optional<String> other(String digits) {
        if (digits.matches("55\\d{2}9\\d{8}")) {
            return Optional.of(digits.substring(0, 4) + digits.substring(5));
        }
        if (digits.matches("55\\d{2}[6-9]\\d{7}")) {
            return Optional.of(digits.substring(0, 4) + "9" + digits.substring(4));
        }
        return Optional.empty();
    }
}
