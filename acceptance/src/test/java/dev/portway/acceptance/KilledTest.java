package dev.portway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server dies, or stands still, around the one call that cannot be taken back. What happened is asked of the sandbox. */
class KilledTest {
    /** Take-over, and the time in which a lost call may still arrive, and the look after it. */
    private static final Duration LIMIT = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    @Test
    void serverKilledWhileRegisterIsAnswered_looksFirst_andRegistersOnce() {
        try (Rehearsed rehearsed = Rehearsed.start(folder)) {
            rehearsed.twoStepOff();
            String id;
            try (Server first = rehearsed.server()) {
                id = rehearsed.placed(first);
                rehearsed.untilAsked(first, id, "enter-code");
                rehearsed.sandbox()
                        .http()
                        .post("/sandbox/faults", Map.of("call", "register", "kind", "delay-answer", "delayMillis", 20_000, "times", 1));
                rehearsed.enterCode(first, id);
                first.process()
                        .until("register arrives", LIMIT,
                                () -> rehearsed.sandbox().http().get("/sandbox/faults").json().toString().contains("\"hit\":1"));
                first.process().kill();
            }
            try (Server second = rehearsed.server()) {
                second.process()
                        .until("it completes", LIMIT, () -> rehearsed.migration(second, id).path("status").asString().equals("completed"));
                String events = rehearsed.asKeyHolder(second).get("/v1/migrations/" + id + "/events").body();
                assertThat(events).contains("register-found-done");
            }
            assertThat(rehearsed.registers("&effect=true")).isEqualTo(1);
            assertThat(rehearsed.registers("")).isEqualTo(1);
        }
    }
}
