package dev.portway.guest;

import java.time.Duration;

/**
 * A link somebody wants to make.
 *
 * @param task the kind of task it shall ask; empty for whatever the migration waits for
 * @param check the check it shall ask about; empty for the same
 * @param number the number it shall ask about, as E.164; empty where there is one, or all share the question
 * @param to who will be given it, by name
 * @param reason why, in the words of the one who asks
 */
public record Wish(String task, String check, String number, String to, String reason, Duration validFor) {
    /** A week: people are away, and a link in a forgotten message should not be open for ever. */
    public static final Duration USUAL = Duration.ofDays(7);
    /** As long as a migration waits for somebody before it expires. */
    public static final Duration LONGEST = Duration.ofDays(30);
    public static final Duration SHORTEST = Duration.ofMinutes(10);

    public static final int LONGEST_NAME = 60;
    public static final int LONGEST_REASON = 300;

    /** What is wrong with it; empty field: nothing. */
    public record Flaw(String field, boolean missing) {
        static final Flaw NONE = new Flaw("", false);

        public boolean any() {
            return !field.isEmpty();
        }
    }

    public Wish {
        to = to.strip();
        reason = reason.strip();
    }

    public Flaw flaw() {
        if (to.isEmpty()) {
            return new Flaw("to", true);
        }
        if (!fits(to, LONGEST_NAME)) {
            return new Flaw("to", false);
        }
        if (!fits(reason, LONGEST_REASON)) {
            return new Flaw("reason", false);
        }
        boolean endures = validFor.compareTo(SHORTEST) >= 0 && validFor.compareTo(LONGEST) <= 0;
        return endures ? Flaw.NONE : new Flaw("validFor", false);
    }

    /** It is shown to strangers: no lines of its own, nothing that turns the text around. */
    static boolean fits(String text, int longest) {
        return text.length() <= longest && text.codePoints()
                .noneMatch(letter -> Character.isISOControl(letter) || Character.getType(letter) == Character.FORMAT);
    }
}
