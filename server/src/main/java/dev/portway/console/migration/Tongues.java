package dev.portway.console.migration;

import java.util.List;
import java.util.Locale;

/** Languages by their names. */
public final class Tongues {
    /** Those Graph takes for the text with the code, the likely ones first: offered wherever one is chosen. */
    public static final List<String> OF_CODES = List.of("pt_BR", "es", "en_US", "es_MX", "es_AR", "pt_PT", "fr", "de", "it");

    private Tongues() {}

    /** @param code as Graph writes it: {@code pt_BR} */
    static String name(String code, Locale voice) {
        String name = Locale.forLanguageTag(code.replace('_', '-')).getDisplayName(voice);
        return name.substring(0, 1).toUpperCase(voice) + name.substring(1);
    }
}
