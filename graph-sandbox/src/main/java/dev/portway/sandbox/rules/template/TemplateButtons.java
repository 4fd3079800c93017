package dev.portway.sandbox.rules.template;

import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.refusal.Refused;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The buttons of a template. Documented (template components, 21 Nov 2025): ten in all, of some kinds fewer; lengths; a variable only at the end
 * of an address, with an example; quick replies and others each together. Assumed: the error of a wrong number or order.
 */
final class TemplateButtons {

    private static final int MOST = 10;
    private static final Map<String, Integer> MOST_OF = Map.of("QUICK_REPLY", 10, "URL", 2, "PHONE_NUMBER", 1, "COPY_CODE", 1);
    private static final int LONGEST_TEXT = 25;
    private static final int LONGEST_NUMBER = 20;
    private static final int LONGEST_URL = 2000;
    private static final int LONGEST_CODE = 15;

    private TemplateButtons() {}

    static void check(JsonNode buttons) {
        if (!buttons.isArray() || buttons.isEmpty()) {
            throw TemplateChecks.missing("BUTTONS", "buttons");
        }
        List<String> types = buttons.valueStream().map(each -> each.path("type").asString("")).toList();
        if (types.contains("OTP")) {
            throw combination("OTP buttons are for authentication templates");
        }
        if (types.size() > MOST) {
            throw combination("at most " + MOST + " buttons");
        }
        MOST_OF.forEach((type, most) -> {
            if (types.stream().filter(type::equals).count() > most) {
                throw combination("at most " + most + " of type " + type);
            }
        });
        if (turns(types) > 1) {
            throw combination("quick replies stand together, before or after the others");
        }
        buttons.forEach(TemplateButtons::one);
    }

    /** How often quick replies and others take turns. */
    private static int turns(List<String> types) {
        int turns = 0;
        for (int i = 1; i < types.size(); i++) {
            if (types.get(i).equals("QUICK_REPLY") != types.get(i - 1).equals("QUICK_REPLY")) {
                turns++;
            }
        }
        return turns;
    }

    static Refused combination(String why) {
        return ErrorRow.INVALID_PARAMETER.saying("(#100) Invalid buttons: " + why);
    }

    private static void one(JsonNode button) {
        String type = button.path("type").asString("");
        if (List.of("QUICK_REPLY", "URL", "PHONE_NUMBER").contains(type)) {
            TemplateChecks.tooLong(needed(button, "text"), LONGEST_TEXT, "A button's text");
        }
        switch (type) {
            case "URL" -> address(button);
            case "PHONE_NUMBER" -> TemplateChecks.tooLong(needed(button, "phone_number"), LONGEST_NUMBER, "A button's phone number");
            case "COPY_CODE" -> TemplateChecks.tooLong(code(button), LONGEST_CODE, "A button's code");
            default -> {
                // The other kinds are kept and not looked at.
            }
        }
    }

    /** As text, or as a list of one. */
    private static String code(JsonNode button) {
        JsonNode example = button.path("example");
        String code = (example.isArray() ? example.path(0) : example).asString("");
        if (code.isEmpty()) {
            throw TemplateChecks.missing("BUTTONS", "example");
        }
        return code;
    }

    private static void address(JsonNode button) {
        String url = needed(button, "url");
        TemplateChecks.tooLong(url, LONGEST_URL, "A button's URL");
        int at = url.indexOf("{{");
        if (at >= 0 && !url.substring(at).matches("\\{\\{\\s*\\w+\\s*}}")) {
            throw combination("a URL has one variable, at its end");
        }
        if (at >= 0) {
            code(button);
        }
    }

    private static String needed(JsonNode button, String field) {
        String value = button.path(field).asString("");
        if (value.isBlank()) {
            throw TemplateChecks.missing("BUTTONS", field);
        }
        return value;
    }
}
