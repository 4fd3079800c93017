package dev.portway.sandbox.wire;

import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.refusal.Refused;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One entry of the parameter {@code fields}: {@code name}, {@code name{child,child}}, {@code edge.limit(5){child}}.
 *
 * @param arguments what the dots give, such as {@code limit → 5}
 * @param children empty when all default fields of the child are wanted
 */
public record FieldSpec(String name, Map<String, String> arguments, List<FieldSpec> children) {

    /** The argument that gives a field another name in the answer. */
    static final String ALIAS = "as";

    private static final int DEEPEST = 10;

    public FieldSpec {
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
        children = List.copyOf(children);
    }

    /** The name in the answer: {@code .as(other)} gives another. */
    String shownAs() {
        return arguments.getOrDefault(ALIAS, name);
    }

    /** As it was asked for, so that a link to the next page can ask the same. */
    String written() {
        StringBuilder text = new StringBuilder(name);
        arguments.forEach((argument, value) -> text.append('.').append(argument).append('(').append(value).append(')'));
        return children.isEmpty() ? text.toString() : text.append('{').append(written(children)).append('}').toString();
    }

    static String written(List<FieldSpec> specs) {
        return specs.stream().map(FieldSpec::written).collect(Collectors.joining(","));
    }

    public static List<FieldSpec> parse(String fields) {
        Reader reader = new Reader(fields);
        List<FieldSpec> all = reader.list(0);
        if (!reader.atEnd()) {
            throw reader.syntax();
        }
        return all;
    }

    private static final class Reader {

        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        boolean atEnd() {
            return at >= text.length();
        }

        /** Observed: Graph's words for a {@code fields} parameter it cannot read. */
        Refused syntax() {
            return ErrorRow.UNKNOWN_PATH.saying("Syntax error \"Expected end of string instead of \"" + (atEnd() ? "" : text.charAt(at))
                    + "\".\" at character " + at + ": " + text.substring(0, Math.min(text.length(), 200)));
        }

        List<FieldSpec> list(int depth) {
            List<FieldSpec> specs = new ArrayList<>();
            if (depth > DEEPEST) {
                throw syntax();
            }
            while (!atEnd() && text.charAt(at) != '}') {
                String name = word();
                if (name.isEmpty()) {
                    throw syntax();
                }
                specs.add(new FieldSpec(name, arguments(), children(depth)));
                if (!atEnd() && text.charAt(at) == ',') {
                    at++;
                }
            }
            return specs;
        }

        private List<FieldSpec> children(int depth) {
            if (atEnd() || text.charAt(at) != '{') {
                return List.of();
            }
            at++;
            List<FieldSpec> children = list(depth + 1);
            if (atEnd()) {
                throw syntax();
            }
            at++;
            return children;
        }

        private Map<String, String> arguments() {
            Map<String, String> arguments = new LinkedHashMap<>();
            while (!atEnd() && text.charAt(at) == '.') {
                at++;
                String name = word();
                if (atEnd() || text.charAt(at) != '(') {
                    throw syntax();
                }
                int close = closing();
                arguments.put(name, text.substring(at + 1, close));
                at = close + 1;
            }
            return arguments;
        }

        /** The bracket that closes the one we stand at; those inside, as of a filter in JSON, come in pairs. */
        private int closing() {
            int depth = 0;
            for (int i = at; i < text.length(); i++) {
                if (text.charAt(i) == '(') {
                    depth++;
                } else if (text.charAt(i) == ')' && --depth == 0) {
                    return i;
                }
            }
            throw syntax();
        }

        private String word() {
            while (!atEnd() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            int start = at;
            while (!atEnd() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
                at++;
            }
            String word = text.substring(start, at);
            while (!atEnd() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            return word;
        }
    }
}
