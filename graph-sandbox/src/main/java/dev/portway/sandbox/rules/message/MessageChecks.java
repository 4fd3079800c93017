package dev.portway.sandbox.rules.message;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.refusal.Refused;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What a message may hold. Documented (text, media, interactive reply buttons, interactive lists, 2025 and 2026): the lengths and numbers.
 * Observed, in answers that people published: the words for a text that is too long, for the number of buttons, the length of their titles and the
 * number of rows. Assumed: that the others are worded like these.
 */
final class MessageChecks {

    private static final int LONGEST_TEXT = 4096;
    private static final int LONGEST_CAPTION = 1024;
    private static final int LONGEST_BODY = 1024;
    /** Header, footer. */
    private static final int LONGEST_EDGE = 60;
    private static final int MOST_BUTTONS = 3;
    private static final int LONGEST_BUTTON = 20;
    private static final int LONGEST_BUTTON_ID = 256;
    private static final int MOST_SECTIONS = 10;
    private static final int MOST_ROWS = 10;
    /** Of a section and of a row. */
    private static final int LONGEST_TITLE = 24;
    private static final int LONGEST_DESCRIPTION = 72;
    private static final int LONGEST_ROW_ID = 200;

    private MessageChecks() {}

    static void check(String type, JsonNode content) {
        switch (type) {
            case "text" -> text(content);
            case "interactive" -> interactive(content);
            case "image", "video", "audio", "document", "sticker" -> file(type, content);
            default -> {
                // Templates are looked at where they are found; of the others the insides are kept and not looked at.
            }
        }
    }

    private static void text(JsonNode text) {
        if (said(text, "body").isBlank()) {
            throw ErrorRow.INVALID_PARAMETER.saying("(#100) The parameter text['body'] is required.");
        }
        atMost(text, "text", "body", LONGEST_TEXT);
    }

    private static void file(String type, JsonNode file) {
        atMost(file, type, "caption", LONGEST_CAPTION);
        String link = Json.text(file, "link");
        if (link != null && !isAddress(link)) {
            throw ErrorRow.INVALID_PARAMETER.saying("(#100) Param " + type + "['link'] is not a valid URI.");
        }
    }

    private static void atMost(JsonNode content, String type, String field, int most) {
        if (length(said(content, field)) > most) {
            throw ErrorRow.INVALID_PARAMETER
                    .saying("(#100) Param " + type + "['" + field + "'] must be at most " + most + " characters long.");
        }
    }

    private static boolean isAddress(String link) {
        return link.matches("(?i)https?://[^\\s/]+\\S*");
    }

    /** The kinds that are not looked at here have neither buttons nor rows. */
    private static void interactive(JsonNode message) {
        JsonNode header = message.path("header");
        if (said(header, "type").equals("text")) {
            between("Header text", said(header, "text"), LONGEST_EDGE);
        }
        if (message.has("footer")) {
            between("Footer text", said(message.path("footer"), "text"), LONGEST_EDGE);
        }
        String type = said(message, "type");
        JsonNode action = message.path("action");
        switch (type) {
            case "button" -> {
                between("Body text", said(message.path("body"), "text"), LONGEST_BODY);
                buttons(action.path("buttons"));
            }
            case "list" -> {
                between("Body text", said(message.path("body"), "text"), LONGEST_TEXT);
                between("Button title", said(action, "button"), LONGEST_BUTTON);
                sections(action.path("sections"));
            }
            case "cta_url" -> {
                between("Body text", said(message.path("body"), "text"), LONGEST_BODY);
                link(action.path("parameters"));
            }
            case "" -> throw ErrorRow.INVALID_PARAMETER.saying("(#100) The parameter interactive['type'] is required.");
            default -> {
                // Products, flows, requests for a place: kept and not looked at.
            }
        }
    }

    private static void link(JsonNode parameters) {
        between("Button title", said(parameters, "display_text"), LONGEST_BUTTON);
        if (!isAddress(said(parameters, "url"))) {
            throw invalid("The url of the button is not valid");
        }
    }

    private static void buttons(JsonNode buttons) {
        if (buttons.isEmpty() || buttons.size() > MOST_BUTTONS) {
            throw invalid("Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: " + MOST_BUTTONS);
        }
        Set<String> ids = new HashSet<>();
        for (JsonNode button : buttons) {
            JsonNode reply = button.path("reply");
            between("Button title", said(reply, "title"), LONGEST_BUTTON);
            between("Button id", said(reply, "id"), LONGEST_BUTTON_ID);
            if (!ids.add(said(reply, "id"))) {
                throw invalid("Button ids are not unique");
            }
        }
    }

    private static void sections(JsonNode sections) {
        if (sections.isEmpty() || sections.size() > MOST_SECTIONS) {
            throw invalid("Invalid sections count. Min allowed sections: 1, Max allowed sections: " + MOST_SECTIONS);
        }
        Set<String> ids = new HashSet<>();
        int rows = 0;
        for (JsonNode section : sections) {
            if (sections.size() > 1 || section.has("title")) {
                between("Section title", said(section, "title"), LONGEST_TITLE);
            }
            section.path("rows").forEach(row -> row(row, ids));
            rows += section.path("rows").size();
        }
        if (rows > MOST_ROWS) {
            throw invalid("Total row count exceed max allowed count: " + MOST_ROWS);
        }
        if (rows == 0) {
            throw invalid("A list has at least one row");
        }
    }

    private static void row(JsonNode row, Set<String> ids) {
        between("Row title", said(row, "title"), LONGEST_TITLE);
        between("Row id", said(row, "id"), LONGEST_ROW_ID);
        if (row.has("description")) {
            between("Row description", said(row, "description"), LONGEST_DESCRIPTION);
        }
        if (!ids.add(said(row, "id"))) {
            throw invalid("Row ids are not unique");
        }
    }

    private static void between(String what, String text, int most) {
        if (text.isEmpty() || length(text) > most) {
            throw invalid(what + " length invalid. Min length: 1, Max length: " + most);
        }
    }

    private static String said(JsonNode node, String field) {
        return Optional.ofNullable(Json.text(node, field)).orElse("");
    }

    /** Observed: in characters, not bytes. */
    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static Refused invalid(String details) {
        return ErrorRow.PARAMETER_INVALID.because(details);
    }
}
