package dev.portway.sandbox.pages;

import java.util.List;
import java.util.Map;

/**
 * Somebody's browser asks for a page, or sends a form of one.
 *
 * @param base where the world's pages begin: {@code /sandbox}, or {@code /sandbox/worlds/tests-7}
 * @param segments the path below it
 * @param form empty for a GET
 * @param origin scheme, host and port as the browser used them
 * @param languages the Accept-Language header, or empty
 * @param cookie the language chosen before, or empty
 */
public record PageRequest(String method, String base, List<String> segments, Map<String, String> query, Map<String, String> form,
        String origin, String languages, String cookie) {

    public PageRequest {
        segments = List.copyOf(segments);
        query = Map.copyOf(query);
        form = Map.copyOf(form);
    }

    String segment(int index) {
        return index < segments.size() ? segments.get(index) : "";
    }

    boolean post() {
        return method.equals("POST");
    }
}
