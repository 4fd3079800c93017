package dev.portway.sandbox.calls;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A template's components as they are read. */
final class ComponentsView {

    private ComponentsView() {}

    /** As they were written, but a button's example, which may be written as one text, is a list. Observed: restfb reads nothing else. */
    static ArrayNode of(ArrayNode written) {
        ArrayNode shown = written.deepCopy();
        shown.forEach(component -> {
            component.path("buttons").forEach(ComponentsView::listExample);
            if (component.path("example").path("header_handle") instanceof ArrayNode handles && !handles.isEmpty()) {
                handles.set(0, Views.text(address(handles.get(0).asString(""))));
            }
        });
        return shown;
    }

    /** Observed: where a handle was written, the address of the file is read. */
    static String address(String handle) {
        return handle.startsWith("http") ? handle : "https://scontent.example/" + Integer.toHexString(handle.hashCode());
    }

    private static void listExample(JsonNode button) {
        if (button instanceof ObjectNode object && object.path("example").isString()) {
            String example = object.path("example").stringValue();
            object.putArray("example").add(example);
        }
    }
}
