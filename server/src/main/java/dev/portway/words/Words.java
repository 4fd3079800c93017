package dev.portway.words;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** What one edge says to people, in one language: its own bundle first, then the vocabulary that all share, then those of the route finder and of guest links. */
public final class Words {
    /** English first: it is spoken when nothing we speak was asked for. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.of("pt", "BR"), Locale.of("es"));

    /** A browser sends about 50 letters. Reading one of 16 KB costs the square of that. */
    private static final int LONGEST_ACCEPTED = 200;

    private final Locale locale;
    private final List<ResourceBundle> bundles;

    private Words(Locale locale, List<ResourceBundle> bundles) {
        this.locale = locale;
        this.bundles = bundles;
    }

    /** @param edge the name of its bundle: {@code api}, {@code console} */
    public static Words of(String edge, Locale locale) {
        var control = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return new Words(locale,
                Stream.of(edge, "words", "finder", "guest")
                        .map(name -> ResourceBundle.getBundle("i18n." + name, locale, control))
                        .toList());
    }

    /** @param accepted the header Accept-Language; English when it asks for nothing we speak */
    public static Words of(String edge, Optional<String> accepted) {
        return of(edge, accepted.flatMap(Words::best).orElse(Locale.ENGLISH));
    }

    /** The first language of ours that the header Accept-Language asks for. */
    public static Optional<Locale> best(String accepted) {
        try {
            return Locale.LanguageRange.parse(beginning(accepted))
                    .stream()
                    .flatMap(range -> LANGUAGES.stream()
                            .filter(language -> range.getRange().split("-", 2)[0].equals(language.getLanguage()))
                            .limit(1))
                    .findFirst();
        } catch (IllegalArgumentException notAHeader) {
            return Optional.empty();
        }
    }

    private static String beginning(String accepted) {
        return accepted.length() <= LONGEST_ACCEPTED ? accepted : accepted.substring(0, accepted.lastIndexOf(',', LONGEST_ACCEPTED) + 1);
    }

    public Locale locale() {
        return locale;
    }

    /** As in the header Content-Language. */
    public String language() {
        return locale.toLanguageTag();
    }

    public boolean has(String key) {
        return bundles.stream().anyMatch(bundle -> bundle.containsKey(key));
    }

    /** The text as it is; the key itself when no bundle has it, which a reader can still search for. */
    public String say(String key) {
        return bundles.stream().filter(bundle -> bundle.containsKey(key)).findFirst().map(bundle -> bundle.getString(key)).orElse(key);
    }

    /** The text with its blanks filled. */
    public String say(String key, Map<String, ?> blanks) {
        String text = say(key);
        for (var blank : blanks.entrySet()) {
            text = text.replace("{" + blank.getKey() + "}", String.valueOf(blank.getValue()));
        }
        return text;
    }
}
