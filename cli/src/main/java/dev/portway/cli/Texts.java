package dev.portway.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the command line itself says, in one language. What the API names it says in words of its own, so that nothing is translated twice.
 *
 * @param asked the language that was asked for, which need not be one we speak: the ownership code comes in it
 */
record Texts(Locale asked, Locale spoken, ResourceBundle bundle) {
    /** English first: it is spoken when nothing we speak was asked for. */
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.of("pt", "BR"), Locale.of("es"));

    /** @param tag as --lang says it; null: as the environment has it */
    static Texts of(@Nullable String tag, Map<String, String> environment) {
        Locale asked = tag == null ? ofEnvironment(environment) : Locale.forLanguageTag(tag.replace('_', '-'));
        Locale spoken = LANGUAGES.stream().filter(one -> one.getLanguage().equals(asked.getLanguage())).findFirst().orElse(Locale.ENGLISH);
        return new Texts(asked, spoken, bundle("cli", spoken));
    }

    private static ResourceBundle bundle(String name, Locale spoken) {
        var control = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return ResourceBundle.getBundle("i18n." + name, spoken, control);
    }

    /** What commands and options are for, by the keys of picocli. */
    ResourceBundle help() {
        return bundle("help", spoken);
    }

    /** {@code pt_BR.UTF-8}; {@code C} and {@code POSIX} are no language. */
    private static Locale ofEnvironment(Map<String, String> environment) {
        return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isBlank())
                .findFirst()
                .map(value -> value.replaceAll("[.@].*", ""))
                .filter(value -> !value.equals("C") && !value.equals("POSIX"))
                .map(value -> Locale.forLanguageTag(value.replace('_', '-')))
                .orElse(Locale.ENGLISH);
    }

    /** As in the header Accept-Language. */
    String tag() {
        return spoken.toLanguageTag();
    }

    /** The language of the ownership code's message, as Graph writes it: Portuguese and English are of a country there. */
    String codeLanguage() {
        String country = asked.getCountry().isEmpty()
                ? Objects.requireNonNullElse(Map.of("pt", "BR", "en", "US").get(asked.getLanguage()), "")
                : asked.getCountry();
        return country.isEmpty() || asked.getLanguage().equals("es") ? asked.getLanguage() : asked.getLanguage() + "_" + country;
    }

    boolean means(Optional<String> answer, String key) {
        return answer.map(String::strip).filter(one -> !one.isEmpty() && one.toLowerCase(Locale.ROOT).startsWith(say(key))).isPresent();
    }

    String say(String key) {
        return bundle.getString(key);
    }

    /** @param blanks name, value, name, value… */
    String say(String key, Object... blanks) {
        String text = say(key);
        for (int i = 0; i < blanks.length; i += 2) {
            text = text.replace("{" + blanks[i] + "}", String.valueOf(blanks[i + 1]));
        }
        return text;
    }
}
