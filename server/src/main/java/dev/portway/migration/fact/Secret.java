package dev.portway.migration.fact;

/** A value that is sealed where it is kept and prints nothing: an ownership code, a PIN. */
public record Secret(String reveal) {
    @Override
    public String toString() {
        return "•••";
    }
}
