package dev.portway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultsTest extends SandboxTest {

    private static final Map<String, String> INITIATE = Map.of("cc", "55", "phone_number", "11987650002", "migrate_phone_number", "true");

    @ParameterizedTest
    @CsvSource({"lost, 0", "drop-before, 0", "drop-after, 1"})
    void drop_closesTheConnectionBeforeOrAfterTheEffect(String kind, int effects) {
        order("{\"call\":\"add-number\",\"kind\":\"" + kind + "\",\"delayMillis\":30}");

        assertThatThrownBy(this::initiate).isInstanceOf(UncheckedIOException.class);
        assertThat(effects()).isEqualTo(effects);
        assertThat(anyone.get("/sandbox/calls?call=add-number").json().path("calls").path(0).path("status").asInt()).isZero();
        assertThat(initiate().status()).isEqualTo(200);
        assertThat(effects()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"http-500, 500, 0", "http-503, 503, 0", "html, 500, 0", "http-500-after, 500, 1", "http-503-after, 503, 1",
        "html-after, 500, 1", "throttle, 400, 0", "error:number-in-maintenance, 400, 0", "delay, 200, 1", "delay-answer, 200, 1"})
    void kinds_answerAsTheySayAndTakeEffectAsTheySay(String kind, int status, int effects) {
        order("{\"call\":\"add-number\",\"kind\":\"" + kind + "\",\"delayMillis\":30}");

        assertThat(initiate().status()).isEqualTo(status);
        assertThat(effects()).isEqualTo(effects);
    }

    @Test
    void nthAndTimes_choseWhichCallsAreStruck() {
        order("{\"call\":\"read-number\",\"kind\":\"http-500\",\"number\":\"+5511987650002\",\"nth\":2,\"times\":2}");

        assertThat(destination.get("/v26.0/106540352240001").status()).isEqualTo(200);
        assertThat(destination.get(READY).status()).isEqualTo(200);
        assertThat(destination.get(READY).status()).isEqualTo(500);
        assertThat(destination.get(READY).status()).isEqualTo(500);
        assertThat(destination.get(READY).status()).isEqualTo(200);
    }

    @Test
    void callsAboutAWaba_areStruckApart() {
        order("{\"call\":\"*\",\"kind\":\"http-500\",\"waba\":\"200000000000002\"}");

        assertThat(destination.get("/v26.0/200000000000001").status()).as("about another").isEqualTo(200);
        assertThat(destination.get(DESTINATION_WABA + "/phone_numbers").status()).isEqualTo(500);
    }

    @Test
    void unknownOrders_sayWhatWouldBeKnown() {
        assertThat(anyone.postJson("/sandbox/faults", "{\"call\":\"fly\",\"kind\":\"delay\"}").body()).contains("register");
        assertThat(anyone.postJson("/sandbox/faults", "{\"call\":\"register\",\"kind\":\"error:nothing\"}").body()).contains("drop-after");
        assertThat(anyone.postJson("/sandbox/faults", "{\"call\":\"register\",\"kind\":\"delay\",\"nth\":\"x\"}").status()).isEqualTo(400);
    }

    private Wire.Heard initiate() {
        return destination.post(DESTINATION_WABA + "/phone_numbers", INITIATE);
    }

    private int effects() {
        return anyone.get("/sandbox/calls?call=add-number&effect=true").json().path("count").asInt();
    }
}
