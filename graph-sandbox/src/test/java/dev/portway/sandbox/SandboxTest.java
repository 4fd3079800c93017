package dev.portway.sandbox;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A sandbox of its own for each test, with a clock that stands still, and callers to it. */
abstract class SandboxTest {

    static final String SOURCE_WABA = "/v26.0/200000000000001";
    static final String DESTINATION_WABA = "/v26.0/200000000000002";
    static final String READY = "/v26.0/106540352240002";

    final Sandbox sandbox = Sandbox.start(SandboxOptions.onFreePort());
    final Wire destination = Wire.destination(sandbox);
    final Wire source = Wire.source(sandbox);
    final Wire anyone = new Wire(sandbox, "");

    @BeforeEach
    void freeze() {
        destination.put("/sandbox/clock", "{\"mode\":\"frozen\",\"now\":\"2026-11-21T12:00:00Z\"}");
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    void order(String fault) {
        Wire.Heard heard = anyone.postJson("/sandbox/faults", fault);
        if (heard.status() != 200) {
            throw new AssertionError(heard.body());
        }
    }

    void choose(String name, String value) {
        anyone.put("/sandbox/switches", "{\"" + name + "\":\"" + value + "\"}");
    }
}
