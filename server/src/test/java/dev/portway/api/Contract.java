package dev.portway.api;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The document at {@code /openapi}, held against every answer that a test gets. */
final class Contract {
    static final JsonNode DOCUMENT = new JsonMapper().readTree(new OpenApi().document());
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Map<JsonNode, Schema> KNOWN = new ConcurrentHashMap<>();

    private Contract() {}

    /** What does not fit; empty when all does. */
    static List<Error> misfits(JsonNode schema, JsonNode value) {
        return KNOWN.computeIfAbsent(schema, Contract::whole).validate(value);
    }

    private static Schema whole(JsonNode schema) {
        var whole = new JsonMapper().createObjectNode().put("$schema", "https://json-schema.org/draft/2020-12/schema");
        whole.set("allOf", new JsonMapper().createArrayNode().add(schema));
        whole.set("components", DOCUMENT.path("components"));
        return SCHEMAS.getSchema(whole);
    }

    /** Every answer of the API is documented, with its status, its media type and its fields. */
    static void holds(String method, String path, Asking.Answer answer) {
        String bare = path.replaceFirst("\\?.*", "");
        DOCUMENT.path("paths")
                .properties()
                .stream()
                .filter(one -> bare.matches(one.getKey().replaceAll("\\{\\w+}", "[^/]+")))
                .map(one -> one.getValue().path(method.toLowerCase(Locale.ROOT)))
                .filter(JsonNode::isObject)
                .findFirst()
                .ifPresent(operation -> holds(operation, answer));
    }

    private static void holds(JsonNode operation, Asking.Answer answer) {
        String type = answer.header("Content-Type").replaceFirst(";.*", "");
        JsonNode told = operation.path("responses").path(String.valueOf(answer.status())).path("content").path(type);
        if (told.isMissingNode()) {
            throw new AssertionError(operation.path("operationId") + " is not documented to answer " + answer.status() + " as " + type);
        }
        if (type.endsWith("json")) {
            List<Error> misfits = misfits(told.path("schema"), answer.json());
            if (!misfits.isEmpty()) {
                throw new AssertionError(
                        operation.path("operationId") + " does not answer as documented: " + misfits + "\n" + answer.body());
            }
        }
    }
}
