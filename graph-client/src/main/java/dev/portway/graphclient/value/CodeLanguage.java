package dev.portway.graphclient.value;

import java.util.regex.Pattern;

/**
 * The language in which an ownership code is announced: {@code pt_BR}, {@code en_US}, {@code en}.
 *
 * <p>Observed: Meta's own sample sends {@code en}; its OpenAPI file wants {@code xx_YY}. Both are let through, a hyphen becomes an underscore.
 */
public record CodeLanguage(String value) {
    private static final Pattern SHAPE = Pattern.compile("[a-z]{2,3}(_[A-Z]{2})?");

    public CodeLanguage {
        value = value.replace('-', '_');
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("language must look like pt_BR or en: \"" + value + "\"");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
