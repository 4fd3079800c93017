package dev.portway.sandbox.http;

import dev.portway.sandbox.graph.Graph;
import dev.portway.sandbox.graph.GraphHeaders;
import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.ServerResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Headers of Graph's answers. An answer has a dozen, so names, and values that seldom differ, are checked and encoded once. */
final class ReadyHeaders {

    private static final Header JSON = HeaderValues.createCached(HeaderNames.CONTENT_TYPE, Graph.JSON);
    private static final Map<String, Header> STANDARD = GraphHeaders.STANDARD.entrySet()
            .stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, each -> HeaderValues.createCached(each.getKey(), each.getValue())));
    /** All of them are named in our code, so there are few. */
    private static final Map<String, HeaderName> NAMES = new ConcurrentHashMap<>();

    private ReadyHeaders() {}

    static void put(String contentType, Map<String, String> headers, ServerResponse response) {
        response.header(contentType.equals(Graph.JSON) ? JSON : HeaderValues.create(HeaderNames.CONTENT_TYPE, contentType));
        headers.forEach((name, value) -> {
            Header standard = STANDARD.get(name);
            response.header(standard != null && standard.get().equals(value)
                    ? standard
                    : HeaderValues.create(NAMES.computeIfAbsent(name, HeaderNames::create), value));
        });
    }
}
