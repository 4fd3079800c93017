package dev.portway.finder;

import java.util.Locale;

/** What hangs on a number or its account, as far as a way can cost it. */
public enum Asset {
    NAME, QUALITY, LIMIT, BADGE,
    /** Approved and of high quality. */
    GOOD_TEMPLATES, OTHER_TEMPLATES, TEMPLATE_QUALITY, FLOWS, MEDIA, CATALOG,
    /** Conversations. */
    HISTORY, ANALYTICS,
    /** Apps, webhooks and people that reach the account. */
    ACCESS, PAYMENT;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
