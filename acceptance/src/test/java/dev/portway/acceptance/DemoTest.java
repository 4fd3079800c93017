package dev.portway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the README promises first: one command moves a number. */
class DemoTest {
    private static final Duration LIMIT = Duration.ofMinutes(4);

    @TempDir
    Path folder;

    @Test
    void demo_movesANumberAndSaysSoInItsLastLine() {
        try (Started demo = Started.jar("cli", folder, Map.of(), "demo", "--exit", "--json", "--lang", "en", "--data",
                folder.resolve("demo").toString(),
                "--port",
                String.valueOf(Started.freePort()))) {
            assertThat(demo.exitCode(LIMIT)).as(demo.output()).isZero();

            assertThat(demo.output().lines()).as("a story, not a list").hasSizeLessThan(70);
            assertThat(demo.output()).contains("requirements looked at", "Number activated at the destination", "Calls to Meta: ")
                    .doesNotContain("read-waba", "take-snapshot");

            JsonNode said = new JsonMapper().readTree(demo.output().strip().lines().reduce((_, last) -> last).orElseThrow());
            assertThat(said.path("status").asString()).isEqualTo("completed");
            assertThat(said.path("route").asString()).isEqualTo("migrate");
            assertThat(said.path("steps").valueStream().map(step -> step.path("name").asString())).contains("checked", "initiated",
                    "registered", "settled");
            assertThat(said.path("steps").valueStream().filter(step -> step.path("name").asString().equals("settled")))
                    .allSatisfy(step -> assertThat(Instant.parse(step.path("startedAt").asString()))
                            .isBefore(Instant.parse(step.path("endedAt").asString())));
            assertThat(said.path("darkMillis").asLong(-1)).isNotNegative();
            assertThat(said.path("templates").path("carried").asInt()).isPositive();
        }
    }
}
