package dev.portway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Many at once. */
class CrowdTest extends SandboxTest {

    private static final int NUMBERS = 200;

    @Test
    void hundredsOfMigrationsAtOnce_eachTakeEffectOnce() throws InterruptedException, ExecutionException {
        JsonNode numbers = anyone.postJson("/sandbox/numbers/batch", "{\"count\":" + NUMBERS + "}").json().path("numbers");
        List<Future<?>> moves = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            numbers.forEach(number -> moves.add(threads.submit(() -> move(number.asString()))));
        }
        for (Future<?> move : moves) {
            move.get();
        }

        assertThat(anyone.get("/sandbox/calls?call=register").json().path("count").asInt()).isEqualTo(2 * NUMBERS);
        assertThat(anyone.get("/sandbox/calls?call=register&effect=true").json().path("count").asInt()).isEqualTo(NUMBERS);
        assertThat(anyone.get("/sandbox/calls?status=500").json().path("count").asInt()).isZero();
        assertThat(sandbox.stage().world.with(() -> sandbox.stage().world.links()
                .filter(link -> link.migrating && link.registered())
                .map(link -> link.line)
                .distinct()
                .count())).isEqualTo(NUMBERS);
    }

    /** Registers twice at the same time, as two nodes might. */
    private void move(String number) {
        String id = destination.post(DESTINATION_WABA + "/phone_numbers",
                Map.of("cc", "55", "phone_number", number.substring(3), "migrate_phone_number", "true")).json().path("id").asString();
        destination.post("/v26.0/" + id + "/request_code", Map.of("code_method", "SMS", "language", "pt_BR"));
        String code = anyone.get("/sandbox/phones/" + number + "/inbox").json().path("messages").path(0).path("code").asString();
        destination.post("/v26.0/" + id + "/verify_code", Map.of("code", code));
        Map<String, String> register = Map.of("messaging_product", "whatsapp", "pin", "148392");
        Thread twin = Thread.startVirtualThread(() -> destination.post("/v26.0/" + id + "/register", register));
        assertThat(destination.post("/v26.0/" + id + "/register", register).status()).isEqualTo(200);
        try {
            twin.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
