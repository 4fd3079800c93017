package dev.portway.api;

import dev.portway.intake.Asked;
import dev.portway.intake.RouteAsked;
import dev.portway.intake.Wrong;
import dev.portway.migration.Action;
import dev.portway.migration.Field;
import dev.portway.problem.Party;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The API as OpenAPI 3.1. Operations are written down in {@link Operation}, schemas are those of the records that are answered with, examples are
 * answers that were really given. Source: OpenAPI Specification 3.1.1, 24 Oct 2024.
 */
final class OpenApi {
    private static final JsonMapper JSON = new JsonMapper();
    /** Anything may be refused with these. */
    private static final List<Wrong> ALWAYS = List.of(Wrong.REQUEST_MALFORMED, Wrong.KEY_MISSING, Wrong.KEY_SCOPE, Wrong.NOT_ACCEPTABLE,
            Wrong.TOO_MANY_REQUESTS,
            Wrong.OUR_FAULT, Wrong.NOT_AVAILABLE);

    /** How long is known only when it happens. */
    private static final Set<Wrong> TOLD_TO_WAIT = Set.of(Wrong.TOO_MANY_REQUESTS, Wrong.CHECKS_NOT_AVAILABLE);
    private static final Map<String, Object> RETRY_AFTER = Map.of("Retry-After", Map.of("description",
            "Seconds until asking again is worth it. Absent where waiting does not help.", "schema",
            Map.of("type", "integer", "minimum", 1)));

    /** Of what is asked. */
    private static final Map<String, String> EXAMPLES = Map.of(Operation.INPUT, "input", Schemas.name(RouteAsked.class), "route",
            Schemas.name(GuestLinkAsked.class), "guestLink", Schemas.name(SetUpAsked.class), "setUp");

    private final Schemas schemas = new Schemas();

    /** The document, as JSON. */
    String document() {
        var paths = new LinkedHashMap<String, Map<String, Object>>();
        Operation.ALL.forEach(operation -> paths.computeIfAbsent(operation.path(), _ -> new LinkedHashMap<>())
                .put(operation.method(), operation(operation)));
        schemas.question(Asked.class);
        schemas.question(RouteAsked.class);
        schemas.question(GuestLinkAsked.class);
        schemas.question(SetUpAsked.class);
        schemas.add(Operation.INPUT, input());
        schemas.add("Problem", problem());
        var document = new LinkedHashMap<String, Object>();
        document.put("openapi", "3.1.1");
        document.put("info", Map.of("title", "Portway", "version", "1", "description",
                "Moves WhatsApp Business numbers between providers. Refusals are problems as RFC 9457 writes them, in the language of Accept-Language.",
                "license", Map.of("name", "Apache 2.0", "identifier", "Apache-2.0")));
        document.put("servers", List.of(Map.of("url", "/")));
        document.put("security", List.of(Map.of("key", List.of())));
        document.put("paths", paths);
        document.put("components", Map.of("schemas", schemas.all(), "securitySchemes", Map.of("key",
                Map.of("type", "http", "scheme", "bearer", "description", "An API key. Its scope is read, write or admin."))));
        return JSON.writeValueAsString(document);
    }

    private Map<String, Object> operation(Operation one) {
        var described = new LinkedHashMap<String, Object>();
        described.put("operationId", one.name());
        described.put("summary", one.summary());
        described.put("description", "Needs a key with the scope `" + one.scope().word() + "`.");
        described.put("parameters", one.parameters().stream().map(OpenApi::parameter).toList());
        if (!one.question().isEmpty()) {
            String example = EXAMPLES.getOrDefault(one.question(), "order");
            described.put("requestBody", Map.of("required", !one.question().equals(Operation.INPUT), "content", Map.of("application/json",
                    Map.of("schema", Schemas.reference(one.question()), "example", example(example)))));
        }
        described.put("responses", responses(one));
        return described;
    }

    private static Map<String, Object> parameter(Operation.Parameter one) {
        return Map.of("name", one.name(), "in", one.in(), "description", one.summary(), "required", one.required(), "schema", one.schema());
    }

    private Map<String, Object> responses(Operation one) {
        var responses = new TreeMap<String, Object>();
        var content = new TreeMap<String, Object>();
        if (one.answer() == byte[].class) {
            content.put("application/zip", Map.of("schema", Map.of("type", "string", "format", "binary", "description", "A ZIP archive.")));
        } else {
            content.put("application/json", Map.of("schema", schemas.answer(one.answer()), "example", example(one.name())));
        }
        if (one.path().endsWith("/events")) {
            content.put("text/event-stream", Map.of("schema", Map.of("type", "string", "description", "Each `data` is one Event.")));
        }
        boolean waits = one.refusals().contains(Wrong.CHECKS_NOT_AVAILABLE);
        responses.put(String.valueOf(one.status()),
                Map.of("description", "Done.", "content", content, "headers", waits ? RETRY_AFTER : Map.of()));
        Stream.concat(ALWAYS.stream(), one.refusals().stream())
                .collect(Collectors.groupingBy(Wrong::status))
                .forEach((status, wrongs) -> responses.put(String.valueOf(status), refusal(wrongs)));
        return responses;
    }

    private static Map<String, Object> refusal(List<Wrong> wrongs) {
        String codes = wrongs.stream().map(Wrong::code).sorted().collect(Collectors.joining(", "));
        Wrong first = wrongs.getFirst();
        boolean waits = wrongs.stream().anyMatch(wrong -> wrong.pause().isPositive() || TOLD_TO_WAIT.contains(wrong));
        return Map.of("description", "Refused: " + codes, "headers", waits ? RETRY_AFTER : Map.of(), "content",
                Map.of("application/problem+json", Map.of("schema", Schemas.reference("Problem"), "example",
                        Map.of("type", ProblemText.TYPES + first.code(), "title", "What it is", "status", first.status(), "detail",
                                "What it is this time.", "code", first.code(), "trace", "4bf92f3577b34da6a3ce929d0e0e4736", "owner",
                                "provider", "ownerText", "you"))));
    }

    private static Map<String, Object> problem() {
        Map<String, Object> text = Map.of("type", "string");
        return Map.of("type", "object", "required", List.of("type", "title", "status", "detail", "code", "trace", "owner", "ownerText"),
                "properties",
                Map.of("type", Map.of("type", "string", "format", "uri-reference"), "title", text, "status", Map.of("type", "integer"),
                        "detail", text, "code", Map.of("type", "string", "enum", Arrays.stream(Wrong.values()).map(Wrong::code).toList()),
                        "trace", Map.of("type", "string", "pattern", "^[0-9a-f]{32}$", "description", "Finds the request in the log."),
                        "remedy", told("What helps, where the detail does not say it."), "owner",
                        Map.of("type", "string", "enum", Arrays.stream(Party.values()).map(Party::word).toList(), "description",
                                "Whose move it is."),
                        "ownerText",
                        told("The owner in the caller's language."), "retryAfterSeconds",
                        Map.of("type", "integer", "description",
                                "When asking again is worth it, where waiting helps. The header Retry-After says the same.")));
    }

    private static Map<String, Object> told(String description) {
        return Map.of("type", "string", "description", description);
    }

    /** One of the actions' inputs, each a schema of its own. */
    private Map<String, Object> input() {
        Arrays.stream(Action.values()).forEach(action -> schemas.add("Input-" + action.word(), input(action)));
        return Map.of("anyOf", Arrays.stream(Action.values()).map(action -> Schemas.reference("Input-" + action.word())).toList());
    }

    private static Map<String, Object> input(Action action) {
        var properties = new LinkedHashMap<String, Object>();
        action.fields().forEach(field -> properties.put(field.name(), field(field)));
        List<String> required = action.fields().stream().filter(Field::required).map(Field::name).toList();
        return Map.of("type", "object", "properties", properties, "required", required, "additionalProperties", false);
    }

    private static Map<String, Object> field(Field field) {
        var schema = new LinkedHashMap<String, Object>(Map.of("type", "string"));
        if (!field.oneOf().isEmpty()) {
            schema.put("enum", field.oneOf());
        }
        field.pattern().ifPresent(pattern -> schema.put("pattern", "^" + pattern + "$"));
        if (field.form() == Field.Form.INSTANT) {
            schema.put("format", "date-time");
        }
        return schema;
    }

    private static JsonNode example(String name) {
        try (InputStream file = OpenApi.class.getResourceAsStream("/openapi/" + name + ".json")) {
            return file == null ? JSON.nullNode() : JSON.readTree(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
