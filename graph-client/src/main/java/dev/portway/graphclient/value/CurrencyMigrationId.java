package dev.portway.graphclient.value;

/**
 * A change of the currency that a WABA is billed in: {@code mig_01HZYK3ABCDEF4567890}, unlike any other id of Graph's. Nothing lists them: who
 * loses the id has lost sight of the change.
 *
 * <p>Source: Meta, "Change billing currency", 23 Jun 2026.
 */
public record CurrencyMigrationId(String value) implements NodeId {
    /** Meta shows 24 characters; 64 leaves room and still keeps a path short. */
    public CurrencyMigrationId {
        if (!value.matches("[0-9A-Za-z_-]{1,64}")) {
            throw new IllegalArgumentException("currency migration id must be 1 to 64 letters, digits, underscores and hyphens");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
