package dev.portway.sandbox.graph;

import dev.portway.sandbox.wire.GraphRequest;
import dev.portway.sandbox.wire.Traces;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Headers of every answer. Observed in captures of 2023; the ETag of those days is gone since 27 Oct 2026 (documented, v26 changelog). */
final class GraphHeaders {

    private GraphHeaders() {}

    static Map<String, String> of(GraphRequest request, Instant now) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("facebook-api-version", request.servedVersion(now));
        headers.put("x-fb-request-id", Traces.next());
        headers.put("x-fb-trace-id", Traces.next());
        headers.put("x-fb-rev", "1030000001");
        headers.put("x-fb-debug", Traces.next() + Traces.next() + "==");
        headers.put("x-app-usage", "{\"call_count\":0,\"total_cputime\":0,\"total_time\":0}");
        headers.put("cache-control", "private, no-cache, no-store, must-revalidate");
        headers.put("pragma", "no-cache");
        headers.put("access-control-allow-origin", "*");
        return headers;
    }
}
