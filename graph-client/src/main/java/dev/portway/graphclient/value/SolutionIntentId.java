package dev.portway.graphclient.value;

/**
 * A proposal that a WABA goes to a Multi-Partner Solution, or off one. Nothing lists them: who loses the id has lost sight of the proposal.
 *
 * <p>Source: Meta, "Migrate WABAs among solutions", 21 May 2026.
 */
public record SolutionIntentId(String value) implements NodeId {
    public SolutionIntentId {
        Check.nodeId("solution intent id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
