package dev.portway.sandbox.rules.template;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.refusal.ErrorRow;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Templates for codes, whose texts are Meta's. Documented (copy code authentication templates, 4 Nov 2025): a body with an optional warning, a
 * footer with minutes of life, one OTP button; the button is a URL button once it is made. Observed in what was read back: the texts and the
 * address of English ones. Assumed: texts in other languages, and what a wrong one answers.
 */
final class AuthenticationTemplates {

    private static final List<String> KINDS = List.of("COPY_CODE", "ONE_TAP", "ZERO_TAP");
    private static final int LONGEST_LIFE_MINUTES = 90;
    private static final int LONGEST_TEXT = 25;
    private static final int MOST_APPS = 5;
    /** Documented: characters of the hash of an app's signing key. */
    private static final int HASH_LENGTH = 11;
    private static final String CODE = "123456";

    /** Meta's words in one language. */
    private record Words(String body, String warning, String life, String copy) {}

    private final Words words;
    private final boolean asUrl;
    private int minutes;

    private AuthenticationTemplates(String language, boolean asUrl) {
        this.asUrl = asUrl;
        this.words = switch (language.substring(0, Math.min(2, language.length()))) {
            case "pt" -> new Words("*{{1}}* é seu código de verificação.", " Para sua segurança, não compartilhe este código.",
                    "Este código expira em %d minutos.", "Copiar código");
            case "es" -> new Words("*{{1}}* es tu código de verificación.", " Por tu seguridad, no lo compartas.",
                    "Este código caduca en %d minutos.", "Copiar código");
            default -> new Words("*{{1}}* is your verification code.", " For your security, do not share this code.",
                    "This code expires in %d minutes.", "Copy code");
        };
    }

    /** The components as Graph has them, with its texts. */
    static ArrayNode filled(ArrayNode written, String language, boolean asUrl) {
        return new AuthenticationTemplates(language, asUrl).fill(written);
    }

    private ArrayNode fill(ArrayNode written) {
        JsonNode button = null;
        boolean body = false;
        for (JsonNode component : written) {
            switch (component.path("type").asString("")) {
                case "BODY" -> body = true;
                case "FOOTER" -> minutes = life(component);
                case "BUTTONS" -> button = only(component.path("buttons"));
                default -> throw TemplateButtons.combination("an authentication template has a body, a footer and an OTP button");
            }
        }
        if (!body || button == null) {
            throw TemplateChecks.missing(body ? "BUTTONS" : "BODY", "type");
        }
        ArrayNode filled = Json.array();
        for (JsonNode component : written) {
            filled.add(switch (component.path("type").asString("")) {
                case "BODY" -> body(component);
                case "FOOTER" -> Json.object()
                        .put("type", "FOOTER")
                        .put("text", words.life().formatted(minutes))
                        .put("code_expiration_minutes",
                                minutes);
                default -> buttons(button);
            });
        }
        return filled;
    }

    private static int life(JsonNode footer) {
        int minutes = footer.path("code_expiration_minutes").asInt(0);
        if (minutes < 1 || minutes > LONGEST_LIFE_MINUTES) {
            throw ErrorRow.INVALID_PARAMETER.saying("(#100) Param code_expiration_minutes must be from 1 to " + LONGEST_LIFE_MINUTES);
        }
        return minutes;
    }

    private static JsonNode only(JsonNode buttons) {
        JsonNode button = buttons.path(0);
        if (buttons.size() != 1 || !button.path("type").asString("").equals("OTP")) {
            throw TemplateButtons.combination("an authentication template has one button, of type OTP");
        }
        String kind = button.path("otp_type").asString("");
        if (!KINDS.contains(kind)) {
            throw ErrorRow.INVALID_PARAMETER.saying("(#100) Param otp_type must be one of {" + String.join(", ", KINDS) + "}");
        }
        TemplateChecks.tooLong(button.path("text").asString(""), LONGEST_TEXT, "A button's text");
        TemplateChecks.tooLong(button.path("autofill_text").asString(""), LONGEST_TEXT, "A button's text");
        if (!kind.equals("COPY_CODE")) {
            apps(button.path("supported_apps"));
        }
        if (kind.equals("ZERO_TAP") && !button.path("zero_tap_terms_accepted").asBoolean(false)) {
            throw TemplateChecks.missing("BUTTONS", "zero_tap_terms_accepted");
        }
        return button;
    }

    private static void apps(JsonNode apps) {
        boolean fits = apps.isArray() && !apps.isEmpty() && apps.size() <= MOST_APPS
                && apps.valueStream()
                        .allMatch(app -> !app.path("package_name").asString("").isEmpty()
                                && app.path("signature_hash").asString("").length() == HASH_LENGTH);
        if (!fits) {
            throw TemplateChecks.missing("BUTTONS", "supported_apps");
        }
    }

    private ObjectNode body(JsonNode written) {
        boolean warns = written.path("add_security_recommendation").asBoolean(false);
        ObjectNode body = Json.object().put("type", "BODY").put("text", words.body() + (warns ? words.warning() : ""));
        body.put("add_security_recommendation", warns);
        body.putObject("example").putArray("body_text").addArray().add(CODE);
        return body;
    }

    private ObjectNode buttons(JsonNode button) {
        ObjectNode shown = Json.object().put("type", "BUTTONS");
        ArrayNode list = shown.putArray("buttons");
        String text = button.path("text").asString(words.copy());
        if (!asUrl) {
            list.add(((ObjectNode) button.deepCopy()).put("text", text));
            return shown;
        }
        String url = address(button);
        ObjectNode one = list.addObject().put("type", "URL").put("text", text).put("url", url + "{{1}}");
        one.putArray("example").add(url + CODE);
        return shown;
    }

    private String address(JsonNode button) {
        StringBuilder url = new StringBuilder("https://www.whatsapp.com/otp/code/?otp_type=").append(button.path("otp_type").asString(""));
        JsonNode app = button.path("supported_apps").path(0);
        if (!app.isMissingNode()) {
            url.append("&cta_display_name=").append(encoded(button.path("autofill_text").asString("Autofill")));
            url.append("&package_name=").append(encoded(app.path("package_name").asString("")));
            url.append("&signature_hash=").append(encoded(app.path("signature_hash").asString("")));
        }
        return url.append(minutes > 0 ? "&code_expiration_minutes=" + minutes : "").append("&code=otp").toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Words that Meta's pages write in lower case too. */
    static void inUpperCase(JsonNode node, String... names) {
        for (String name : names) {
            if (node instanceof ObjectNode object && object.path(name).isString()) {
                object.put(name, object.path(name).stringValue().toUpperCase(Locale.ROOT));
            }
        }
    }
}
