package dev.portway.graphclient.value;

/** A share of a credit line given to a client: what is deleted to revoke it. */
public record CreditAllocationId(String value) implements NodeId {
    public CreditAllocationId {
        Check.nodeId("credit allocation id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
