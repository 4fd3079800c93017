package dev.portway.graphclient.value;

/** A business portfolio (formerly Business Manager). */
public record BusinessId(String value) implements NodeId {
    public BusinessId {
        Check.nodeId("business id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
