package dev.portway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every environment variable that something here reads is in the table of settings, and every one of the table is read. */
class SettingsTest {
    private static final Path PAGE = Path.of("docs/operations.md");
    private static final Pattern VARIABLE = Pattern.compile("\\bPORTWAY_[A-Z_]*[A-Z]\\b");
    /** A property that Spring, or Settings, finds under the variable's name: {@code portway.vault.key}. */
    private static final Pattern PROPERTY = Pattern
            .compile("(?:apply|environment\\.getProperty)\\(\"(portway\\.[a-z.]+)\"|\\$\\{(portway\\.[a-z.]+)");

    @Test
    void everyVariable_isInTheTable_andTheReverse() {
        Set<String> table = Repository.read(PAGE)
                .lines()
                .filter(line -> line.startsWith("| `PORTWAY_"))
                .flatMap(line -> names(VARIABLE, line.split("\\|")[1]))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(table).isEqualTo(read());
    }

    private static Set<String> read() {
        Stream<Path> parts = Stream.of(".java", ".sh", ".yaml")
                .flatMap(ending -> Repository.files(ending).stream())
                .filter(SettingsTest::isPart);
        return Stream.concat(parts, Stream.of(Path.of("portway")))
                .map(Repository::read)
                .flatMap(text -> Stream.concat(names(VARIABLE, text), names(PROPERTY, text)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What is part of the product: tests and benches have variables of their own. */
    private static boolean isPart(Path file) {
        String path = file.toString();
        return path.contains("src/main/") && !path.startsWith("bench/") || path.startsWith("build/");
    }

    private static Stream<String> names(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(SettingsTest::last).map(name -> name.toUpperCase(Locale.ROOT).replace('.', '_'));
    }

    private static String last(MatchResult found) {
        for (int group = found.groupCount(); group > 0; group--) {
            if (found.group(group) != null) {
                return found.group(group);
            }
        }
        return found.group();
    }
}
