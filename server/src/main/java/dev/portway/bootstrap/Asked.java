package dev.portway.bootstrap;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the file named by PORTWAY_BOOTSTRAP may ask for. Applied at each start: what is there already stays, credentials are set anew.
 *
 * <pre>
 * {"provider": "acme", "name": "Acme",
 *  "graph": {"baseUrl", "version", "appId", "appSecret", "token", "verifyToken", "businessId"?,
 *            "sourceAccess": [{"wabaId", "token", "appId"?, "appSecret"?}]},
 *  "apiKey": "pk_…", "operator": {"name", "password"}}
 * </pre>
 */
record Asked(String provider, @Nullable String name, @Nullable Graph graph, @Nullable String apiKey, @Nullable Operator operator) {
    record Graph(String baseUrl, String version, String appId, String appSecret, String token, String verifyToken,
            @Nullable String businessId,
            @Nullable List<SourceAccess> sourceAccess) {
        @Override
        public String toString() {
            return "Graph[appId=" + appId + "]";
        }
    }

    record SourceAccess(String wabaId, String token, @Nullable String appId, @Nullable String appSecret) {
        @Override
        public String toString() {
            return "SourceAccess[wabaId=" + wabaId + "]";
        }
    }

    record Operator(String name, String password) {
        @Override
        public String toString() {
            return "Operator[name=" + name + "]";
        }
    }

    @Override
    public String toString() {
        return "Asked[provider=" + provider + "]";
    }
}
