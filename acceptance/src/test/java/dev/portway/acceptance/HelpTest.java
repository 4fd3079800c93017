package dev.portway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line says of itself, against what there is. */
class HelpTest {
    /** A row of the first table that is written from the route finder. */
    private static final Pattern WAY = Pattern.compile("(?m)^\\| `([a-z-]+)`(?: \\*\\*[a-z]+\\*\\*)? \\|");

    @ParameterizedTest
    @ValueSource(strings = {"en", "pt_BR", "es"})
    void help_namesEveryRoute(String language) {
        String option = Repository.read(Path.of("cli/src/main/resources/i18n/help_" + language + ".properties"))
                .lines()
                .filter(line -> line.startsWith("route="))
                .findFirst()
                .orElseThrow();

        assertThat(routes()).hasSizeGreaterThan(10).allSatisfy(route -> assertThat(option).containsPattern("[ ,]" + route + "[ ,]"));
    }

    private static List<String> routes() {
        String table = Repository.read(Path.of("docs/routes.md")).split("<!-- generated: finder -->\n", 2)[1].split("\n\n", 2)[0];
        return WAY.matcher(table).results().map(row -> row.group(1)).toList();
    }

    @Test
    void commands_standInOneColumn() {
        assertThat(Repository.read(Path.of("build/words.sh")).lines().filter(line -> line.startsWith("  ./portway ")))
                .filteredOn(line -> !line.contains("--version"))
                .allSatisfy(line -> assertThat(line).matches("  \\./portway [a-z-]+ +\\S.*"))
                .allSatisfy(line -> assertThat(line.charAt(27)).isEqualTo(' '))
                .allSatisfy(line -> assertThat(line.charAt(28)).isNotEqualTo(' '));
    }
}
