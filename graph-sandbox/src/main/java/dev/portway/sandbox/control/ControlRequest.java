package dev.portway.sandbox.control;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * One request to the control surface.
 *
 * @param segments the path below {@code /sandbox}, without empty segments
 * @param body an empty object when there was none
 * @param language the Accept-Language header, or empty
 */
public record ControlRequest(String method, List<String> segments, Map<String, String> query, JsonNode body, String origin,
        String language) {

    public ControlRequest {
        segments = List.copyOf(segments);
        query = Map.copyOf(query);
    }

    String segment(int index) {
        return index < segments.size() ? segments.get(index) : "";
    }
}
