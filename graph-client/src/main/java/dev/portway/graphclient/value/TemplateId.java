package dev.portway.graphclient.value;

/**
 * A message template in one language. Copies in another WABA have ids of their own.
 *
 * <p>Source: Meta, "Template migration", 14 Nov 2025.
 */
public record TemplateId(String value) implements NodeId {
    public TemplateId {
        Check.nodeId("template id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
