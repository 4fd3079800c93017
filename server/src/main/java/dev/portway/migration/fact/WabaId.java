package dev.portway.migration.fact;

/** A WhatsApp Business Account's id, as Graph writes it: digits. */
public record WabaId(String value) {
    public WabaId {
        if (!value.matches("[0-9]{5,25}")) {
            throw new IllegalArgumentException("A WABA id is 5 to 25 digits, not \"" + value + "\"");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
