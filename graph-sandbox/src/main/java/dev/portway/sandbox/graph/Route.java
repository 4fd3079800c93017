package dev.portway.sandbox.graph;

import tools.jackson.databind.JsonNode;

/**
 * One call of the table.
 *
 * @param edge what follows the node's id, or empty for the node itself
 */
record Route<T>(String method, String edge, CallName call, Handler<T> handler) {

    /** Carries a call out on a node. */
    @FunctionalInterface
    interface Handler<T> {
        JsonNode answer(T node, Ask ask);
    }
}
