package dev.portway.graphclient.node;

import dev.portway.graphclient.value.VerifyToken;
import java.net.URI;

/**
 * Another address for the webhooks of one WABA. Graph greets it at once with the verify token.
 *
 * @param callbackUri at most 200 characters. Source: Meta, "Override webhooks", 2026
 */
public record WebhookOverride(URI callbackUri, VerifyToken verifyToken) {
    public WebhookOverride {
        if (callbackUri.toString().length() > 200) {
            throw new IllegalArgumentException("callback address must have at most 200 characters");
        }
    }
}
