package dev.portway.graphclient.value;

/**
 * A WhatsApp Business Account. From the account model of 2027 on Graph calls the same object and id a <em>Messaging Account</em>.
 *
 * <p>Source: Meta, "Account model evolution", 24 Jun 2026.
 */
public record WabaId(String value) implements NodeId {
    public WabaId {
        Check.nodeId("WABA id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
