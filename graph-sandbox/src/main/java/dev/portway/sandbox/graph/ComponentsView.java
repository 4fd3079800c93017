package dev.portway.sandbox.graph;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A template's components as they are read. */
final class ComponentsView {

    private ComponentsView() {}

    /** As they were written, but a button's example, which may be written as one text, is a list. Observed: restfb reads nothing else. */
    static ArrayNode of(ArrayNode written) {
        ArrayNode shown = written.deepCopy();
        shown.forEach(component -> component.path("buttons").forEach(ComponentsView::listExample));
        return shown;
    }

    private static void listExample(JsonNode button) {
        if (button instanceof ObjectNode object && object.path("example").isString()) {
            String example = object.path("example").stringValue();
            object.putArray("example").add(example);
        }
    }
}
