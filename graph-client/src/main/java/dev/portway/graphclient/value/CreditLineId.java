package dev.portway.graphclient.value;

/**
 * An extended credit of a Solution Partner. Lines of credit are in USD whatever the currency of the WABA.
 *
 * <p>Source: Meta, "Change billing currency", 23 Jun 2026.
 */
public record CreditLineId(String value) implements NodeId {
    public CreditLineId {
        Check.nodeId("credit line id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
