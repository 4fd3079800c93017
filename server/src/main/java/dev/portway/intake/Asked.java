package dev.portway.intake;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A migration as it is asked for.
 *
 * @param number the one number; or {@code numbers}, those that can only move together
 * @param from where they come from; left out when nobody here knows
 * @param code how the ownership code comes; left out, a person is asked
 * @param settling how long it is looked at afterwards, as ISO 8601 writes durations
 * @param prober a number that gets one message from each side, to measure how long sending was not possible
 * @param terms what the route needs to know beyond its numbers and WABAs, by name
 * @param submit whether it begins at once; a draft otherwise
 */
public record Asked(@Nullable String route, @Nullable String number, @Nullable List<String> numbers, @Nullable From from, @Nullable To to,
        @Nullable Code code, @Nullable Span window, @Nullable String proving, @Nullable String settling, @Nullable String prober,
        @Nullable Map<String, String> terms, @Nullable Boolean submit) {
    public record From(@Nullable String waba, @Nullable String access) {}

    public record To(@Nullable String waba) {}

    public record Code(@Nullable String method, @Nullable String language) {}

    public record Span(@Nullable String opens, @Nullable String closes) {}
}
