package dev.portway.graphclient.node;

import dev.portway.graphclient.value.BusinessId;
import dev.portway.graphclient.value.Open;
import org.jspecify.annotations.Nullable;

/** A business portfolio: it owns WABAs, and the messaging limit is its own. */
public record Business(
        BusinessId id,
        @Nullable String name,
        @Nullable Open<BusinessVerification> verification,
        @Nullable Open<MessagingLimit> messagingLimit) {}
