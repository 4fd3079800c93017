package dev.portway.graphclient.value;

/** A Meta app. Webhooks are delivered to apps, and quotas count per app and WABA. */
public record AppId(String value) implements NodeId {
    public AppId {
        Check.nodeId("app id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
