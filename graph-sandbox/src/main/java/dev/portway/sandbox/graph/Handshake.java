package dev.portway.sandbox.graph;

/** Asks an app's address whether it wants webhooks, before a subscription is taken. Takes the network's time, so outside the world's lock. */
@FunctionalInterface
public interface Handshake {

    boolean shake(String url, String verifyToken);

    /** Only a request that sets an address has a hand to shake. */
    default boolean holds(GraphRequest request) {
        boolean sets = request.method().equals("POST") && request.params().has("callback_url");
        return !sets || shake(request.params().required("callback_url"), request.params().text("verify_token").orElse(""));
    }
}
