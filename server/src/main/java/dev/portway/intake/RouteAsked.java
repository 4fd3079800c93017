package dev.portway.intake;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A question to the route finder, as it is asked.
 *
 * @param number the number it is about
 * @param from the account it is in; left out when nobody here knows
 * @param to the account it shall be in; left out when there is none yet, or it does not matter
 * @param answers by topic; {@code unknown} for what somebody was asked and does not know
 * @param lastPaidOn the day of the last paid message, as ISO 8601 writes it
 * @param day the day the calendar is read for; left out, today
 * @param zone of that day; left out, UTC
 */
public record RouteAsked(@Nullable String number, Asked.@Nullable From from, Asked.@Nullable To to, @Nullable Map<String, String> answers,
        @Nullable String lastPaidOn, @Nullable String day, @Nullable String zone) {
    /** "I don't know" is an answer. */
    public static final String UNKNOWN = "unknown";
}
