package dev.portway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README promises. */
class ReadmeTest extends SandboxTest {

    private static final Path README = Path.of(System.getProperty("basedir", "."), "README.md");
    private static final Pattern ROW = Pattern.compile("\\| (\\+[\\d -]+) \\| [^|]+ \\| ([^|]+) \\|");

    @Test
    void walk_migratesANumberByHand() throws IOException, InterruptedException {
        String readme = Files.readString(README);
        int start = readme.indexOf("```sh walk\n") + "```sh walk\n".length();
        String walk = readme.substring(start, readme.indexOf("```", start)).replace("http://127.0.0.1:8421", sandbox.uri().toString());
        Process shell = new ProcessBuilder("bash", "-eu", "-c", walk).redirectErrorStream(true).start();
        String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(shell.waitFor()).as(said).isZero();
        assertThat(said).contains("\"is_pin_enabled\":true", "2388001", "{\"status\":\"MIGRATED\",",
                "\"status\":\"CONNECTED\",\"is_pin_enabled\":true",
                "\"effect\":true", "\"status\":\"REJECTED\"");
    }

    @Test
    void magicNumbers_answerAsTheTableSays() throws IOException {
        Matcher row = ROW.matcher(Files.readString(README));
        int rows = 0;
        while (row.find()) {
            rows++;
            String digits = row.group(1).replaceAll("\\D", "");
            int prefix = digits.startsWith("55") ? 2 : 1;
            Wire.Heard heard = destination.post(DESTINATION_WABA + "/phone_numbers",
                    Map.of("cc", digits.substring(0, prefix), "phone_number",
                            digits.substring(prefix), "migrate_phone_number", "true"));
            String expected = row.group(2).startsWith("an id") ? "200" : row.group(2).replaceAll("[ ,].*", "");
            assertThat(heard.code()).as(row.group()).isEqualTo(expected);
        }
        assertThat(rows).isEqualTo(20);
    }
}
