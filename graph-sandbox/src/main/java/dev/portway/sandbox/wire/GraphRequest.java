package dev.portway.sandbox.wire;

import java.time.Instant;
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

    public GraphRequest {
        segments = List.copyOf(segments);
    }

    public @Nullable String token() {
        return bearer != null ? bearer : params.text("access_token").orElse(null);
    }

    /** The major number in the path, or null when there was none. */
    @Nullable
    public Integer askedVersion() {
        return version == null ? null : Integer.valueOf(version.substring(1, version.indexOf('.')));
    }

    public boolean asksExistingVersion(Instant now) {
        return Versions.exists(version, now);
    }

    /** The version that answers, as Graph writes it. */
    public String servedVersion(Instant now) {
        return "v" + Versions.served(askedVersion(), now) + ".0";
    }
}
