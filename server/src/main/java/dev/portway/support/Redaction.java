package dev.portway.support;

import dev.portway.migration.Migration;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.Secret;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes out what may not leave: tokens, keys, codes, PINs, and numbers but for their country and last two digits. What is known to be secret is looked for
 * by its value, what may be by its name and by its form. Codes of errors are no secrets, though they look like ownership codes: they are numbers in Graph's
 * JSON, and codes are texts.
 */
final class Redaction {
    static final String HIDDEN = "(hidden)";
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Fields whose text is hidden whatever it is. */
    private static final Set<String> SECRET_NAMES = Set.of("access_token", "input_token", "token", "verify_token", "hub.verify_token",
            "client_secret", "app_secret", "appsecret_proof", "secret", "pin", "password", "certificate", "new_certificate", "backup",
            "authorization");
    /** Fields that hold a number without a plus before it. */
    private static final Set<String> NUMBER_NAMES = Set.of("wa_id", "to", "from", "input", "recipient", "recipient_id", "phone_number",
            "display_phone_number");

    private static final Pattern TOKEN = Pattern.compile("\\b(EAA[A-Za-z0-9]{6,}|pk_[A-Za-z0-9_]{8,})|(?i:(\\bBearer\\s+)\\S+)"
            + "|(?i:((?:access_token|input_token|client_secret|appsecret_proof|verify_token|pin|code)=)[^&\\s\"]+)");
    /** Six digits after a word that says what they are. An error's number may stand there too: it is hidden in the text, and stands beside it as a number. */
    private static final Pattern SAID_CODE = Pattern
            .compile("(?i)(\\b(?:pin|otp|code|código|codigo|password)\\b[^\\d\\n]{0,12})(\\d{3}-?\\d{3})(?!\\d)");
    /** An answer that was too long is kept as the text it was cut to: no object to look into, but its names stand in it. */
    private static final Pattern SECRET_FIELD = field(SECRET_NAMES, "[^\"\\\\]*");
    private static final Pattern CODE_FIELD = field(Set.of("code"), "(?:\\d{3}-?\\d{3}|\\d{4,8})");
    private static final Pattern NUMBER_FIELD = field(NUMBER_NAMES, "\\+?[\\d\\s().-]{8,24}");
    private static final Pattern NUMBER = Pattern.compile("\\+[1-9][\\d\\s().-]{6,20}\\d");
    private static final Pattern CODE = Pattern.compile("\\d{3}-?\\d{3}|\\d{4,8}");
    private static final String BETWEEN_DIGITS = "[\\s().\\-]*";
    /** Enough to be no other's; what stands before them, country and area, is written in many ways, or not at all. */
    private static final int OWN_DIGITS = 8;

    private final Map<Pattern, String> known;

    private Redaction(Map<Pattern, String> known) {
        this.known = known;
    }

    static Redaction of(Migration migration) {
        var known = new LinkedHashMap<Pattern, String>();
        Stream.concat(migration.order().numbers().stream(), migration.order().prober().stream())
                .forEach(number -> known.put(written(number), number.masked()));
        migration.order()
                .numbers()
                .stream()
                .flatMap(number -> Stream.of(Fact.PIN, Fact.CODE).flatMap(fact -> migration.facts().value(fact, number).stream()))
                .map(Secret::reveal)
                .filter(secret -> !secret.isBlank())
                .forEach(secret -> known.put(Pattern.compile("(?<!\\d)" + Pattern.quote(secret) + "(?!\\d)"), HIDDEN));
        return new Redaction(known);
    }

    /** In any of the ways in which a number is written: with or without country and area, with whatever between the digits. */
    private static Pattern written(PhoneNumber number) {
        String own = number.digits().substring(Math.max(0, number.digits().length() - OWN_DIGITS));
        String digits = own.chars().mapToObj(digit -> String.valueOf((char) digit)).collect(Collectors.joining(BETWEEN_DIGITS));
        return Pattern.compile("(?<![\\d])\\+?(?:\\d" + BETWEEN_DIGITS + "){0,7}" + digits + "(?!\\d)");
    }

    private static Pattern field(Set<String> names, String value) {
        String any = names.stream().map(Pattern::quote).collect(Collectors.joining("|"));
        return Pattern.compile("(?i)(\\\\?\"(?:" + any + ")\\\\?\"\\s*:\\s*\\\\?\")(" + value + ")(?=\\\\?\")");
    }

    String text(String text) {
        String shown = text;
        for (var one : known.entrySet()) {
            shown = one.getKey().matcher(shown).replaceAll(Matcher.quoteReplacement(one.getValue()));
        }
        shown = SECRET_FIELD.matcher(shown).replaceAll("$1" + Matcher.quoteReplacement(HIDDEN));
        shown = CODE_FIELD.matcher(shown).replaceAll("$1" + Matcher.quoteReplacement(HIDDEN));
        shown = NUMBER_FIELD.matcher(shown).replaceAll(found -> Matcher.quoteReplacement(found.group(1) + shortened(found.group(2))));
        shown = TOKEN.matcher(shown)
                .replaceAll(found -> Stream.of(found.group(2), found.group(3))
                        .filter(before -> before != null)
                        .map(Matcher::quoteReplacement)
                        .findFirst()
                        .orElse("") + HIDDEN);
        shown = SAID_CODE.matcher(shown).replaceAll("$1" + Matcher.quoteReplacement(HIDDEN));
        return NUMBER.matcher(shown).replaceAll(found -> Matcher.quoteReplacement(shortened(found.group())));
    }

    JsonNode json(JsonNode node) {
        return named("", node);
    }

    private JsonNode named(String name, JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode shown = JSON.createObjectNode();
            object.properties()
                    .forEach(field -> shown.set(text(field.getKey()), named(field.getKey().toLowerCase(Locale.ROOT), field.getValue())));
            return shown;
        }
        if (node instanceof ArrayNode list) {
            ArrayNode shown = JSON.createArrayNode();
            list.forEach(one -> shown.add(named(name, one)));
            return shown;
        }
        if (SECRET_NAMES.contains(name) && !node.isNull()) {
            return JSON.getNodeFactory().stringNode(HIDDEN);
        }
        return node.isString() ? JSON.getNodeFactory().stringNode(field(name, node.asString())) : node;
    }

    private String field(String name, String text) {
        if (name.equals("code") && CODE.matcher(text).matches()) {
            return HIDDEN;
        }
        return NUMBER_NAMES.contains(name) && text.chars().filter(Character::isDigit).count() >= OWN_DIGITS
                ? shortened(text)
                : text(text);
    }

    private static String shortened(String number) {
        String digits = number.replaceAll("\\D", "");
        return digits.length() < OWN_DIGITS ? HIDDEN : "+" + digits.substring(0, 2) + "…" + digits.substring(digits.length() - 2);
    }
}
