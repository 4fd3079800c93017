package dev.portway.sandbox.switches;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/** Why each switch is as it is, and what would settle it, in the language of whoever reads. */
public final class Reasons {

    /** By two letters, as a locale begins with them: what its file is named after. */
    private static final Map<String, String> LANGUAGES = Map.of("pt", "pt_BR", "es", "es");
    private static final String STANDARD = "en";

    private static final Map<String, Reasons> READ = new ConcurrentHashMap<>();

    private final Properties texts;

    private Reasons(Properties texts) {
        this.texts = texts;
    }

    /** Of a locale such as {@code pt_BR} or {@code es}; English for any other. */
    public static Reasons in(String locale) {
        String language = locale.length() < 2 ? "" : locale.substring(0, 2);
        return READ.computeIfAbsent(LANGUAGES.getOrDefault(language, STANDARD), Reasons::read);
    }

    private static Reasons read(String language) {
        Properties texts = new Properties();
        String name = "/switches/reasons_" + language + ".properties";
        try (InputStream in = Reasons.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the sandbox lacks " + name);
            }
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Reasons(texts);
    }

    public String reason(Switch each) {
        return texts.getProperty(each.key() + ".reason", "");
    }

    /** What one would have to see Graph do to know. */
    public String settledBy(Switch each) {
        return texts.getProperty(each.key() + ".settledBy", "");
    }
}
