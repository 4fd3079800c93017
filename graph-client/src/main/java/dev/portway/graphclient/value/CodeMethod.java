package dev.portway.graphclient.value;

/** How an ownership code travels. Landlines and most virtual numbers can only take {@link #VOICE}. Source: Meta, "Phone numbers", 27 Feb 2026. */
public enum CodeMethod {
    SMS, VOICE
}
