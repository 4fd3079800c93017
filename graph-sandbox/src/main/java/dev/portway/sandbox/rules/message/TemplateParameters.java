package dev.portway.sandbox.rules.message;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.refusal.Refused;
import dev.portway.sandbox.world.Template;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What a message gives a template: values for its variables, what stands in its header, what its buttons open.
 *
 * <p>Observed, in answers that people published in 2025 and 2026: which code each of these is refused with, and the words of the details. Assumed: that a
 * header's text is refused in the words of a body's, the names of the other kinds of buttons, and what a header answers that the template has not.
 */
final class TemplateParameters {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");
    /** Documented: neither new lines nor tabs, nor more than four spaces. */
    private static final Pattern SPACED_OUT = Pattern.compile("[\\n\\r\\t]| {5,}");
    private static final List<String> MEDIA = List.of("IMAGE", "VIDEO", "DOCUMENT", "LOCATION");
    private static final int LONGEST_HEADER = 60;
    private static final int LONGEST_BODY = 1024;
    /** Of a code, whether a template shows it or a button copies it. */
    private static final int LONGEST_CODE = 15;

    private final Template template;
    private final JsonNode given;

    private TemplateParameters(Template template, JsonNode given) {
        this.template = template;
        this.given = given;
    }

    static void check(Template template, JsonNode message) {
        TemplateParameters parameters = new TemplateParameters(template, message.path("components"));
        parameters.header();
        parameters.text("body", LONGEST_BODY);
        parameters.buttons();
    }

    private static JsonNode part(JsonNode components, String type) {
        return components.valueStream()
                .filter(part -> part.path("type").asString("").equalsIgnoreCase(type))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private void header() {
        String format = part(template.components, "header").path("format").asString("").toUpperCase(Locale.ROOT);
        JsonNode shown = part(given, "header").path("parameters");
        if (format.isEmpty() && !shown.isEmpty()) {
            throw ErrorRow.TEMPLATE_ISSUE.refused();
        }
        if (format.equals("TEXT")) {
            text("header", LONGEST_HEADER);
        } else if (MEDIA.contains(format)) {
            String received = shown.path(0).path("type").asString("UNKNOWN").toUpperCase(Locale.ROOT);
            if (!received.equals(format)) {
                throw ErrorRow.TEMPLATE_PARAMETER_FORMAT
                        .because("header: Format mismatch, expected " + format + ", received " + received);
            }
        }
    }

    private void text(String type, int longest) {
        String text = part(template.components, type).path("text").asString("");
        List<String> variables = VARIABLE.matcher(text).results().map(found -> found.group(1)).distinct().toList();
        JsonNode values = part(given, type).path("parameters");
        if (values.size() != variables.size()) {
            throw ErrorRow.TEMPLATE_PARAMETERS.because(type + ": number of localizable_params (" + values.size()
                    + ") does not match the expected number of params (" + variables.size() + ")");
        }
        int length = length(VARIABLE.matcher(text).replaceAll(""));
        for (int i = 0; i < values.size(); i++) {
            named(values.get(i), variables);
            length += value(type, i, values.get(i));
        }
        if (!variables.isEmpty() && length > longest) {
            throw ErrorRow.TEMPLATE_TRANSLATION_TOO_LONG
                    .because("Translated text too long. Length of the parameters and the template text is "
                            + length + ", which exceeds the allowed length of " + longest);
        }
    }

    /** Those of a template with named variables say which they are for; to one with numbers that is another format. */
    private void named(JsonNode value, List<String> variables) {
        String name = Json.text(value, "parameter_name");
        if (template.parameterFormat.equals("POSITIONAL")) {
            if (name != null) {
                throw ErrorRow.TEMPLATE_PARAMETER_FORMAT.refused();
            }
        } else if (name == null || name.isEmpty()) {
            throw ErrorRow.INVALID_PARAMETER.because("Parameter name is missing or empty");
        } else if (!variables.contains(name)) {
            throw ErrorRow.TEMPLATE_PARAMETER_FORMAT.refused();
        }
    }

    /** Returns how long it is. What an amount or a time looks like is not for a text's rules. */
    private int value(String type, int index, JsonNode value) {
        if (!value.path("type").asString("text").equals("text")) {
            return 0;
        }
        JsonNode text = value.path("text");
        if (!text.isString()) {
            throw ErrorRow.INVALID_PARAMETER.saying("(#100) Param template['components'][" + position(type) + "]['parameters'][" + index
                    + "]['text'] must be a string.");
        }
        if (SPACED_OUT.matcher(text.stringValue()).find()) {
            throw ErrorRow.TEMPLATE_ISSUE
                    .because("Param text cannot have new-line/tab characters or more than 4 consecutive spaces");
        }
        if (template.category.equals("AUTHENTICATION")) {
            code(type, index, text.stringValue());
        }
        return length(text.stringValue());
    }

    private int position(String type) {
        for (int i = 0; i < given.size(); i++) {
            if (given.get(i).path("type").asString("").equalsIgnoreCase(type)) {
                return i;
            }
        }
        return 0;
    }

    private static void code(String where, int index, String value) {
        if (length(value) > LONGEST_CODE) {
            throw ErrorRow.TEMPLATE_ISSUE
                    .because(where + ": Parameter at index " + index + " exceeds the parameter length limit " + LONGEST_CODE);
        }
    }

    private void buttons() {
        JsonNode buttons = part(template.components, "buttons").path("buttons");
        for (int i = 0; i < buttons.size(); i++) {
            button(buttons.get(i), i);
        }
    }

    private void button(JsonNode button, int index) {
        String type = button.path("type").asString("");
        JsonNode pressed = givenButton(index).orElse(null);
        if (pressed != null) {
            sameKind(type, pressed, index);
        }
        JsonNode value = pressed == null ? MissingNode.getInstance() : pressed.path("parameters").path(0);
        switch (type) {
            case "URL", "OTP" -> {
                if (value.isMissingNode() && (type.equals("OTP") || VARIABLE.matcher(button.path("url").asString("")).find())) {
                    throw needs(index, "Url", "a parameter");
                }
            }
            case "COPY_CODE" -> {
                String code = Json.text(value, "coupon_code");
                if (code == null || code.isEmpty()) {
                    throw needs(index, "copy_code", "a non-empty parameter coupon_code");
                }
                code("button", 0, code);
            }
            default -> {
                // The others go without; what they give is kept and not looked at.
            }
        }
    }

    private Optional<JsonNode> givenButton(int index) {
        return given.valueStream()
                .filter(part -> part.path("type").asString("").equalsIgnoreCase("button"))
                .filter(part -> part.path("index").asString("").equals(Integer.toString(index)))
                .findFirst();
    }

    private static void sameKind(String type, JsonNode pressed, int index) {
        String subType = pressed.path("sub_type").asString("").toLowerCase(Locale.ROOT);
        String name = name(type);
        if (name != null && !subType.isEmpty() && !subType.replace("_", "").equalsIgnoreCase(name)) {
            throw ErrorRow.TEMPLATE_ISSUE.because("buttons: Button at index " + index + " must be of type " + name);
        }
    }

    /** Null for those that a message says nothing about. */
    private static @Nullable String name(String type) {
        return switch (type) {
            case "URL", "OTP" -> "Url";
            case "QUICK_REPLY" -> "QuickReply";
            case "COPY_CODE" -> "CopyCode";
            case "FLOW" -> "Flow";
            default -> null;
        };
    }

    private static Refused needs(int index, String type, String what) {
        return ErrorRow.PARAMETER_MISSING.because("buttons: Button at index " + index + " of type " + type + " requires " + what);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
