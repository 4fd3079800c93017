package dev.portway.sandbox;

import dev.portway.sandbox.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A caller as tests need one: plain HTTP, with what came back. */
final class Wire {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Sandbox sandbox;
    private final String token;

    Wire(Sandbox sandbox, String token) {
        this.sandbox = sandbox;
        this.token = token;
    }

    static Wire destination(Sandbox sandbox) {
        return new Wire(sandbox, "sandbox-token-destination");
    }

    static Wire source(Sandbox sandbox) {
        return new Wire(sandbox, "sandbox-token-source");
    }

    /** What came back. */
    record Heard(int status, String body, Map<String, String> headers) {

        JsonNode json() {
            return Json.parse(body).orElseThrow(() -> new AssertionError("not JSON: " + body));
        }

        JsonNode error() {
            return json().path("error");
        }

        /** {@code 100/2388001}, or {@code 200 OK}'s plain status when it is no error. */
        String code() {
            JsonNode error = error();
            if (error.isMissingNode()) {
                return Integer.toString(status);
            }
            return error.path("code").asInt() + (error.has("error_subcode") ? "/" + error.path("error_subcode").asInt() : "");
        }
    }

    Heard get(String path) {
        return send(request(path).GET());
    }

    Heard delete(String path) {
        return send(request(path).DELETE());
    }

    Heard post(String path, Map<String, String> form) {
        String body = form.entrySet()
                .stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Heard postJson(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    Heard postBytes(String path, String contentType, byte[] body) {
        return send(request(path).header("Content-Type", contentType).POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    Heard put(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** What a page's browser asks before it sends a token. */
    Heard preflight(String path) {
        return send(request(path).header("Access-Control-Request-Headers", "authorization,content-type")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
    }

    Heard say(String method, String path) {
        return send(request(path).method(method, HttpRequest.BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : sandbox.uri() + path))
                .timeout(Duration.ofSeconds(20));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static Heard send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            Map<String, String> headers = response.headers()
                    .map()
                    .entrySet()
                    .stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().getFirst()));
            return new Heard(response.statusCode(), response.body(), headers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
