package dev.portway.console;

import dev.portway.migration.Action;
import dev.portway.migration.Field;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What came with a form.
 *
 * @param key of the form: sent twice, it is done once
 * @param input what the action asks for, in the words of the heart; fields it does not ask for are left out
 * @param shownAgain what was typed, to be shown again when it is not taken; never a secret, nor digits, which may be a code
 */
record Sent(String key, Map<String, String> input, Map<String, String> shownAgain) {
    /** Longer is nothing that was typed: somebody's own words are 500 characters at most. */
    private static final int LONGEST = 1_000;

    /** A backup of an On-Premises number is pasted whole. */
    private static final int LONGEST_SECRET = 100_000;

    /** What may be a code, a password or a key. */
    private static final Set<Field.Form> NEVER_SHOWN_AGAIN = Set.of(Field.Form.DIGITS, Field.Form.SECRET);

    /** What a form of ours carries as its key. */
    private static final Pattern OURS = Pattern.compile("[\\w:-]{1,120}");

    Sent {
        input = Map.copyOf(input);
        shownAgain = Map.copyOf(shownAgain);
    }

    static Sent of(Action action, HttpServletRequest request) {
        ZoneId zone = zone(request);
        var input = new LinkedHashMap<String, String>();
        var again = new LinkedHashMap<String, String>();
        for (Field field : action.fields()) {
            String typed = text(request, field.name(), field.form() == Field.Form.SECRET ? LONGEST_SECRET : LONGEST);
            if (!typed.isBlank()) {
                input.put(field.name(), field.form() == Field.Form.INSTANT ? instant(typed, zone) : typed);
            }
            if (!NEVER_SHOWN_AGAIN.contains(field.form())) {
                again.put(field.name(), typed);
            }
        }
        String key = text(request, "key");
        return new Sent(OURS.matcher(key).matches() ? key : request.getRequestId(), input, again);
    }

    private static String text(HttpServletRequest request, String name) {
        return text(request, name, LONGEST);
    }

    private static String text(HttpServletRequest request, String name, int longest) {
        String text = Optional.ofNullable(request.getParameter(name)).orElse("").strip();
        return text.length() > longest ? text.substring(0, longest) : text;
    }

    /** The zone the form was shown in: the reader may have travelled since. */
    private static ZoneId zone(HttpServletRequest request) {
        try {
            return ZoneId.of(text(request, "zone"));
        } catch (DateTimeException none) {
            return ZoneOffset.UTC;
        }
    }

    /** What cannot be read stays as it is: the heart says what is wrong with it. */
    private static String instant(String typed, ZoneId zone) {
        try {
            return LocalDateTime.parse(typed).atZone(zone).toInstant().toString();
        } catch (DateTimeException notATime) {
            return typed;
        }
    }
}
