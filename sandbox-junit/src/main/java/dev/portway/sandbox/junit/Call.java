package dev.portway.sandbox.junit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One call that reached Graph.
 *
 * @param no counts from 1 in each world
 * @param name such as {@code register}, as faults know it
 * @param status of HTTP; 0 when no answer was given
 * @param effect whether it changed anything
 * @param number what it was about, as {@code +} and digits, or null
 * @param error code and subcode of the refusal, such as {@code 100/2388001}, or null
 * @param fault the id of the fault that struck it, or null
 */
public record Call(long no, Instant at, String name, String method, String path, int status, boolean effect, @Nullable String number,
        @Nullable String error, @Nullable String fault) {

    static Call of(JsonNode node) {
        return new Call(node.path("no").asLong(), Instant.parse(node.path("at").asString()), node.path("call").asString(),
                node.path("method").asString(), node.path("path").asString(), node.path("status").asInt(),
                node.path("effect").asBoolean(false), text(node, "number"), text(node, "error"), text(node, "fault"));
    }

    private static @Nullable String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isString() ? value.stringValue() : null;
    }
}
