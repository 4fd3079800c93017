package dev.portway.graphclient.value;

import java.util.regex.Pattern;

/** The checks that values share. A message names the value only where the value is no secret. */
final class Check {
    /** Graph ids have had up to 17 digits so far; 32 leaves room and still keeps a path short. */
    private static final Pattern NODE_ID = Pattern.compile("[0-9]{1,32}");

    private Check() {}

    static String nodeId(String kind, String value) {
        if (!NODE_ID.matcher(value).matches()) {
            throw new IllegalArgumentException(kind + " must be 1 to 32 digits: \"" + shortened(value) + "\"");
        }
        return value;
    }

    static String text(String kind, String value, int maxLength) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(kind + " must not be empty");
        }
        if (value.length() > maxLength) {
            throw new IllegalArgumentException(kind + " must have at most " + maxLength + " characters, has " + value.length());
        }
        return value;
    }

    /** For secrets: the message never shows the text, only what is wrong with it. */
    static String secretText(String kind, String value, int maxLength) {
        text(kind, value, maxLength);
        if (!value.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException(kind + " must be printable ASCII without spaces");
        }
        return value;
    }

    private static String shortened(String value) {
        return value.length() <= 40 ? value : value.substring(0, 40) + "…";
    }
}
