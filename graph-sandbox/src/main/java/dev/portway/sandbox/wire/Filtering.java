package dev.portway.sandbox.wire;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.refusal.ErrorRow;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** The parameter {@code filtering}: {@code [{"field":"account_mode","operator":"EQUAL","value":"LIVE"}]}. */
public final class Filtering {

    private static final List<String> OPERATORS = List.of("EQUAL", "NOT_EQUAL", "IN", "NOT_IN", "CONTAIN", "NOT_CONTAIN", "GREATER_THAN",
            "GREATER_THAN_OR_EQUAL", "LESS_THAN", "LESS_THAN_OR_EQUAL");

    private final JsonNode conditions;

    /** Refused when it asks for a field that cannot be filtered by. */
    public Filtering(Params params, String... allowed) {
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
            if (!OPERATORS.contains(condition.path("operator").asString("EQUAL"))) {
                throw ErrorRow.INVALID_PARAMETER
                        .saying("(#100) Param filtering[operator] must be one of {" + String.join(", ", OPERATORS) + "}");
            }
        }
    }

    public <T> Predicate<T> over(Function<T, JsonNode> show) {
        return node -> conditions.isEmpty() || holds(show.apply(node));
    }

    private boolean holds(JsonNode shown) {
        for (JsonNode condition : conditions) {
            String actual = shown.path(condition.path("field").asString("")).asString("");
            if (!holds(actual, condition.path("operator").asString("EQUAL"), condition.path("value"))) {
                return false;
            }
        }
        return true;
    }

    /** Documented: the operators of Graph's filters; numbers are compared as numbers. */
    private static boolean holds(String actual, String operator, JsonNode value) {
        return switch (operator) {
            case "NOT_EQUAL", "NOT_IN" -> !values(value).contains(actual);
            case "CONTAIN" -> actual.contains(value.asString(""));
            case "NOT_CONTAIN" -> !actual.contains(value.asString(""));
            case "GREATER_THAN" -> number(actual) > number(value.asString(""));
            case "GREATER_THAN_OR_EQUAL" -> number(actual) >= number(value.asString(""));
            case "LESS_THAN" -> number(actual) < number(value.asString(""));
            case "LESS_THAN_OR_EQUAL" -> number(actual) <= number(value.asString(""));
            default -> values(value).contains(actual);
        };
    }

    private static long number(String text) {
        return text.matches("-?\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    private static List<String> values(JsonNode value) {
        return value.isArray() ? value.valueStream().map(JsonNode::asString).toList() : List.of(value.asString(""));
    }
}
