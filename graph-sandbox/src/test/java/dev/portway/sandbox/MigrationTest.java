package dev.portway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.sandbox.fidelity.Assumed;
import dev.portway.sandbox.fidelity.Documented;
import dev.portway.sandbox.fidelity.Page;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A number moves, over the wire. */
class MigrationTest {

    private static final String NUMBER = "+5511987650001";
    private static final String SOURCE_ID = "/v26.0/106540352240001";
    private static final String DESTINATION = "/v26.0/200000000000002";

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.onFreePort());
    private final Wire destination = Wire.destination(sandbox);
    private final Wire source = Wire.source(sandbox);

    @BeforeEach
    void freeze() {
        destination.put("/sandbox/clock", "{\"mode\":\"frozen\",\"now\":\"2026-11-21T12:00:00Z\"}");
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    @Documented(page = Page.MOVE_BY_SIGNUP, but = "133010 at the source afterwards")
    void number_isTheSourcesUntilRegisterAndTheDestinationsFromThere() {
        turnTwoStepOff();
        String id = initiate().json().path("id").asString();
        assertThat(status(SOURCE_ID)).isEqualTo("CONNECTED");
        assertThat(status("/v26.0/" + id)).isEqualTo("PENDING");

        proveOwnership(id);
        assertThat(status(SOURCE_ID)).isEqualTo("CONNECTED");
        assertThat(register(id, "148392").status()).isEqualTo(200);

        assertThat(status(SOURCE_ID)).isEqualTo("MIGRATED");
        assertThat(status("/v26.0/" + id)).isEqualTo("CONNECTED");
        assertThat(send(source, SOURCE_ID).code()).isEqualTo("133010");
        assertThat(send(destination, "/v26.0/" + id).status()).isEqualTo(200);
    }

    @Test
    @Assumed(because = "the number already has that PIN, so nothing is left to do", settledBy = "register sent twice with the same PIN to a number that was moved")
    void register_takesEffectOnceHoweverOftenItIsSent() {
        turnTwoStepOff();
        String id = initiate().json().path("id").asString();
        proveOwnership(id);
        for (int i = 0; i < 3; i++) {
            assertThat(register(id, "148392").status()).isEqualTo(200);
        }

        assertThat(destination.get("/sandbox/calls?call=register&effect=true").json().path("count").asInt()).isEqualTo(1);
        assertThat(destination.get("/sandbox/calls?call=register&number=" + NUMBER.substring(1)).json().path("count").asInt()).isEqualTo(3);
    }

    @Test
    @Assumed(because = "2388001 was on the error page until Dec 2025 and is gone since", settledBy = "an initiate with two-step verification on; switch two-step-checked-at")
    void initiate_isRefusedWhileTwoStepIsOn() {
        assertThat(initiate().code()).isEqualTo("100/2388001");
    }

    @Test
    @Documented(page = Page.ERROR_CODES, but = "that it is asked again at register")
    void twoStepBackOn_isSeenAtRegister() {
        turnTwoStepOff();
        String id = initiate().json().path("id").asString();
        proveOwnership(id);
        destination.put("/sandbox/numbers/" + NUMBER + "/two-step", "{\"enabled\":true,\"pin\":\"111111\"}");

        assertThat(register(id, "148392").code()).isEqualTo("133005");
        assertThat(status(SOURCE_ID)).isEqualTo("CONNECTED");
    }

    private void turnTwoStepOff() {
        destination.put("/sandbox/numbers/" + NUMBER + "/two-step", "{\"enabled\":false}");
    }

    private Wire.Heard initiate() {
        return destination.post(DESTINATION + "/phone_numbers",
                Map.of("cc", "55", "phone_number", "11987650001", "migrate_phone_number", "true"));
    }

    private void proveOwnership(String id) {
        destination.post("/v26.0/" + id + "/request_code", Map.of("code_method", "SMS", "language", "pt_BR"));
        String code = destination.get("/sandbox/phones/" + NUMBER + "/inbox").json().path("messages").path(0).path("code").asString();
        assertThat(destination.post("/v26.0/" + id + "/verify_code", Map.of("code", code)).status()).isEqualTo(200);
    }

    private Wire.Heard register(String id, String pin) {
        return destination.postJson("/v26.0/" + id + "/register", "{\"messaging_product\":\"whatsapp\",\"pin\":\"" + pin + "\"}");
    }

    private static Wire.Heard send(Wire caller, String path) {
        return caller.postJson(path + "/messages",
                "{\"messaging_product\":\"whatsapp\",\"to\":\"5511912345678\",\"type\":\"text\",\"text\":{\"body\":\"oi\"}}");
    }

    private String status(String path) {
        return destination.get(path + "?fields=status").json().path("status").asString();
    }
}
