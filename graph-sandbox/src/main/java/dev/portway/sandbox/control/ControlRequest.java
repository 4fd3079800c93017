package dev.portway.sandbox.control;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One request to the control surface.
 *
 * @param segments the path below {@code /sandbox}, without empty segments
 * @param body an empty object when there was none
 * @param language the Accept-Language header, or empty
 * @param token the one of the Authorization header, which tells the world that is meant; or null
 */
public record ControlRequest(String method, List<String> segments, Map<String, String> query, JsonNode body, String origin,
        String language, @Nullable String token) {

    public ControlRequest {
        segments = List.copyOf(segments);
        query = Map.copyOf(query);
    }

    /** The same request as the world at {@code path} sees it. */
    ControlRequest within(String path) {
        int steps = path.split("/").length;
        return new ControlRequest(method, segments.subList(steps, segments.size()), query, body, origin, language, token);
    }

    /** A browser follows any page's GET without asking where it comes from: nothing may change by one. */
    void mustChange() {
        Wrong.unless(!method.equals("GET"), "this changes something, so it wants POST or DELETE, not GET");
    }

    String segment(int index) {
        return index < segments.size() ? segments.get(index) : "";
    }
}
