package dev.portway.console.migration;

/**
 * An instant on a page.
 *
 * @param iso in UTC, for machines: the attribute {@code datetime}
 * @param text in the reader's language and time zone
 */
public record Moment(String iso, String text) {}
