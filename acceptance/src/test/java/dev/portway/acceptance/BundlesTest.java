package dev.portway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is said in one language is said in all three, with the same blanks to fill. */
class BundlesTest {

    private static final List<String> LANGUAGES = List.of("en", "es", "pt_BR");
    private static final Pattern BLANK = Pattern.compile("\\{[^}]*}");

    /** Each bundle once, by the path of its English file without language and ending. */
    static List<String> bundles() {
        List<String> found = Stream.of("_en.properties", "_es.properties", "_pt_BR.properties")
                .flatMap(ending -> Repository.files(ending)
                        .stream()
                        .map(path -> path.toString().substring(0, path.toString().length() - ending.length())))
                .filter(path -> path.contains("src/main/resources"))
                .distinct()
                .toList();
        return found.isEmpty() ? List.of("") : found;
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void languages_sayTheSameThings(String bundle) {
        if (bundle.isEmpty()) {
            return;
        }
        Map<String, Map<String, String>> languages = LANGUAGES.stream()
                .collect(Collectors.toMap(language -> language, language -> read(bundle, language)));

        Map<String, String> english = languages.getOrDefault("en", Map.of());
        languages.forEach((language, texts) -> {
            assertThat(texts.keySet()).as("keys of " + bundle + " in " + language).isEqualTo(english.keySet());
            texts.forEach((key, text) -> {
                assertThat(text).as(key + " in " + language).isNotBlank();
                assertThat(blanks(text)).as("blanks of " + key + " in " + language).isEqualTo(blanks(english.getOrDefault(key, "")));
            });
        });
    }

    private static List<String> blanks(String text) {
        return BLANK.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(blank -> blank.replaceAll("[,}].*", ""))
                .distinct()
                .sorted()
                .toList();
    }

    private static Map<String, String> read(String bundle, String language) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(Repository.read(Path.of(bundle + "_" + language + ".properties"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return texts;
    }
}
