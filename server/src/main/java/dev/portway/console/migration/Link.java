package dev.portway.console.migration;

/** Somewhere to click. The address is ours or begins with https. */
public record Link(String href, String text) {

    /** A page of the console; not Meta's. */
    public boolean isOurs() {
        return href.startsWith("/");
    }
}
