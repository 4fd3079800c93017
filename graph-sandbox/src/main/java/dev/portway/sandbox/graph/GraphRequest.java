package dev.portway.sandbox.graph;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request, whatever way it came.
 *
 * @param method GET, POST or DELETE; {@code method=delete} on a POST has been applied
 * @param origin scheme, host and port as the caller used them, for absolute paging links
 * @param path as sent, without the query
 * @param version the one in the path, or null when there was none
 * @param segments the path without version and empty segments
 * @param bearer the token of the Authorization header, or null
 */
public record GraphRequest(String method, String origin, String path, @Nullable String version, List<String> segments, Params params,
        @Nullable String bearer) {

    /** Documented: v26.0 came on 29 Jul 2026. Assumed: what an app created lately gets when it names no version. */
    static final String CURRENT_VERSION = "v26.0";
    private static final int OLDEST = 21;
    private static final int NEWEST = 26;

    public GraphRequest {
        segments = List.copyOf(segments);
    }

    public @Nullable String token() {
        return bearer != null ? bearer : params.text("access_token").orElse(null);
    }

    /** The version that answers: an expired one is answered by the oldest that lives. Documented: Graph versioning. */
    public String servedVersion() {
        return version == null ? CURRENT_VERSION : "v" + Math.max(OLDEST, major(version)) + ".0";
    }

    int major() {
        return version == null ? NEWEST : major(version);
    }

    boolean versionExists() {
        return major() <= NEWEST;
    }

    private static int major(String version) {
        return Integer.parseInt(version.substring(1, version.indexOf('.')));
    }
}
