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
import java.util.regex.Pattern;

/**
 * What came with a form.
 *
 * @param key of the form: sent twice, it is done once
 * @param input what the action asks for, in the words of the heart; fields it does not ask for are left out
 * @param shownAgain what was typed, to be shown again when it is not taken; never digits, which may be a code
 */
record Sent(String key, Map<String, String> input, Map<String, String> shownAgain) {
    /** Longer is nothing that was typed. */
    private static final int LONGEST = 200;

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
            String typed = text(request, field.name());
            if (!typed.isBlank()) {
                input.put(field.name(), field.form() == Field.Form.INSTANT ? instant(typed, zone) : typed);
            }
            if (field.form() != Field.Form.DIGITS) {
                again.put(field.name(), typed);
            }
        }
        String key = text(request, "key");
        return new Sent(OURS.matcher(key).matches() ? key : request.getRequestId(), input, again);
    }

    private static String text(HttpServletRequest request, String name) {
        String text = Optional.ofNullable(request.getParameter(name)).orElse("").strip();
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
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
