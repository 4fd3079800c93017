package dev.portway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxTest {

    @TempDir
    Path folder;

    @Test
    void start_saysWhatACallerNeeds() {
        try (Sandbox sandbox = Sandbox.start(folder)) {
            assertThat(sandbox.env().propertyNames()).contains("graphBaseUrl", "graphToken", "appId", "appSecret", "businessId", "wabaId",
                    "sourceWabaId", "migratableNumber", "apiVersion");
        }
    }

    @Test
    void pause_holdsAnswersBackUntilItGoesOn() {
        try (Sandbox sandbox = Sandbox.start(folder)) {
            sandbox.process().pause();
            Thread asking = Thread.startVirtualThread(() -> sandbox.http().get("/sandbox/env"));
            assertThat(sandbox.process().isPaused()).isTrue();
            assertThat(asking.isAlive()).isTrue();

            sandbox.process().resume();

            Await.until("the answer comes", Duration.ofSeconds(10), () -> !asking.isAlive());
        }
    }

    @Test
    void kill_leavesNobodyListening() {
        try (Sandbox sandbox = Sandbox.start(folder)) {
            sandbox.process().kill();

            assertThat(sandbox.http().isUp("/sandbox/env")).isFalse();
        }
    }

    @Test
    void frontPage_opensOnAPhone() {
        try (Browser browser = Browser.open(); Sandbox sandbox = Sandbox.start(folder)) {
            Page page = browser.phone("pt-BR");

            assertThat(page.navigate("http://127.0.0.1:" + sandbox.port() + "/sandbox").status()).isEqualTo(200);
        }
    }
}
