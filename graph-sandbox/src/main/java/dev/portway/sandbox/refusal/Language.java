package dev.portway.sandbox.refusal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A language in which people are told of an error. Graph has many more; these are the ones whose words are kept here. */
public enum Language {
    ENGLISH("en"), PORTUGUESE("pt"), SPANISH("es");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /** Two letters, as a locale begins with them. */
    public String code() {
        return code;
    }

    /** As in the name of a switch's value: {@code portuguese}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** That of a locale as Graph writes it, {@code pt_BR}; empty when it is none of these. */
    public static Optional<Language> of(String locale) {
        return Arrays.stream(values()).filter(each -> locale.toLowerCase(Locale.ROOT).matches(each.code + "([_-].*)?")).findFirst();
    }

    public static Language named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
