package dev.portway.graphclient.value;

/** The two-step verification PIN of a number: six digits. {@code register} needs it and sets it. Source: Meta, "Two-step verification". */
public final class Pin extends Secret {
    public Pin(String digits) {
        super(checked(digits));
    }

    private static String checked(String digits) {
        if (!digits.matches("[0-9]{6}")) {
            throw new IllegalArgumentException("PIN must be six digits");
        }
        return digits;
    }
}
