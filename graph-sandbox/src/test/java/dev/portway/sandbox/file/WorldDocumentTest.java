package dev.portway.sandbox.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The page that says what a world file may say is made of the tables that read it. Written anew with {@code -Dportway.docs=write}. */
class WorldDocumentTest {

    static final String HEAD = """
            # World files

            A world is what the sandbox starts from: who there is, which numbers and templates, in which state. One is a JSON file; comments and
            commas at ends are let pass. `graph-sandbox --world my-world.json` starts from one, `PUT /sandbox/world` loads one into a running
            sandbox, `GET /sandbox/world/file` saves what is there. Every list may be left out; rows name only what stands in a list before their
            own. A file with mistakes changes nothing, and all of them are told at once: the place, what is wrong, what is allowed.

            ```json
            {
              "businesses": [{"id": "1", "name": "Padaria Aurora"}],
              "wabas": [{"id": "2", "name": "Aurora", "owner": "1", "fundingId": "3"}],
              "numbers": [{"countryCode": "55", "national": "11987650001", "pin": "246810",
                           "links": [{"id": "4", "waba": "2", "verifiedName": "Aurora", "quality": "YELLOW"}]}]
            }
            ```

            Beside the lists: `landmarks`, an object of names by which `GET /sandbox/env` finds its values (`destination-token`, `source-waba`,
            `number`…); `testers`, people's numbers that have always just written; `switches`, as at `GET /sandbox/switches`; `clock`,
            `{"mode": "frozen", "now": "2026-11-21T12:00:00Z"}`, or `{"mode": "real", "speed": 60}`. A file without any list is refused, so that
            nothing left out empties a world; `{"businesses": []}` says so. Webhooks on their way, and the history of calls and webhooks, are not
            saved.

            Worlds that come along:

            | World | For |
            |---|---|
            """;

    @Test
    void page_saysWhatTheTablesSay() throws IOException {
        StringBuilder page = new StringBuilder(HEAD);
        ShippedWorlds.names().forEach(name -> page.append("| `%s` | %s |\n".formatted(name, ShippedWorlds.about(name))));
        page.append("\n<!-- From here on generated: ./mvnw test -pl graph-sandbox -am -Dportway.docs=write -->\n");
        WorldFile.ROWS.forEach(rows -> section(rows, "", page));
        Path file = Path.of(Objects.requireNonNull(System.getProperty("portway.home"))).resolve("docs/sandbox-worlds.md");
        if ("write".equals(System.getProperty("portway.docs"))) {
            Files.writeString(file, page);
        }

        assertThat(file).as("bring it up to date with -Dportway.docs=write").hasContent(page.toString());
    }

    private static void section(Rows<?, ?> rows, String inside, StringBuilder page) {
        page.append("\n## `")
                .append(inside)
                .append(rows.name())
                .append("`\n\n")
                .append(rows.about())
                .append("\n\n| Fact | Is | |\n|---|---|---|\n");
        rows.facts().all().forEach(fact -> page.append(line(fact)));
        rows.inner().forEach(inner -> section(inner, rows.name() + "[].", page));
    }

    private static String line(Fact<?> fact) {
        Fact.@Nullable Writer<?> writer = fact.writer();
        String about = fact.about() + (writer == null ? (fact.about().isEmpty() ? "" : "; ") + "stays as it is" : "");
        return "| `" + fact.name() + "` | " + fact.shape().allowed() + " | " + about + " |\n";
    }
}
