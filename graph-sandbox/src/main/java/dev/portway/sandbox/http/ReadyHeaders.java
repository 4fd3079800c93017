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

/**
 * Headers of answers. Graph's have a dozen, so names, and values that seldom differ, are checked and encoded once; the server is told not to check
 * again what is checked here.
 */
final class ReadyHeaders {

    private static final Header JSON = HeaderValues.createCached(HeaderNames.CONTENT_TYPE, Graph.JSON);
    private static final Map<String, Header> STANDARD = GraphHeaders.STANDARD.entrySet()
            .stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, each -> HeaderValues.createCached(each.getKey(), each.getValue())));
    /** All of them are named in our code, so there are few. */
    private static final Map<String, HeaderName> NAMES = new ConcurrentHashMap<>();

    private ReadyHeaders() {}

    static void put(String contentType, Map<String, String> headers, ServerResponse response) {
        response.header(contentType.equals(Graph.JSON) ? JSON : checked(HeaderNames.CONTENT_TYPE, contentType));
        headers.forEach((name, value) -> {
            Header standard = STANDARD.get(name);
            response.header(standard != null && standard.get().equals(value) ? standard : header(name, value));
        });
    }

    private static Header header(String name, String value) {
        HeaderName known = NAMES.computeIfAbsent(name, HeaderNames::create);
        return GraphHeaders.OURS.contains(name) ? HeaderValues.create(known, value) : checked(known, value);
    }

    /** Whoever has a say in a value must not begin another header in it: such a one ends as a mistake of ours. */
    static Header checked(HeaderName name, String value) {
        Header header = HeaderValues.create(name, value);
        header.validate();
        return header;
    }
}
