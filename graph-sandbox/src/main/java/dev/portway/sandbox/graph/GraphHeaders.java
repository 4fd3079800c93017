package dev.portway.sandbox.graph;

import dev.portway.sandbox.wire.GraphRequest;
import dev.portway.sandbox.wire.Traces;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Headers of every answer. Observed in captures of 2023; the ETag of those days is gone since 27 Oct 2026 (documented, v26 changelog). */
public final class GraphHeaders {

    /** Those that are the same in every answer; how much of a quota is used may be said otherwise. */
    public static final Map<String, String> STANDARD = Map.of("x-fb-rev", "1030000001", "x-app-usage",
            "{\"call_count\":0,\"total_cputime\":0,\"total_time\":0}", "cache-control", "private, no-cache, no-store, must-revalidate",
            "pragma",
            "no-cache", "access-control-allow-origin", "*");

    /** Whose values differ, and nobody outside has a say in them. */
    public static final Set<String> OURS = Set.of("facebook-api-version", "x-fb-request-id", "x-fb-trace-id", "x-fb-debug");

    private GraphHeaders() {}

    /** To be added to. */
    static Map<String, String> of(GraphRequest request, Instant now) {
        Map<String, String> headers = new LinkedHashMap<>(STANDARD);
        headers.put("facebook-api-version", request.servedVersion(now));
        headers.put("x-fb-request-id", Traces.next());
        headers.put("x-fb-trace-id", Traces.next());
        headers.put("x-fb-debug", Traces.next() + Traces.next() + "==");
        return headers;
    }
}
