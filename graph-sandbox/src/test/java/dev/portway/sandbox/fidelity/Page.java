package dev.portway.sandbox.fidelity;

/** Meta's pages that were read, and when the copy that was read was current. Paths are below developers.facebook.com. */
public enum Page {
    // @formatter:off
    MOVE_BY_CALLS("documentation/…/support/migrating-phone-numbers-among-solution-partners-programmatically", "11 Sep 2026"),
    MOVE_BY_SIGNUP("documentation/…/support/migrating-phone-numbers-among-solution-partners-via-embedded-signup", "21 May 2026"),
    ERROR_CODES("documentation/…/whatsapp/support/error-codes", "18 Jun 2026"),
    REGISTRATION("documentation/…/business-phone-numbers/registration", "28 Jun 2026"),
    TWO_STEP("documentation/…/business-phone-numbers/two-step-verification", "2026"),
    NUMBERS("documentation/…/business-phone-numbers/phone-numbers", "27 Feb 2026"),
    NUMBER_REFERENCE("documentation/…/reference/whatsapp-business-phone-number", "2026"),
    HEALTH("documentation/…/support/health-status", "2026"),
    TEMPLATES("documentation/…/templates/template-management", "2026"),
    TEMPLATE_PAUSING("documentation/…/templates/template-pausing", "22 Nov 2026, of 22 Oct 2025"),
    TEMPLATE_CATEGORIES("documentation/…/templates/template-categorization", "2026"),
    WEBHOOK_TEMPLATE_STATUS("documentation/…/webhooks/reference/message_template_status_update", "22 Nov 2026, of 13 Apr 2026"),
    WEBHOOK_TEMPLATE_CATEGORY("documentation/…/webhooks/reference/template_category_update", "22 Nov 2026, of 11 Nov 2025"),
    TEMPLATE_MIGRATION("documentation/…/templates/template-migration", "14 Nov 2025"),
    WEBHOOKS("documentation/…/webhooks/overview", "26 Jun 2026"),
    WEBHOOK_REFERENCE("documentation/…/webhooks/reference", "2026"),
    WEBHOOK_SECURITY("documentation/…/webhooks/reference/security", "17 Jun 2026"),
    WEBHOOK_OVERRIDE("documentation/…/webhooks/override", "2026"),
    CREDIT_LINES("documentation/…/solution-providers/share-and-revoke-credit-lines", "2026"),
    SIGNUP("documentation/…/embedded-signup/implementation", "2026"),
    SIGNUP_VERSIONS("documentation/…/embedded-signup/versions", "21 May 2026"),
    SIGNUP_PREVIEW("documentation/…/embedded-signup/version-4-public-preview", "21 May 2026"),
    APP_ONLY_INSTALL("documentation/…/embedded-signup/app-only-install", "2026"),
    RATE_LIMITS("docs/graph-api/overview/rate-limiting", "2026"),
    FIELD_EXPANSION("docs/graph-api/guides/field-expansion", "22 Nov 2026, undated"),
    CHANGES("docs/graph-api/changelog (v24 to v26)", "Jul 2026"),
    SECURE_CALLS("docs/graph-api/guides/secure-requests", "2026"),
    BATCH("docs/graph-api/batch-requests", "2026"),
    RESHARING("documentation/…/support/migrating-wabas-among-solution-partners-via-embedded-signup", "4 Nov 2025"),
    ACCOUNT_REFERENCE("docs/graph-api/reference/whats-app-business-account", "undated"),
    INTENTS("documentation/…/support/migrating-wabas-among-solutions-via-meta-business-suite", "21 May 2026"),
    OFF_SOLUTION("documentation/…/support/migrating-customers-off-solutions-via-meta-business-suite", "30 Jun 2026"),
    SOLUTIONS("documentation/…/solution-providers/multi-partner-solutions", "21 May 2026"),
    JOIN_SOLUTION("documentation/…/solution-providers/support/adding-waba-to-mps", "12 Dec 2025"),
    CURRENCY("documentation/…/whatsapp/pricing/change-billing-currency", "23 Jun 2026"),
    RECONNECTING("documentation/…/embedded-signup/reconnect-offboarded-coexistence-clients", "21 May 2026"),
    BUSINESS_APP("documentation/…/embedded-signup/onboarding-business-app-users", "4 Feb 2026"),
    PREVERIFIED("documentation/…/embedded-signup/pre-verified-numbers", "14 Nov 2025"),
    SHARED_NUMBERS("documentation/…/solution-providers/multi-solution-conversations", "12 Nov 2025"),
    ACCOUNT_MODEL("documentation/…/whatsapp/account-model-evolution", "30 Jun 2026"),
    PARTNER_INITIATED("documentation/…/solution-providers/partner-initiated-waba-creation", "14 Nov 2025"),
    MEDIA("documentation/…/business-phone-numbers/media", "21 Nov 2026, of 16 Jun 2026"),
    MEDIA_MESSAGES("documentation/…/whatsapp/messages/image-messages", "2026"),
    INTERACTIVE_BUTTONS("documentation/…/whatsapp/messages/interactive-reply-buttons-messages", "22 Nov 2026, undated"),
    INTERACTIVE_LISTS("documentation/…/whatsapp/messages/interactive-list-messages", "22 Nov 2026, undated"),
    RESUMABLE_UPLOAD("docs/graph-api/resumable-upload-api", "21 Nov 2026, undated"),
    TEMPLATE_COMPONENTS("documentation/…/templates/components", "21 Nov 2026, of 21 Nov 2025"),
    TEMPLATE_OVERVIEW("documentation/…/templates/overview", "21 Nov 2026, of 5 Dec 2025"),
    TEMPLATE_LANGUAGES("documentation/…/templates/supported-languages", "21 May 2026"),
    COPY_CODE_TEMPLATES("documentation/…/authentication-templates/copy-code-button-authentication-templates", "21 Nov 2026, of 4 Nov 2025"),
    ERROR_CODES_2026("documentation/…/whatsapp/support/error-codes", "21 Nov 2026, of Jan 2026"),
    COMMERCE_SETTINGS("documentation/…/catalogs/sell-products-and-services/set-commerce-settings", "21 Nov 2026, of 14 Nov 2025"),
    GROUPS("documentation/…/whatsapp/groups", "21 Nov 2026, of 16 Jun 2026"),
    BUSINESS_PROFILE("documentation/…/whatsapp/business-profiles", "2026"),
    QR_CODES("documentation/…/whatsapp/qr-codes", "2026"),
    FLOWS("docs/whatsapp/flows/reference/flowsapi", "2026"),
    BULK_TEMPLATES("documentation/…/authentication-templates/bulk-management", "2026"),
    THROUGHPUT("documentation/…/whatsapp/throughput", "17 Jun 2026"),
    SYSTEM_USERS("documentation/…/solution-providers/manage-system-users", "16 Jun 2026"),
    REGISTERING("documentation/…/solution-providers/registering-phone-numbers", "28 Jun 2026"),
    LOGIN_FOR_BUSINESS("docs/facebook-login/facebook-login-for-business", "2026"),
    LONG_TOKENS("docs/facebook-login/guides/access-tokens/get-long-lived", "2026"),
    VERSIONS("docs/graph-api/guides/versioning", "2026"),
    PRICING("documentation/…/whatsapp/pricing", "2025, and 11 Sep 2026 in part"),
    LOCALE("docs/reference/api/locale", "undated"),
    READ_AFTER_WRITE("docs/graph-api/changelog/version2.9", "undated"),
    OBO_END("documentation/…/solution-providers/obo-model-deprecation", "21 May 2026");
    // @formatter:on

    private final String path;
    private final String read;

    Page(String path, String read) {
        this.path = path;
        this.read = read;
    }

    String path() {
        return path;
    }

    String read() {
        return read;
    }
}
