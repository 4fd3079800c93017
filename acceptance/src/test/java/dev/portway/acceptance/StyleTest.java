package dev.portway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.acceptance.JavaSources.ImportSeen;
import dev.portway.acceptance.JavaSources.MethodSeen;
import dev.portway.acceptance.JavaSources.TypeSeen;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** How the code is cut: what a reader can hold in mind, and names that say what a thing is. Product code only; a test may be as long as its story. */
class StyleTest {

    private static final int FILE_LINES_MOST = 400;
    private static final int FILE_LINES_USUALLY = 250;
    private static final int METHOD_LINES_MOST = 60;
    private static final int METHOD_LINES_USUALLY = 25;
    private static final int PARAMETERS_MOST = 6;
    private static final int PARAMETERS_USUALLY = 4;

    /** "Usually" is this share: the rest may be longer, up to the most. */
    private static final double USUALLY = 0.95;

    /** Tables and catalogues that are longer than a file should be, each with the reason why it is better whole. */
    private static final Map<String, String> LONG_FILES = Map.of();

    private static final Pattern SAYS_NOTHING = Pattern.compile("(?<![A-Z])(Impl|Manager|Utils?|Helper|Common)(?![a-z])");

    private final JavaSources sources = JavaSources.main();

    @Test
    void files_canBeReadInOneGo() {
        Map<String, Integer> lines = JavaSources.mainFiles().stream().collect(Collectors.toMap(Path::toString, StyleTest::lines));
        lines.keySet().removeIf(file -> LONG_FILES.keySet().stream().anyMatch(file::endsWith));

        assertThat(lines.entrySet()).filteredOn(file -> file.getValue() > FILE_LINES_MOST)
                .as("files over " + FILE_LINES_MOST + " lines")
                .isEmpty();
        assertUsually(lines.values(), FILE_LINES_USUALLY, "lines of a file");
    }

    @Test
    void longFiles_areStillThere() {
        assertThat(LONG_FILES.keySet()).allSatisfy(
                file -> assertThat(JavaSources.mainFiles())
                        .anyMatch(path -> path.toString().endsWith(file) && lines(path) > FILE_LINES_MOST));
    }

    @Test
    void methods_fitInTheHead() {
        List<MethodSeen> methods = sources.methods();

        assertThat(methods).filteredOn(method -> method.lines() > METHOD_LINES_MOST)
                .as("methods over " + METHOD_LINES_MOST + " lines")
                .isEmpty();
        assertUsually(methods.stream().map(MethodSeen::lines).toList(), METHOD_LINES_USUALLY, "lines of a method");
    }

    @Test
    void parameters_areFewOrARecord() {
        List<MethodSeen> methods = sources.methods().stream().filter(method -> !method.name().equals("<init>")).toList();

        assertThat(methods).filteredOn(method -> method.parameters() > PARAMETERS_MOST)
                .as("methods of over " + PARAMETERS_MOST + " parameters")
                .isEmpty();
        assertUsually(methods.stream().map(MethodSeen::parameters).toList(), PARAMETERS_USUALLY, "parameters of a method");
    }

    @Test
    void names_sayWhatAThingIs() {
        assertThat(sources.types()).filteredOn(type -> SAYS_NOTHING.matcher(type.name()).find()).extracting(TypeSeen::name).isEmpty();
    }

    @Test
    void packages_sayWhatTheyAreForAndKnowNoNull() {
        List<Path> folders = JavaSources.mainFiles()
                .stream()
                .map(file -> Repository.HOME.resolve(file).resolveSibling("package-info.java"))
                .distinct()
                .toList();

        assertThat(folders).allSatisfy(info -> {
            assertThat(info).exists();
            assertThat(Files.readString(info)).as(info.toString()).contains("@NullMarked").contains("/**");
        });
    }

    @Test
    void graphClient_needsOnlyTheJdkAndJson() {
        assertThat(importsOf("graph-client")).allMatch(line -> line.imported()
                .matches(
                        "(java|javax|tools\\.jackson|com\\.fasterxml\\.jackson\\.annotation|org\\.jspecify|dev\\.portway\\.graphclient)\\..*"),
                "is of the JDK, Jackson or its own: whoever uses the client alone gets nothing else with it");
    }

    @Test
    void sandbox_sharesNothingWithTheOthers() {
        assertThat(importsOf("graph-sandbox")).noneMatch(line -> line.imported().matches("dev\\.portway\\.(?!sandbox\\.).*"));
        assertThat(Repository.read(Path.of("graph-sandbox/pom.xml")))
                .as("Graph's wire is written down twice, apart, so that a mistake in one shows")
                .doesNotContain("<artifactId>graph-client</artifactId>", "<artifactId>server</artifactId>");
    }

    @Test
    void commandLine_knowsTheServerByItsApiOnly() {
        assertThat(importsOf("cli")).noneMatch(line -> line.imported().matches("dev\\.portway\\.(?!cli\\.).*"));
    }

    private List<ImportSeen> importsOf(String module) {
        return sources.imports().stream().filter(line -> line.file().startsWith(module)).toList();
    }

    private static void assertUsually(Collection<Integer> values, int limit, String what) {
        long within = values.stream().filter(value -> value <= limit).count();
        assertThat((double) within / values.size()).as("share of " + what + " up to " + limit).isGreaterThanOrEqualTo(USUALLY);
    }

    private static int lines(Path file) {
        return (int) Repository.read(file).lines().count();
    }
}
