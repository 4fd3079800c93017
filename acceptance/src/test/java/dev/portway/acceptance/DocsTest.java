package dev.portway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages people read: their links lead somewhere, and their words are those of the glossary. */
class DocsTest {

    private static final Path GLOSSARY = Path.of("docs/glossary.md");
    private static final Path DECISIONS = Path.of("docs/decisions");

    /** In the table, in the last column: {@code **word**}. */
    private static final Pattern RULED_OUT = Pattern.compile("\\*\\*([^*]+)\\*\\*");

    private final List<MarkdownPage> pages = MarkdownPage.all();

    @Test
    void links_leadSomewhere() {
        List<String> broken = pages.stream()
                .flatMap(page -> page.links().stream().filter(link -> !page.resolves(link)).map(link -> page.file() + ": " + link))
                .toList();

        assertThat(pages.stream().flatMap(page -> page.links().stream())).hasSizeGreaterThan(20);
        assertThat(broken).as("links that lead nowhere").isEmpty();
    }

    @Test
    void pages_useTheWordsOfTheGlossary() {
        List<String> wrong = pages.stream()
                .filter(page -> !page.file().equals(GLOSSARY))
                .flatMap(page -> ruledOutIn(page.prose()).map(word -> page.file() + ": " + word))
                .toList();

        assertThat(wrong).as("words that the glossary rules out").isEmpty();
    }

    @Test
    void messages_useTheWordsOfTheGlossary() {
        List<String> wrong = Repository.files("_en.properties")
                .stream()
                .flatMap(file -> Repository.read(file).lines().flatMap(line -> ruledOutIn(saidBy(line)).map(word -> file + ": " + line)))
                .toList();

        assertThat(wrong).as("words that the glossary rules out").isEmpty();
    }

    @Test
    void decisions_areNumberedWithoutGapsAndListed() {
        List<String> decisions = Repository.files(".md")
                .stream()
                .filter(file -> file.startsWith(DECISIONS))
                .map(file -> file.getFileName() + "")
                .filter(name -> !name.equals("README.md"))
                .toList();
        MarkdownPage index = MarkdownPage.read(DECISIONS.resolve("README.md"));

        assertThat(index.links()).containsExactlyElementsOf(decisions);
        for (int i = 0; i < decisions.size(); i++) {
            assertThat(decisions.get(i)).startsWith("%04d-".formatted(i + 1));
        }
    }

    @Test
    void glossary_rulesSomethingOut() {
        assertThat(ruledOut()).contains("tenant", "mock").hasSizeGreaterThan(5);
    }

    private Stream<String> ruledOutIn(String prose) {
        String words = String.join("|", ruledOut().stream().map(Pattern::quote).toList());
        return Pattern.compile("(?i)\\b(" + words + ")s?\\b").matcher(prose).results().map(MatchResult::group);
    }

    private List<String> ruledOut() {
        return MarkdownPage.read(GLOSSARY)
                .text()
                .lines()
                .filter(line -> line.startsWith("|"))
                .flatMap(line -> RULED_OUT.matcher(line).results().map(word -> word.group(1)))
                .toList();
    }

    /** What a line of a bundle says, without its key. */
    private static String saidBy(String line) {
        return line.startsWith("#") ? "" : line.replaceFirst("^[^=]*=", "");
    }
}
