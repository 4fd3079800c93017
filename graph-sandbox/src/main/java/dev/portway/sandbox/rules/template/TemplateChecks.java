package dev.portway.sandbox.rules.template;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.refusal.Refused;
import dev.portway.sandbox.switches.Switch;
import dev.portway.sandbox.world.World;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * What a template may be made of. Documented (template components, 21 Nov 2025; overview, 5 Dec 2025; error page, Jan 2026): one body, which
 * alone is needed; lengths; variables by number or by name, each with an example; what may stand in a header.
 */
final class TemplateChecks {

    private static final List<String> TYPES = List.of("HEADER", "BODY", "FOOTER", "BUTTONS", "CAROUSEL", "LIMITED_TIME_OFFER",
            "CALL_PERMISSION_REQUEST");
    private static final List<String> FORMATS = List.of("TEXT", "IMAGE", "VIDEO", "GIF", "DOCUMENT", "LOCATION", "PRODUCT");
    private static final Set<String> MEDIA = Set.of("IMAGE", "VIDEO", "GIF", "DOCUMENT");
    private static final int LONGEST_HEADER = 60;
    private static final int LONGEST_BODY = 1024;
    private static final int LONGEST_FOOTER = 60;
    private static final int MOST_SPACES = 4;

    private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*}}");
    private static final Pattern DRESSED = Pattern.compile("[\\n\\r\\t*`]|(^|\\W)_[^_]+_(\\W|$)|~[^~]+~");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private final World world;
    private final Uploads uploads;

    TemplateChecks(World world, Uploads uploads) {
        this.world = world;
        this.uploads = uploads;
    }

    /** Components in upper-case words, which no call but this one has looked at. */
    void check(ArrayNode components, String category, boolean named) {
        Set<String> seen = new HashSet<>();
        for (JsonNode component : components) {
            String type = component.path("type").asString("");
            if (!TYPES.contains(type)) {
                throw ErrorRow.INVALID_PARAMETER.saying("(#100) Param components['type'] must be one of {" + String.join(", ", TYPES)
                        + "} - got \"" + type + "\".");
            }
            if (!seen.add(type)) {
                throw ErrorRow.INVALID_PARAMETER.saying("(#100) A message template has one component of type " + type);
            }
            switch (type) {
                case "HEADER" -> header(component, category, named);
                case "BODY" -> body(component, named);
                case "FOOTER" -> footer(component);
                case "BUTTONS" -> TemplateButtons.check(component.path("buttons"));
                default -> {
                    // Of a carousel, an offer and a question for permission the insides are kept and not looked at.
                }
            }
        }
        if (!seen.contains("BODY")) {
            throw ErrorRow.TEMPLATE_FIELD_MISSING.telling("component of type BODY is missing");
        }
    }

    private void header(JsonNode header, String category, boolean named) {
        String format = header.path("format").asString("");
        if (!FORMATS.contains(format) || (format.equals("LOCATION") && category.equals("AUTHENTICATION"))) {
            throw ErrorRow.TEMPLATE_HEADER_FORMAT.refused();
        }
        if (format.equals("TEXT")) {
            String text = text(header, "HEADER", LONGEST_HEADER);
            Set<String> variables = variables(text, named, ErrorRow.TEMPLATE_HEADER_FORMAT);
            if (variables.size() > 1) {
                throw ErrorRow.TEMPLATE_HEADER_FORMAT.refused();
            }
            if (isDressed(VARIABLE.matcher(text).replaceAll(""))) {
                // Observed: these words, there with the subcode of the body.
                throw ErrorRow.TEMPLATE_HEADER_FORMAT
                        .telling("The message header can't have any new lines, formatting characters, emojis or asterisks.");
            }
            examples(header, "header_text", variables, named);
        }
        if (MEDIA.contains(format)) {
            String handle = header.path("example").path("header_handle").path(0).asString("");
            if (handle.isEmpty()) {
                throw missing("HEADER", "example");
            }
            uploads.check(handle);
        }
    }

    /** Documented: a header has no new lines, formatting characters, asterisks or emojis. Assumed: that an underscore or tilde formats only in pairs. */
    private static boolean isDressed(String text) {
        return DRESSED.matcher(text).find() || text.codePoints().anyMatch(Character::isExtendedPictographic);
    }

    private void body(JsonNode body, boolean named) {
        String text = text(body, "BODY", LONGEST_BODY);
        if (isSpacedOut(text)) {
            throw ErrorRow.TEMPLATE_BODY_FORMAT.refused();
        }
        Set<String> variables = variables(text, named, ErrorRow.TEMPLATE_BODY_FORMAT);
        if (variables.isEmpty()) {
            return;
        }
        String marked = VARIABLE.matcher(text).replaceAll("\u0000").strip();
        if (atAnEnd(marked)) {
            throw ErrorRow.TEMPLATE_VARIABLE_AT_END.refused();
        }
        long words = WORD.matcher(marked).results().count();
        if (words < (long) variables.size() * world.switches.number(Switch.TEMPLATE_WORDS_PER_VARIABLE)) {
            throw ErrorRow.TEMPLATE_TOO_MANY_VARIABLES.refused();
        }
        examples(body, "body_text", variables, named);
    }

    /** Observed: no tabs, and at most four spaces in a row. How many line breaks is not said, see the switch. */
    private boolean isSpacedOut(String text) {
        int lines = world.switches.number(Switch.TEMPLATE_LINES_APART);
        return text.contains("\t") || text.contains(" ".repeat(MOST_SPACES + 1)) || text.replace("\r", "").contains("\n".repeat(lines + 1));
    }

    /** Documented: neither first nor last. Whether a full stop after it counts as text is not said, see the switch. */
    private boolean atAnEnd(String marked) {
        String bare = world.switches.is(Switch.TEMPLATE_PUNCTUATION_AT_END, "counts")
                ? marked
                : marked.replaceAll("^[^\\p{L}\\p{N}\u0000]+|[^\\p{L}\\p{N}\u0000]+$", "");
        return bare.startsWith("\u0000") || bare.endsWith("\u0000");
    }

    private static void footer(JsonNode footer) {
        if (VARIABLE.matcher(text(footer, "FOOTER", LONGEST_FOOTER)).find()) {
            throw ErrorRow.TEMPLATE_FOOTER_FORMAT.refused();
        }
    }

    private static String text(JsonNode component, String type, int most) {
        String text = Optional.ofNullable(Json.text(component, "text"))
                .filter(it -> !it.isBlank())
                .orElseThrow(() -> missing(type, "text"));
        tooLong(text, most, type);
        return text;
    }

    static void tooLong(String text, int most, String what) {
        if (text.codePointCount(0, text.length()) > most) {
            throw ErrorRow.TEMPLATE_TEXT_TOO_LONG.telling(what + " has more than " + most + " characters.");
        }
    }

    /** Observed: title and text. */
    static Refused missing(String type, String field) {
        return ErrorRow.TEMPLATE_FIELD_MISSING.telling("component of type " + type + " is missing expected field(s) (" + field + ")");
    }

    /** Documented: numbers from 1 on without gaps, or names in lower case with underscores, each once. */
    private static Set<String> variables(String text, boolean named, ErrorRow wrong) {
        List<String> all = VARIABLE.matcher(text).results().map(found -> found.group(1)).toList();
        Set<String> each = new HashSet<>(all);
        for (int i = 1; i <= each.size() && !named; i++) {
            if (!each.contains(Integer.toString(i))) {
                throw wrong.refused();
            }
        }
        if (named && (each.size() < all.size() || !each.stream().allMatch(name -> name.matches("[a-z_][a-z0-9_]*")))) {
            throw wrong.refused();
        }
        return each;
    }

    private void examples(JsonNode component, String key, Set<String> variables, boolean named) {
        if (variables.isEmpty()) {
            return;
        }
        JsonNode example = component.path("example");
        boolean given = named
                ? names(example.path(key + "_named_params")).containsAll(variables)
                : values(example.path(key)) == variables.size();
        if (!given) {
            throw missing(component.path("type").asString(""), "example");
        }
    }

    private static Set<String> names(JsonNode named) {
        Set<String> names = new HashSet<>();
        named.forEach(each -> {
            if (!each.path("example").asString("").isEmpty()) {
                names.add(each.path("param_name").asString(""));
            }
        });
        return names;
    }

    /** A list of lists; a plain list is in the syntax of the page, and was seen to be refused for more than one variable. */
    private int values(JsonNode list) {
        boolean plain = list.path(0).isValueNode();
        return plain && list.size() > 1 && world.switches.is(Switch.TEMPLATE_PLAIN_EXAMPLES, "one-only")
                ? 0
                : plain ? list.size() : list.path(0).size();
    }
}
