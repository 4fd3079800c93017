package dev.portway.sandbox.file;

import java.util.List;

/** Words that Graph has for states. Source: reference pages of 2025 and 2026, and Meta's SDK specs of Apr 2026. */
final class Words {

    static final List<String> VERIFICATION = List.of("verified", "not_verified", "pending", "pending_need_more_info", "pending_submission",
            "expired", "failed", "ineligible", "rejected", "revoked");
    static final List<String> LIMIT = List.of("TIER_250", "TIER_2K", "TIER_10K", "TIER_100K", "TIER_UNLIMITED", "UNTIERED");
    static final List<String> OLD_LIMIT = List.of("TIER_50", "TIER_250", "TIER_1K", "TIER_2K", "TIER_10K", "TIER_100K", "TIER_UNLIMITED");
    static final List<String> PERMISSION = List.of("whatsapp_business_management", "whatsapp_business_messaging", "business_management");
    static final List<String> REVIEW = List.of("APPROVED", "PENDING", "REJECTED", "LIMIT_REACHED", "RESTRICTED");
    static final List<String> WABA_STATUS = List.of("ACTIVE", "PENDING", "RESTRICTED", "DISABLED");
    static final List<String> OWNERSHIP = List.of("CLIENT_OWNED", "ON_BEHALF_OF", "SELF", "SELF_OWNED", "AGENCY_OWNED");
    static final List<String> MESSAGING_FOR = List.of("APPROVED", "PENDING", "IN_PROGRESS", "DECLINED", "DECLINE", "EXPIRED", "CANCELED",
            "INVALID");
    static final List<String> BAN = List.of("NONE", "SCHEDULE_FOR_DISABLE", "DISABLE");
    static final List<String> RESTRICTION = List.of("RESTRICTED_ADD_PHONE_NUMBER_ACTION", "RESTRICTED_BIZ_INITIATED_MESSAGING",
            "RESTRICTED_CUSTOMER_INITIATED_MESSAGING", "RESTRICTED_UTILITY_TEMPLATES");
    static final List<String> NAME = List.of("APPROVED", "AVAILABLE_WITHOUT_REVIEW", "DECLINED", "EXPIRED", "PENDING_REVIEW", "NONE",
            "NON_EXISTS");
    static final List<String> QUALITY = List.of("GREEN", "YELLOW", "RED", "NA", "UNKNOWN");
    static final List<String> PLATFORM = List.of("CLOUD_API", "ON_PREMISE", "NOT_APPLICABLE");
    static final List<String> MODE = List.of("LIVE", "SANDBOX");
    static final List<String> NUMBER_STATUS = List.of("PENDING", "DELETED", "MIGRATED", "BANNED", "RESTRICTED", "RATE_LIMITED", "FLAGGED",
            "CONNECTED", "DISCONNECTED", "UNKNOWN", "UNVERIFIED", "OFFLINE");
    static final List<String> CERTIFICATE = List.of("APPROVED", "NAME_PENDING_REVIEW", "NAME_NOT_APPROVED", "ACCOUNT_REVIEW_NOT_STARTED",
            "LIMITED_ACCESS");
    static final List<String> OFFICIAL = List.of("NOT_STARTED", "PENDING", "APPROVED", "REJECTED");
    static final List<String> THROUGHPUT = List.of("STANDARD", "HIGH", "NOT_APPLICABLE");
    static final List<String> VISIBILITY = List.of("VISIBLE", "HIDDEN");
    static final List<String> STORAGE = List.of("DEFAULT", "IN_COUNTRY_STORAGE_ENABLED", "IN_COUNTRY_STORAGE_DISABLED");
    static final List<String> TEMPLATE_STATUS = List.of("APPROVED", "ARCHIVED", "DELETED", "DISABLED", "IN_APPEAL", "LIMIT_EXCEEDED",
            "PAUSED", "PENDING", "PENDING_DELETION", "REJECTED");
    static final List<String> CATEGORY = List.of("AUTHENTICATION", "MARKETING", "UTILITY");
    static final List<String> SUB_CATEGORY = List.of("ORDER_DETAILS", "ORDER_STATUS", "RICH_ORDER_STATUS");
    static final List<String> REJECTED = List.of("NONE", "ABUSIVE_CONTENT", "INVALID_FORMAT", "PROMOTIONAL", "TAG_CONTENT_MISMATCH", "SCAM",
            "INCORRECT_CATEGORY");

    static final List<String> CURRENCY_MIGRATION = List.of("INITIATED", "ACCEPTED", "IN_PROGRESS", "READY_TO_COMPLETE", "COMPLETED",
            "FAILED", "FAILED_TO_COMPLETE", "REJECTED");

    private Words() {}
}
