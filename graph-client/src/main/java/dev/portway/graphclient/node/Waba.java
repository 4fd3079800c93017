package dev.portway.graphclient.node;

import dev.portway.graphclient.value.BusinessId;
import dev.portway.graphclient.value.Open;
import dev.portway.graphclient.value.WabaId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A WhatsApp Business Account: templates, numbers, currency, payment.
 *
 * <p>Source: Meta's SDK schema, 15 Apr 2026, and the reference, 2025 and 2026. Currency, time zone and credit line cannot change once a line
 * is attached.
 *
 * @param timezoneId Meta's number of a time zone, as text
 * @param templateNamespace of its templates
 */
public record Waba(
        WabaId id,
        @Nullable String name,
        @Nullable String currency,
        @Nullable String timezoneId,
        @Nullable String country,
        @Nullable String primaryBusinessLocation,
        @Nullable Instant created,
        @Nullable String templateNamespace,
        @Nullable Open<MessagingLimit> messagingLimit,
        Review review,
        Ownership ownership,
        Payment payment,
        Settings settings,
        @Nullable Health health) {
    /** What Meta thinks of it. Both sides of a move must be approved, and their business verified. */
    public record Review(
            @Nullable Open<ReviewStatus> account,
            @Nullable Open<BusinessVerification> business,
            @Nullable Open<Status> status) {}

    /**
     * Whose it is. Both sides of a move must belong to the same business.
     *
     * @param onBehalfOf every part of it may be absent
     */
    public record Ownership(
            @Nullable Open<OwnershipType> type,
            @Nullable Owner owner,
            @Nullable OnBehalfOf onBehalfOf,
            @Nullable Boolean sharedWithPartners) {}

    /**
     * @param primaryFundingId the payment method. Absent means none, or that the token may not see it: only a token that has seen one
     *        elsewhere proves the difference
     */
    public record Payment(@Nullable String primaryFundingId, @Nullable String purchaseOrderNumber) {}

    /** Switches and side states, carried as they are. */
    public record Settings(
            @Nullable Boolean insightsEnabled,
            @Nullable Boolean templateAutoArchival,
            @Nullable Boolean marketingMessagesOnCloudApiDisabled,
            @Nullable String marketingMessagesLiteStatus,
            @Nullable String marketingMessagesOnboardingStatus,
            @Nullable String authInternationalRateEligibility,
            @Nullable String linkedCommerceAccount) {}

    public record Owner(@Nullable BusinessId id, @Nullable String name) {}

    public record OnBehalfOf(@Nullable String id, @Nullable String name, @Nullable String status, @Nullable String type) {}

    public enum ReviewStatus {
        PENDING, APPROVED, REJECTED, LIMIT_REACHED, RESTRICTED
    }

    public enum Status {
        ACTIVE, PENDING, RESTRICTED, DISABLED
    }

    /** Documentation, observation and OpenAPI file disagree on the names; all are here. */
    public enum OwnershipType {
        CLIENT_OWNED, ON_BEHALF_OF, SELF, SELF_OWNED, AGENCY_OWNED
    }
}
