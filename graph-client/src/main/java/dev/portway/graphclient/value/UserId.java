package dev.portway.graphclient.value;

/** A person or a system user, as a business portfolio knows it. */
public record UserId(String value) implements NodeId {
    public UserId {
        Check.nodeId("user id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
