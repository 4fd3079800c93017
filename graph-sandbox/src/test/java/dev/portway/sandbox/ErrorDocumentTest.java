package dev.portway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The page that lists the errors for people is made of what {@code GET /sandbox/errors} says. Written anew with {@code -Dportway.docs=write}. */
class ErrorDocumentTest extends SandboxTest {

    private static final String HEAD = """
            # Errors of the sandbox

            Every error that the sandbox's Graph can answer with. Each can be ordered as a fault by its name, on the calls on which Graph answers so or on any other:

            ```sh
            curl http://127.0.0.1:8421/sandbox/faults -d '{"call":"register","kind":"error:pin-mismatch"}'
            ```

            or with one press at `/sandbox/faults-and-clock`. `GET /sandbox/errors` says the same as JSON. Where codes come from stands at the rows in
            [ErrorRow](../graph-sandbox/src/main/java/dev/portway/sandbox/refusal/ErrorRow.java).

            Title and text are for people, and come in the language of the call's `locale`: `pt_BR`, `es_LA`, or English for any other. Without one they are
            in English, or as the switch `error-language` says. Messages and details are English in every language. [Below](#words-in-three-languages) stands
            which words are Meta's.

            <!-- The table is generated: ./mvnw test -pl graph-sandbox -am -Dportway.docs=write -->

            | Name | Code | HTTP | Message | Words for its user, or details | On |
            |---|---|---|---|---|---|
            """;

    private static final String WORDS = """

            ## Words in three languages

            Documented: on Meta's pages in this language; that a call answers in the same words is assumed. Observed: in answers that people published; the
            title beside an observed text may be assumed. Assumed: our own words or our own translation. A Spanish page of these errors was not found.

            | Name | In | Title | Text | Known |
            |---|---|---|---|---|
            """;

    @Test
    void page_listsThemForPeople() throws IOException {
        StringBuilder page = new StringBuilder(HEAD);
        StringBuilder words = new StringBuilder(WORDS);
        anyone.get("/sandbox/errors")
                .json()
                .path("errors")
                .valueStream()
                .sorted(Comparator.comparingInt((JsonNode row) -> row.path("code").asInt())
                        .thenComparingInt(row -> row.path("subcode").asInt()))
                .forEach(row -> {
                    page.append(line(row));
                    row.path("words").forEach(said -> words.append(line(row, said)));
                });
        page.append(words);
        Path file = Path.of(Objects.requireNonNull(System.getProperty("portway.home"))).resolve("docs/sandbox-errors.md");
        if ("write".equals(System.getProperty("portway.docs"))) {
            Files.writeString(file, page);
        }

        assertThat(file).as("bring it up to date with -Dportway.docs=write").hasContent(page.toString());
    }

    private static String line(JsonNode row, JsonNode said) {
        return "| `%s` | %s | %s | %s | %s |\n".formatted(row.path("name").asString(), said.path("language").asString(),
                said.path("title").asString(), said.path("text").asString(), said.path("known").asString());
    }

    private static String line(JsonNode row) {
        String code = row.path("code").asString() + (row.path("subcode").asInt() == 0 ? "" : "/" + row.path("subcode").asString());
        String words = Stream.of("title", "text", "details")
                .map(name -> row.path(name).asString(""))
                .filter(text -> !text.isEmpty())
                .map(text -> "`" + text + "`")
                .collect(Collectors.joining(" "));
        String calls = row.path("calls")
                .valueStream()
                .map(JsonNode::asString)
                .map(call -> call.equals("*") ? "any" : "`" + call + "`")
                .collect(Collectors.joining(", "));
        return "| `%s` | %s | %s | `%s` | %s | %s |\n".formatted(row.path("name").asString(), code, row.path("status").asString(),
                row.path("message").asString(), words, calls);
    }
}
