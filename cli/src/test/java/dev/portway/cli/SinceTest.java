package dev.portway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SinceTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");

    @ParameterizedTest
    @CsvSource({"yesterday, 2026-11-20T12:00:00Z", "PT6H, 2026-11-21T06:00:00Z", "P2D, 2026-11-19T12:00:00Z",
        "2026-11-20, 2026-11-20T03:00:00Z", "2026-11-20T09:00:00Z, 2026-11-20T09:00:00Z",
        "2026-11-20T09:00:00-03:00, 2026-11-20T12:00:00Z"})
    void instant_asPeopleWriteIt(String text, Instant meant) {
        assertThat(Since.of(text, NOW, SAO_PAULO)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "P", "tomorrow", "2026-13-01", "24h", "12:00", "P999999999999D"})
    void anythingElse_isNone(String text) {
        assertThat(Since.of(text, NOW, SAO_PAULO)).isEmpty();
    }

    @Test
    void spanWithASign_pointsBackAllTheSame() {
        assertThat(Since.of("-PT1H", NOW, SAO_PAULO)).as("a sign is no letter").isEmpty();
        assertThat(Since.of("PT-1H", NOW, SAO_PAULO)).contains(NOW.minusSeconds(3_600));
    }
}
