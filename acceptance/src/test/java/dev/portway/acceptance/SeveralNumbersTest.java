package dev.portway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers that can only move together share one point of no return. The server dies while the second of them is being registered. */
class SeveralNumbersTest {
    private static final Duration LIMIT = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    @Test
    void serverKilledWhileTheSecondIsRegistered_looksFirst_andMovesAllOfThemOnce() {
        try (Rehearsed rehearsed = Rehearsed.start(folder)) {
            List<String> numbers = rehearsed.sandbox().batch(3);
            Crowd crowd;
            try (Server first = rehearsed.server()) {
                rehearsed.sandbox().fault("register", "delay-answer", Map.of("number", numbers.get(1), "delayMillis", 20_000));
                String id = rehearsed.placed(first, numbers);
                Map<String, String> ids = new LinkedHashMap<>();
                numbers.forEach(number -> ids.put(number, id));
                crowd = new Crowd(rehearsed, ids);
                crowd.until(first, "the second register arrives", LIMIT, rehearsed.sandbox()::allStruck);
                first.process().kill();
            }
            try (Server second = rehearsed.server()) {
                crowd.untilCompleted(second, LIMIT);
                String id = crowd.id(numbers.getFirst());
                assertThat(rehearsed.asKeyHolder(second).get("/v1/migrations/" + id + "/events").body()).contains("register-found-done");
            }
            crowd.assertMovedOnce();
            assertThat(rehearsed.registers("")).as("registers sent, with effect or without").isEqualTo(numbers.size());
        }
    }
}
