package dev.portway.sandbox.rules.number;

/** How Graph shows a number: {@code +55 11 98765-4321}, {@code +1 555-015-0014}. Observed for these two; others are grouped plainly. */
public final class DisplayNumber {

    private DisplayNumber() {}

    public static String of(String countryCode, String national) {
        if (countryCode.equals("55") && national.length() >= 10) {
            int split = national.length() - 4;
            return "+55 " + national.substring(0, 2) + " " + national.substring(2, split) + "-" + national.substring(split);
        }
        if (countryCode.equals("1") && national.length() == 10) {
            return "+1 " + national.substring(0, 3) + "-" + national.substring(3, 6) + "-" + national.substring(6);
        }
        return "+" + countryCode + " " + national;
    }
}
