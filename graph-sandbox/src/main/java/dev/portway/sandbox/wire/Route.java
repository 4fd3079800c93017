package dev.portway.sandbox.wire;

import tools.jackson.databind.JsonNode;

/**
 * One call of the table.
 *
 * @param edge what follows the node's id, or empty for the node itself
 */
public record Route<T>(String method, String edge, CallName call, Handler<T> handler) {

    /** Carries a call out on a node. */
    @FunctionalInterface
    public interface Handler<T> {
        JsonNode answer(T node, Ask ask);
    }
}
