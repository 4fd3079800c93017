package dev.portway.graphclient;

import dev.portway.graphclient.answer.Exchange;
import dev.portway.graphclient.value.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes the secrets of one call out of what may be recorded of it. Graph echoes: a token in {@code paging.next}, a malformed token in an
 * error text, a number in the answer to a message.
 */
final class Redactor {
    static final String HIDDEN = "(hidden)";

    private static final Named IN_ADDRESS = Named.of(List.of("access_token", "appsecret_proof", "client_secret", "input_token", "code"),
            "%s=", "((?:%s)=)[^&#\\s\"\\\\]+", "$1" + HIDDEN);

    private static final Named IN_JSON = Named.of(List.of("access_token", "certificate", "new_certificate", "input", "wa_id"),
            "\"%s\"", "(\"(?:%s)\"\\s*:\\s*)\"(?:[^\"\\\\]++|\\\\.)*+\"", "$1\"" + HIDDEN + "\"");

    /** What stands behind one of these names. Most answers hold none of them, and to look for a text is far cheaper than to match a pattern. */
    private record Named(List<String> signs, Pattern pattern, String shown) {
        static Named of(List<String> names, String sign, String pattern, String shown) {
            return new Named(names.stream().map(sign::formatted).toList(), Pattern.compile(pattern.formatted(String.join("|", names))),
                    shown);
        }

        String hidden(String text) {
            return signs.stream().anyMatch(text::contains) ? pattern.matcher(text).replaceAll(shown) : text;
        }
    }

    /** Digits inside longer digits are something else: a PIN is not part of an id. */
    private final List<Pattern> secretDigits = new ArrayList<>();
    private final Set<String> secretTexts = new LinkedHashSet<>();

    Redactor(@Nullable GraphAccess access, @Nullable String proof, Call call) {
        if (access != null) {
            add(access.token().reveal());
            if (access.appSecret() != null) {
                add(access.appSecret().reveal());
            }
        }
        if (proof != null) {
            add(proof);
        }
        call.parameters().values().forEach(this::addSecretsOf);
    }

    Map<String, String> parameters(Call call) {
        Map<String, String> shown = new LinkedHashMap<>();
        call.parameters().forEach((name, value) -> shown.put(name, shortened(text(Json.redacted(value)))));
        return shown;
    }

    String text(String text) {
        String shown = IN_JSON.hidden(IN_ADDRESS.hidden(text));
        for (String secret : secretTexts) {
            shown = shown.replace(secret, HIDDEN);
        }
        for (Pattern digits : secretDigits) {
            shown = digits.matcher(shown).replaceAll(HIDDEN);
        }
        return Legible.text(shown);
    }

    /** Redacts before it cuts: half a secret is still half a secret. */
    String body(byte[] bytes) {
        return shortened(text(Legible.json(new String(bytes, StandardCharsets.UTF_8))));
    }

    @Nullable
    String textOrNull(@Nullable String text) {
        return text == null ? null : text(text);
    }

    private static String shortened(String text) {
        return text.length() <= Exchange.BODY_LIMIT ? text : text.substring(0, Exchange.BODY_LIMIT - 1) + "…";
    }

    private void addSecretsOf(Object value) {
        switch (value) {
            case Secret secret -> add(secret.reveal());
            case Map<?, ?> map -> map.values().forEach(this::addSecretsOf);
            case Collection<?> list -> list.forEach(this::addSecretsOf);
            default -> {
            }
        }
    }

    private void add(String secret) {
        if (secret.chars().allMatch(Character::isDigit)) {
            secretDigits.add(Pattern.compile("(?<!\\d)" + secret + "(?!\\d)"));
        } else {
            secretTexts.add(secret);
            secretTexts.add(secret.replace("/", "\\/"));
            secretTexts.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
        }
    }
}
