package dev.portway.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;

/** What the API says to people, in the language they asked for. */
final class Words {
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.of("pt", "BR"), Locale.of("es"));

    private final ResourceBundle bundle;

    private Words(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /** @param accepted the header Accept-Language; English when it asks for nothing we speak */
    static Words in(Optional<String> accepted) {
        Locale locale = accepted.flatMap(Words::best).orElse(Locale.ENGLISH);
        var control = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return new Words(ResourceBundle.getBundle("i18n.api", locale, control));
    }

    private static Optional<Locale> best(String accepted) {
        try {
            var ranges = Locale.LanguageRange.parse(accepted);
            return ranges.stream()
                    .flatMap(range -> LANGUAGES.stream()
                            .filter(language -> range.getRange().split("-", 2)[0].equals(language.getLanguage()))
                            .limit(1))
                    .findFirst();
        } catch (IllegalArgumentException notAHeader) {
            return Optional.empty();
        }
    }

    String language() {
        return bundle.getLocale().toLanguageTag();
    }

    /** The text with its blanks filled. */
    String say(String key, Map<String, Object> blanks) {
        String text = bundle.getString(key);
        for (var blank : blanks.entrySet()) {
            text = text.replace("{" + blank.getKey() + "}", String.valueOf(blank.getValue()));
        }
        return text;
    }
}
