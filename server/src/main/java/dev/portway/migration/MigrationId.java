package dev.portway.migration;

/** Names one migration, everywhere and for ever: {@code mig_} and 20 letters and digits that nobody can guess. */
public record MigrationId(String value) {
    public MigrationId {
        if (!value.matches("mig_[a-z0-9]{20}")) {
            throw new IllegalArgumentException("A migration id is \"mig_\" and 20 lower case letters or digits, not \"" + value + "\"");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
