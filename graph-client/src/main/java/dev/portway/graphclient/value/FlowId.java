package dev.portway.graphclient.value;

/** A Flow. Copies in another WABA have ids of their own. Source: Meta's OpenAPI file v23. */
public record FlowId(String value) implements NodeId {
    public FlowId {
        Check.nodeId("Flow id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
