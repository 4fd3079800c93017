package dev.portway.migration;

/** Who runs Portway for its clients: every row belongs to one. */
public record ProviderId(String value) {
    public ProviderId {
        if (!value.matches("[a-z0-9-]{1,40}")) {
            throw new IllegalArgumentException("A provider id is 1 to 40 lower case letters, digits and hyphens, not \"" + value + "\"");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
