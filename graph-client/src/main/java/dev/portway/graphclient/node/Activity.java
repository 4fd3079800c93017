package dev.portway.graphclient.node;

import dev.portway.graphclient.value.Open;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a WABA. A hint, never proof.
 *
 * <p>Source: Meta's OpenAPI file v23 only; on no page and without a type for two-step verification. Who did it from which address is not
 * read: we have no use for it.
 *
 * @param details as JSON; null: none
 */
public record Activity(
        String id,
        @Nullable Open<Type> type,
        @Nullable Instant at,
        @Nullable Open<ActorType> actor,
        @Nullable String actorName,
        @Nullable String description,
        @Nullable String details) {
    public enum Type {
        ACCOUNT_CREATED, ACCOUNT_UPDATED, ACCOUNT_DELETED, PHONE_NUMBER_ADDED, PHONE_NUMBER_REMOVED, PHONE_NUMBER_VERIFIED, USER_ADDED, USER_REMOVED, USER_ROLE_CHANGED, PERMISSION_GRANTED, PERMISSION_REVOKED, TEMPLATE_CREATED, TEMPLATE_UPDATED, TEMPLATE_DELETED, WEBHOOK_CONFIGURED, API_ACCESS_GRANTED, API_ACCESS_REVOKED, BILLING_UPDATED, COMPLIANCE_ACTION, SECURITY_EVENT
    }

    public enum ActorType {
        USER, SYSTEM, API, ADMIN, AUTOMATED_PROCESS
    }
}
