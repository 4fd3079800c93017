package dev.portway.graphclient.value;

import org.jspecify.annotations.Nullable;

/**
 * A number on its way into a WABA, split as Graph wants it.
 *
 * <p>Source: Meta, "Migrate phone numbers among solution partners programmatically", 26 Nov 2025.
 *
 * @param callingCode the country's calling code, digits only: {@code 55}
 * @param nationalNumber the rest, digits only, without {@code +} and calling code: {@code 11987654321}
 * @param migrate true: it is registered in another WABA of the same business and shall move here
 * @param verifiedName the display name to ask for; null leaves it as it is (usual when the number moves)
 */
public record NumberToAdd(String callingCode, String nationalNumber, boolean migrate, @Nullable String verifiedName) {
    public NumberToAdd {
        if (!callingCode.matches("[1-9][0-9]{0,2}")) {
            throw new IllegalArgumentException("calling code must be 1 to 3 digits without +: \"" + callingCode + "\"");
        }
        if (!nationalNumber.matches("[0-9]{3,14}")) {
            throw new IllegalArgumentException("national number must be 3 to 14 digits");
        }
        if (callingCode.length() + nationalNumber.length() > 15) {
            throw new IllegalArgumentException("a number has at most 15 digits (E.164)");
        }
    }

    /** A number that moves here from another WABA. */
    public static NumberToAdd moving(String callingCode, String nationalNumber) {
        return new NumberToAdd(callingCode, nationalNumber, true, null);
    }

    /** A number that is not on the platform yet. */
    public static NumberToAdd fresh(String callingCode, String nationalNumber, String verifiedName) {
        return new NumberToAdd(callingCode, nationalNumber, false, verifiedName);
    }

    /** Country code and last two digits: numbers are not for logs. */
    @Override
    public String toString() {
        return "+" + callingCode + "…" + nationalNumber.substring(nationalNumber.length() - 2) + (migrate ? " (moving)" : "");
    }
}
