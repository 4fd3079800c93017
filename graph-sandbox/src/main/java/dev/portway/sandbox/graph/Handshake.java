package dev.portway.sandbox.graph;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.wire.GraphRequest;
import dev.portway.sandbox.wire.Params;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Asks an app's address whether it wants webhooks, before a subscription is taken. Takes the network's time, so outside the world's lock. */
@FunctionalInterface
public interface Handshake {

    boolean shake(String url, String verifyToken);

    /** Only a request that sets an address has a hand to shake. */
    default boolean holds(GraphRequest request) {
        Params params = request.params();
        JsonNode ofNumber = params.tree("webhook_configuration").orElse(Json.object());
        Optional<String> url = params.text("callback_url")
                .or(() -> params.text("override_callback_uri"))
                .or(() -> Optional.ofNullable(Json.text(ofNumber, "override_callback_uri")))
                .filter(address -> !address.isEmpty());
        String token = params.text("verify_token").or(() -> Optional.ofNullable(Json.text(ofNumber, "verify_token"))).orElse("");
        return url.map(address -> shake(address, token)).orElse(true);
    }
}
