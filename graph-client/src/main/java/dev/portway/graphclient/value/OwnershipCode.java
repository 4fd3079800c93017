package dev.portway.graphclient.value;

/**
 * The six digits that arrive by SMS or voice call. The SMS shows them as {@code 123-830}; Graph wants them without the hyphen.
 *
 * <p>Source: Meta, "Migrate phone numbers among solution partners programmatically", 26 Nov 2025.
 */
public final class OwnershipCode extends Secret {
    /** Takes the code as people type it: spaces and hyphens are dropped. */
    public OwnershipCode(String typed) {
        super(checked(typed));
    }

    private static String checked(String typed) {
        String digits = typed.replaceAll("[\\s-]", "");
        if (!digits.matches("[0-9]{6}")) {
            throw new IllegalArgumentException("ownership code must be six digits");
        }
        return digits;
    }
}
