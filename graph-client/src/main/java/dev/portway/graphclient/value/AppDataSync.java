package dev.portway.graphclient.value;

/** What the WhatsApp Business app can be asked to send. Source: Meta, "Onboarding WhatsApp Business app users", 2026. */
public enum AppDataSync {
    /** All contacts, and from then on each change of one. */
    CONTACTS("smb_app_state_sync"),
    /** Up to 180 days of messages, or a webhook with error 2593109 when the owner shares none. */
    HISTORY("history");

    private final String wireName;

    AppDataSync(String wireName) {
        this.wireName = wireName;
    }

    /** As Graph writes it, in the request and as the field of the webhooks. */
    public String wireName() {
        return wireName;
    }
}
