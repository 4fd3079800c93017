package dev.portway.console;

import dev.portway.intake.Rejected;
import dev.portway.intake.Wrong;
import dev.portway.migration.MigrationId;
import java.util.Map;

/**
 * What is wrong with one field of a form.
 *
 * @param field of the form
 * @param code of the problem, as in the bundles under {@code refused.}
 * @param blanks for its text
 * @param migration the one that stands in the way; empty when none does
 */
record Refusal(String field, String code, Map<String, Object> blanks, String migration) {
    private static final String TERMS = "terms.";

    /** The names the API uses for what the form calls otherwise. */
    private static final Map<String, String> FIELDS = Map.of("numbers", "number", "from.waba", "from", "from.access", "access", "to.waba",
            "to", "window.opens", "opens", "window.closes", "closes", "code.method", "method", "code.language", "language");

    static Refusal of(Rejected rejected) {
        return new Refusal(field(rejected), rejected.wrong().code(), rejected.about(), "");
    }

    static Refusal busy(MigrationId by) {
        return new Refusal("number", Wrong.NUMBER_BUSY.code(), Map.of(), by.value());
    }

    private static String field(Rejected rejected) {
        return switch (rejected.wrong()) {
            case SAME_WABA -> "to";
            case WINDOW_IMPOSSIBLE, WINDOW_OVER -> "closes";
            default -> {
                String named = String.valueOf(rejected.about().getOrDefault("field", "number"));
                yield FIELDS.getOrDefault(named, named);
            }
        };
    }

    boolean isAt(String name) {
        return field.equals(name);
    }

    /** What the form calls it. */
    String label(Page page) {
        return page.say(field.startsWith(TERMS) ? "field." + field.substring(TERMS.length()) : "new." + field);
    }

    /** The text's key: one for this field where there is one, or one for all. */
    String key(Page page) {
        String own = "refused." + code + "." + field;
        return page.words().has(own) ? own : "refused." + code;
    }
}
