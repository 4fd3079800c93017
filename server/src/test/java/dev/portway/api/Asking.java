package dev.portway.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who sends requests, with these headers. Every answer of the API is held against its {@link Contract}. */
record Asking(URI base, Map<String, String> headers) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** What came back. */
    record Answer(int status, Map<String, String> headers, String body) {
        JsonNode json() {
            return JSON.readTree(body);
        }

        String header(String name) {
            return headers.getOrDefault(name, "");
        }

        /** The stable code of a problem. */
        String code() {
            return status + " " + (body.startsWith("{") ? json().path("code").asString("") : body);
        }
    }

    Asking with(String name, String value) {
        var more = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(name, value);
        return new Asking(base, more);
    }

    Answer get(String path) {
        return send("GET", path, "");
    }

    Answer post(String path, Object body) {
        return send("POST", path, body);
    }

    Answer send(String method, String path, Object body) {
        byte[] bytes = body instanceof byte[] raw
                ? raw
                : (body instanceof String text ? text : JSON.writeValueAsString(body)).getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> answer = send(method, path, bytes, HttpResponse.BodyHandlers.ofString());
        var told = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        answer.headers().map().forEach((name, values) -> told.put(name, String.join(", ", values)));
        var known = new Answer(answer.statusCode(), told, answer.body());
        if (path.startsWith("/v1/")) {
            Contract.holds(method, path, known);
        }
        return known;
    }

    /** An answer that is read while it comes. */
    InputStream stream(String path) {
        return with("Accept", "text/event-stream").send("GET", path, new byte[0], HttpResponse.BodyHandlers.ofInputStream()).body();
    }

    private <T> HttpResponse<T> send(String method, String path, byte[] body, HttpResponse.BodyHandler<T> reader) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, body.length == 0 ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body));
        if (!headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        try {
            return CLIENT.send(request.build(), reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
