package dev.portway.console.migration;

import java.util.Locale;

/** Languages by their names. */
final class Tongues {
    private Tongues() {}

    /** @param code as Graph writes it: {@code pt_BR} */
    static String name(String code, Locale voice) {
        String name = Locale.forLanguageTag(code.replace('_', '-')).getDisplayName(voice);
        return name.substring(0, 1).toUpperCase(voice) + name.substring(1);
    }
}
