package dev.portway.graphclient.node;

import dev.portway.graphclient.value.Open;
import dev.portway.graphclient.value.TemplateId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message template in one language. A copy in another WABA has another id: match by name and language.
 *
 * <p>Source: Meta, "Templates", 2025 and 2026.
 *
 * @param name at most 512 of {@code [a-z0-9_]}
 * @param language {@code pt_BR}; webhooks write it with a hyphen
 * @param category what it counts as now; {@code correctCategory} is what it will become, {@code previousCategory} what it was
 * @param components as JSON, just as Graph sent it; {@code []} when absent
 * @param timeToLiveSeconds for how long delivery is tried; -1 is a value of Meta's (30 days); null: not said
 */
public record Template(
        TemplateId id,
        String name,
        String language,
        @Nullable Open<Status> status,
        @Nullable Open<Category> category,
        @Nullable Open<Category> previousCategory,
        @Nullable Open<Category> correctCategory,
        @Nullable Open<SubCategory> subCategory,
        @Nullable Open<Quality> quality,
        @Nullable Instant qualitySince,
        @Nullable Open<RejectedReason> rejectedReason,
        @Nullable Open<ParameterFormat> parameterFormat,
        @Nullable Long timeToLiveSeconds,
        @Nullable Boolean linkTrackingOptedOut,
        String components) {
    public enum Status {
        APPROVED, ARCHIVED, DELETED, DISABLED, IN_APPEAL, LIMIT_EXCEEDED, PAUSED, PENDING, PENDING_DELETION, REJECTED
    }

    public enum Category {
        AUTHENTICATION, MARKETING, UTILITY
    }

    public enum SubCategory {
        ORDER_DETAILS, ORDER_STATUS, RICH_ORDER_STATUS
    }

    /** {@code UNKNOWN} for the first 24 hours in a new WABA. Source: Meta, 26 Nov 2025. */
    public enum Quality {
        GREEN, YELLOW, RED, UNKNOWN
    }

    public enum RejectedReason {
        ABUSIVE_CONTENT, INVALID_FORMAT, NONE, PROMOTIONAL, TAG_CONTENT_MISMATCH, SCAM, INCORRECT_CATEGORY
    }

    public enum ParameterFormat {
        NAMED, POSITIONAL
    }
}
