package dev.portway.sandbox.graph;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.rules.ErrorRow;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** The parameter {@code filtering}: {@code [{"field":"account_mode","operator":"EQUAL","value":"LIVE"}]}. */
final class Filtering {

    private final JsonNode conditions;

    /** Refused when it asks for a field that cannot be filtered by. */
    Filtering(Params params, String... allowed) {
        conditions = params.tree("filtering").orElse(Json.array());
        List<String> fields = List.of(allowed);
        if (!conditions.isArray()) {
            throw ErrorRow.INVALID_PARAMETER.saying("(#100) Param filtering must be an array.");
        }
        for (JsonNode condition : conditions) {
            if (!fields.contains(condition.path("field").asString(""))) {
                throw ErrorRow.INVALID_PARAMETER
                        .saying("(#100) Filtering field '" + condition.path("field").asString("") + "' is invalid.");
            }
        }
    }

    <T> Predicate<T> over(Function<T, JsonNode> show) {
        return node -> conditions.isEmpty() || holds(show.apply(node));
    }

    private boolean holds(JsonNode shown) {
        for (JsonNode condition : conditions) {
            String actual = shown.path(condition.path("field").asString("")).asString("");
            boolean equal = values(condition.path("value")).contains(actual);
            boolean wantsEqual = !condition.path("operator").asString("EQUAL").startsWith("NOT");
            if (equal != wantsEqual) {
                return false;
            }
        }
        return true;
    }

    private static List<String> values(JsonNode value) {
        return value.isArray() ? value.valueStream().map(JsonNode::asString).toList() : List.of(value.asString(""));
    }
}
