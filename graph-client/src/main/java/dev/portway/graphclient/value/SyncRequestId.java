package dev.portway.graphclient.value;

/** A request that the WhatsApp Business app sends its contacts or its history, opaque: what Meta's support asks for when nothing comes. */
public record SyncRequestId(String value) {
    public SyncRequestId {
        Check.text("sync request id", value, 512);
    }

    @Override
    public String toString() {
        return value;
    }
}
