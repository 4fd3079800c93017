package dev.portway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Whoever listens where we wanted to, told to the person who starts us. */
final class Neighbour {
    /** It is on this machine; one that takes longer is not worth waiting for. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private Neighbour() {}

    static String at(int port) {
        String who = isOurs(port)
                ? "Another Portway runs on port " + port + " already, one of yours or a demo's: stop it with Ctrl-C where it runs"
                : "Another program listens on port " + port + ": stop that";
        return who + ", or choose a free port with PORTWAY_PORT.";
    }

    /** Ready or not, a Portway says of its health. */
    private static boolean isOurs(int port) {
        try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready")).timeout(PATIENCE).build(),
                    HttpResponse.BodyHandlers.ofString());
            return answer.body().contains("\"status\"");
        } catch (IOException silent) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
