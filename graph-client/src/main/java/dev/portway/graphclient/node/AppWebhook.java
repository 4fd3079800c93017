package dev.portway.graphclient.node;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an app has the webhooks of one kind of object sent.
 *
 * @param object {@code whatsapp_business_account} for those of WABAs and their numbers; an open list
 * @param callbackUrl may carry a secret in its query
 * @param active null: not shown
 * @param fields which are sent; empty: not shown
 */
public record AppWebhook(String object, @Nullable String callbackUrl, @Nullable Boolean active, List<String> fields) {
    public AppWebhook {
        fields = List.copyOf(fields);
    }

    /** The address stays out: who set it may have put a password there. */
    @Override
    public String toString() {
        return "AppWebhook[" + object + "]";
    }
}
