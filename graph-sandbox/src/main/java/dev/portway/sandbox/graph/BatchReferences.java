package dev.portway.sandbox.graph;

import dev.portway.sandbox.refusal.ErrorRow;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What one call of a batch takes from another's answer: {@code {result=numbers:$.data.*.id}}. Documented (batch requests page), in JSONPath;
 * several values come with commas between. Modelled of JSONPath: names, places in a list, and all of it.
 */
final class BatchReferences {

    private static final Pattern REFERENCE = Pattern.compile("\\{result=([\\w-]+):\\$([^}]*)}");
    private static final Pattern STEP = Pattern.compile("\\.?([\\w-]+|\\*)|\\[(\\d+|\\*)]");

    private BatchReferences() {}

    /** The names of calls whose answers a text uses. */
    static Set<String> used(String text) {
        return REFERENCE.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static String filled(String text, Map<String, JsonNode> named) {
        return REFERENCE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found, named)));
    }

    private static String value(MatchResult reference, Map<String, JsonNode> named) {
        JsonNode answer = named.get(reference.group(1));
        if (answer == null) {
            throw ErrorRow.INVALID_PARAMETER.saying("(#100) There is no call '" + reference.group(1) + "' before this one in the batch");
        }
        List<JsonNode> at = List.of(answer);
        for (MatchResult step : STEP.matcher(reference.group(2)).results().toList()) {
            String name = step.group(1) == null ? step.group(2) : step.group(1);
            at = at.stream().flatMap(node -> next(node, name)).toList();
        }
        return at.stream().map(node -> node.asString("")).collect(Collectors.joining(","));
    }

    private static Stream<JsonNode> next(JsonNode node, String name) {
        if (name.equals("*")) {
            return node.valueStream();
        }
        JsonNode value = node.isArray() && name.matches("\\d{1,9}") ? node.path(Integer.parseInt(name)) : node.path(name);
        return value.isMissingNode() ? Stream.empty() : Stream.of(value);
    }
}
