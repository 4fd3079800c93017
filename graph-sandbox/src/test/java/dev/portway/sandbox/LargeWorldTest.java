package dev.portway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** 10,000 numbers and 60,000 templates. The limits are the ones we promise, with room for a busy machine. */
class LargeWorldTest extends SandboxTest {

    @Test
    void largeWorld_loadsInSecondsAndListsAnyPageAtOnce() {
        long began = System.nanoTime();
        JsonNode loaded = anyone.put("/sandbox/world", "{\"world\":\"large\"}").json();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
        assertThat(loaded.path("numbers").asInt()).isEqualTo(10_000);
        assertThat(loaded.path("templates").asInt()).isEqualTo(60_000);

        String page = "/v26.0/210000000000049/message_templates?limit=100&fields=id,name,status";
        String next = source.get(page).json().path("paging").path("next").asString();
        for (int i = 0; i < 10; i++) {
            JsonNode read = anyone.get(next).json();
            assertThat(read.path("data")).hasSize(100);
            next = read.path("paging").path("next").asString();
        }
        began = System.nanoTime();
        assertThat(anyone.get(next).json().path("data")).hasSize(100);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(1));
    }
}
