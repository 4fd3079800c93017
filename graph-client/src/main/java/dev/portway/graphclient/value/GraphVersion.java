package dev.portway.graphclient.value;

import java.util.regex.Pattern;

/** A version of the Graph API, as it stands in a path: {@code v26.0}. */
public record GraphVersion(String value) {
    private static final Pattern SHAPE = Pattern.compile("v[1-9][0-9]{0,2}\\.[0-9]");

    /** Current since 29 Jul 2026. Source: Meta, Graph API changelog, July 2026. */
    public static final GraphVersion CURRENT = new GraphVersion("v26.0");

    public GraphVersion {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Graph version must look like v26.0: \"" + value + "\"");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
