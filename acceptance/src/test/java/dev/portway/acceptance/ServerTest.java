package dev.portway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerTest {

    @TempDir
    Path folder;

    @Test
    void killedServer_startsAgainOnItsData() {
        try (Server first = Server.start(folder, Map.of())) {
            first.process().kill();
        }

        try (Server second = Server.start(folder, Map.of())) {
            assertThat(second.http().get("/health/ready").status()).isEqualTo(200);
        }
    }
}
