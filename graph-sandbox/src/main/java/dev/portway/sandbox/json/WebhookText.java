package dev.portway.sandbox.json;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** The last touches on a webhook body. Observed: captured Graph payloads carry {@code \u00e3}, not {@code \u00E3}, and {@code \/}. */
final class WebhookText {

    private static final Pattern ESCAPE = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u([0-9A-F]{4})");

    private WebhookText() {}

    static byte[] of(String ascii) {
        String lower = ESCAPE.matcher(ascii).replaceAll(match -> "$1\\\\u" + match.group(2).toLowerCase(Locale.ROOT));
        return lower.replace("/", "\\/").getBytes(StandardCharsets.US_ASCII);
    }
}
