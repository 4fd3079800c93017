package dev.portway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the README tells people to paste, pasted.
 *
 * <p>A block of shell lines below a line {@code <!-- runs -->} is run, on ports and in folders of the test's own, with what this build has made. The
 * comment may name what has to be in the output: {@code <!-- runs: +55 11 -->}.
 */
class ReadmeTest {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Pattern RUNS = Pattern.compile("(?ms)^<!-- runs(?:: (?<shows>[^\\n]*?))? -->\\n```sh\\n(?<lines>.*?)^```");

    @TempDir
    Path folder;

    @Test
    void commands_doWhatTheReadmeSays() {
        List<Block> blocks = RUNS.matcher(Repository.read(Path.of("README.md")))
                .results()
                .map(found -> new Block(found.group("lines"), found.group("shows") == null ? "" : found.group("shows")))
                .toList();

        assertThat(blocks).isNotEmpty();
        assertThat(blocks).allSatisfy(this::run);
    }

    private void run(Block block) {
        Map<String, String> own = Map.of("PORTWAY_BUILD", "off", "PORTWAY_JAVA_HOME", System.getProperty("java.home"), "PORTWAY_DATA",
                folder.resolve("data").toString(), "PORTWAY_PORT", port(), "PORTWAY_SANDBOX_PORT", port(), "PORTWAY_POSTGRES_PORT", port());
        // In the repository, as the README has it; the log beside it goes to the test's folder.
        List<String> shell = List.of("sh", "-euc", "cd '" + Repository.HOME + "'\n" + block.lines());
        try (Started started = Started.command("readme", folder, own, shell)) {
            int exitCode = started.exitCode(LIMIT);

            assertThat(exitCode).as(block.lines() + started.output()).isZero();
            assertThat(started.output()).contains(block.shows());
        }
    }

    private static String port() {
        return String.valueOf(Started.freePort());
    }

    /** Shell lines, and what they have to show. */
    private record Block(String lines, String shows) {}
}
