package dev.portway.graphclient.node;

import dev.portway.graphclient.value.AppId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a token is good for.
 *
 * @param type {@code SYSTEM_USER}, {@code USER}, {@code APP}, …
 * @param expires null: never, or not said
 * @param dataAccessExpires null: never, or not said
 * @param grants which things each permission reaches; no targets: all of that kind
 * @param problem why it is not valid, in Meta's words
 */
public record TokenInfo(
        boolean valid,
        @Nullable AppId app,
        @Nullable String application,
        @Nullable String type,
        @Nullable Instant expires,
        @Nullable Instant dataAccessExpires,
        List<String> scopes,
        List<Grant> grants,
        @Nullable String userId,
        @Nullable String problem) {
    public TokenInfo {
        scopes = List.copyOf(scopes);
        grants = List.copyOf(grants);
    }

    /** @param targets newest WABA first. Source: Meta, Embedded Signup implementation, 2026 */
    public record Grant(String scope, List<String> targets) {
        public Grant {
            targets = List.copyOf(targets);
        }
    }
}
