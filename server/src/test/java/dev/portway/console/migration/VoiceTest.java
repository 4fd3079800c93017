package dev.portway.console.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.words.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class VoiceTest {
    @Test
    void timeThatNoClockShows_isSaidAsItIsWritten() {
        var voice = new Voice(Words.of("console", Locale.ENGLISH), ZoneId.of("Asia/Tokyo"), Instant.parse("2026-11-22T12:00:00Z"));

        assertThat(voice.moment(Instant.MAX).text()).isEqualTo(Instant.MAX.toString());
        assertThat(voice.moment(Instant.parse("2026-11-22T01:00:00Z")).text()).startsWith("today");
    }
}
