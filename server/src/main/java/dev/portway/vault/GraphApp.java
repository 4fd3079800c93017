package dev.portway.vault;

import dev.portway.migration.ProviderId;
import dev.portway.migration.fact.Secret;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A provider's app at Meta and the system user's token it acts with.
 *
 * @param apiVersion like {@code v24.0}
 * @param baseUrl where Graph is; the sandbox's address when rehearsing
 * @param businessId the provider's business portfolio, when known
 * @param webhookVerifyToken what Meta sends back once, when the webhook's address is registered
 */
public record GraphApp(ProviderId provider, String appId, String apiVersion, URI baseUrl, @Nullable String businessId, Secret appSecret,
        Secret systemToken,
        Secret webhookVerifyToken) {
    public GraphApp {
        require(appId.matches("[0-9]{1,32}"), "An app id is a number");
        require(apiVersion.matches("v[0-9]{1,3}\\.[0-9]{1,2}"), "A Graph version looks like v24.0");
        require(baseUrl.getHost() != null && ("https".equals(baseUrl.getScheme()) || "http".equals(baseUrl.getScheme())),
                "Graph's address is an http(s) URL");
        require(businessId == null || businessId.matches("[0-9]{1,32}"), "A business id is a number");
        require(!appSecret.reveal().isBlank(), "The app secret is missing");
        require(!systemToken.reveal().isBlank(), "The system token is missing");
        require(!webhookVerifyToken.reveal().isBlank(), "The webhook verify token is missing");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
