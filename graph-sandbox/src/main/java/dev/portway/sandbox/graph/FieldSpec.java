package dev.portway.sandbox.graph;

import dev.portway.sandbox.rules.ErrorRow;
import dev.portway.sandbox.rules.Refused;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One entry of the parameter {@code fields}: {@code name}, {@code name{child,child}}, {@code edge.limit(5){child}}.
 *
 * @param arguments what the dots give, such as {@code limit → 5}
 * @param children empty when all default fields of the child are wanted
 */
public record FieldSpec(String name, Map<String, String> arguments, List<FieldSpec> children) {

    private static final int DEEPEST = 10;

    public FieldSpec {
        arguments = Map.copyOf(arguments);
        children = List.copyOf(children);
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
                int close = text.indexOf(')', at);
                if (close < 0) {
                    throw syntax();
                }
                arguments.put(name, text.substring(at + 1, close));
                at = close + 1;
            }
            return arguments;
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
