package dev.portway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on coverage has every statement once, and whatever it names is there. */
class CoverageTest {
    private static final Path PAGE = Path.of("docs/coverage.md");
    /** How many statements each of the five documents has. */
    private static final List<Integer> STATEMENTS = List.of(52, 32, 69, 20, 43);
    private static final Pattern PLACE = Pattern.compile("`(check|route|step|problem|text|page|class):([^`]+)`");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`");
    /** Tests of the server hold that the bundles have these keys for what there is, and for nothing else. */
    private static final Map<String, String> KEYS = Map.of("check", "check.%s.title", "route", "route.%s.about", "step", "step.%s",
            "problem",
            "problem.%s.title", "text", "%s");

    private final List<Row> rows = Repository.read(PAGE).lines().filter(line -> line.startsWith("| S")).map(CoverageTest::row).toList();
    private final List<String> texts = Repository.files("_en.properties")
            .stream()
            .filter(file -> file.startsWith("server/src/main"))
            .flatMap(file -> Repository.read(file).lines())
            .map(line -> line.replaceFirst("=.*", ""))
            .toList();
    private final Map<String, List<Path>> classes = Repository.files(".java")
            .stream()
            .collect(Collectors.groupingBy(file -> file.getFileName().toString().replace(".java", "")));

    private record Row(String no, String where, String test) {}

    private static Row row(String line) {
        String[] cells = line.split("\\|", -1);
        assertThat(cells).as(line).hasSize(6);
        return new Row(cells[1].strip(), cells[3].strip(), cells[4].strip());
    }

    @Test
    void statements_areAllThereOnce() {
        Stream<String> all = IntStream.range(0, STATEMENTS.size())
                .boxed()
                .flatMap(document -> IntStream.rangeClosed(1, STATEMENTS.get(document)).mapToObj(no -> "S" + document + "-" + no));

        assertThat(rows.stream().map(Row::no)).containsExactlyElementsOf(all.toList());
    }

    @Test
    void statements_liveSomewhere_andAreTestedThere() {
        for (Row row : rows) {
            boolean lives = PLACE.matcher(row.where).find();
            assertThat(lives || row.where.startsWith("not yet: ")).as(row.no + " lives somewhere").isTrue();
            assertThat(TEST.matcher(row.test).find()).as(row.no + " is tested").isEqualTo(lives);
        }
    }

    @Test
    void places_exist() {
        List<String> missing = rows.stream()
                .flatMap(row -> PLACE.matcher(row.where)
                        .results()
                        .filter(place -> !exists(place))
                        .map(place -> row.no + " " + place.group()))
                .toList();

        assertThat(missing).as("places that are not there").isEmpty();
    }

    private boolean exists(MatchResult place) {
        return switch (place.group(1)) {
            case "page" -> Repository.files(".md").contains(Path.of(place.group(2)));
            case "class" -> classes.containsKey(place.group(2));
            default -> texts.contains(KEYS.getOrDefault(place.group(1), "").formatted(place.group(2)));
        };
    }

    @Test
    void tests_exist() {
        List<String> missing = rows.stream()
                .flatMap(row -> TEST.matcher(row.test).results().filter(test -> !isTested(test)).map(test -> row.no + " " + test.group()))
                .toList();

        assertThat(missing).as("tests that are not there").isEmpty();
    }

    private boolean isTested(MatchResult test) {
        return classes.getOrDefault(test.group(1), List.of())
                .stream()
                .anyMatch(file -> test.group(2) == null || Repository.read(file).contains("void " + test.group(2) + "("));
    }
}
