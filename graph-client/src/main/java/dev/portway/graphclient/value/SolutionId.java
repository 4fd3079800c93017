package dev.portway.graphclient.value;

/** A Multi-Partner Solution: two partners, one of them a Tech Provider, who serve WABAs together. Source: Meta, "Multi-Partner Solutions", 2026. */
public record SolutionId(String value) implements NodeId {
    public SolutionId {
        Check.nodeId("solution id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
