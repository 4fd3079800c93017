package dev.portway.sandbox.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/** The words of the pages in one language. */
final class Words {

    /** As written in addresses and in {@code lang} attributes, the first one being what others fall back to. */
    static final List<String> LANGUAGES = List.of("en", "pt-BR", "es");

    private static final Map<String, Words> READ = new ConcurrentHashMap<>();

    private final String language;
    private final Properties texts = new Properties();

    private Words(String language) {
        this.language = language;
        String name = "/pages/texts_" + language.replace('-', '_') + ".properties";
        try (InputStream in = Words.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the sandbox lacks " + name);
            }
            Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The language asked for, else the one chosen before, else the first that the browser names and we have, else English. */
    static Words of(PageRequest request) {
        return asked(request).or(() -> Optional.of(request.cookie()).filter(LANGUAGES::contains))
                .or(() -> named(request.languages()))
                .map(Words::in)
                .orElseGet(() -> in(LANGUAGES.getFirst()));
    }

    static Optional<String> asked(PageRequest request) {
        return Optional.of(request.query().getOrDefault("lang", "")).filter(LANGUAGES::contains);
    }

    private static Words in(String language) {
        return READ.computeIfAbsent(language, Words::new);
    }

    private static Optional<String> named(String header) {
        return ranges(header).stream()
                .flatMap(range -> LANGUAGES.stream().filter(language -> range.getRange().startsWith(language.substring(0, 2))))
                .findFirst();
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

    boolean has(String key) {
        return texts.containsKey(key);
    }
}
