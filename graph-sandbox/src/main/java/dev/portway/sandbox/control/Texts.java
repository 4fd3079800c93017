package dev.portway.sandbox.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** The words of the pages in one language. */
final class Texts {

    /** As written in addresses and in {@code lang} attributes, the first one being what others fall back to. */
    static final List<String> LANGUAGES = List.of("en", "pt-BR", "es");

    private final String language;
    private final Properties texts = new Properties();

    private Texts(String language) {
        this.language = language;
        String name = "/pages/texts_" + language.replace('-', '_') + ".properties";
        try (InputStream in = Texts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the sandbox lacks " + name);
            }
            Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The language asked for, else the first that the browser names and we have, else English. */
    static Texts of(ControlRequest request) {
        String asked = request.query().getOrDefault("lang", "");
        if (LANGUAGES.contains(asked)) {
            return new Texts(asked);
        }
        for (Locale.LanguageRange range : ranges(request.language())) {
            for (String language : LANGUAGES) {
                if (range.getRange().startsWith(language.substring(0, 2))) {
                    return new Texts(language);
                }
            }
        }
        return new Texts(LANGUAGES.getFirst());
    }

    private static List<Locale.LanguageRange> ranges(String header) {
        try {
            return header.isBlank() ? List.of() : Locale.LanguageRange.parse(header);
        } catch (IllegalArgumentException broken) {
            return List.of();
        }
    }

    String language() {
        return language;
    }

    /** The text of a key, or the key itself where a world file says something that we have no words for. */
    String get(String key, Object... blanks) {
        String text = texts.getProperty(key, key);
        return blanks.length == 0 ? text : new MessageFormat(text, Locale.forLanguageTag(language)).format(blanks);
    }
}
