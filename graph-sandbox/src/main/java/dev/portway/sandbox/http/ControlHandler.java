package dev.portway.sandbox.http;

import dev.portway.sandbox.control.ControlReply;
import dev.portway.sandbox.control.ControlRequest;
import dev.portway.sandbox.control.Desk;
import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.refusal.Refused;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Carries a request to the control surface and its answer back. */
final class ControlHandler implements Handler {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE");

    private final Desk desk;

    ControlHandler(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) throws IOException {
        ControlReply reply = reply(request);
        response.status(Status.create(reply.status())).header(HeaderNames.CACHE_CONTROL, "no-store");
        ReadyHeaders.put(reply.contentType(), reply.headers(), response);
        response.send(reply.body().getBytes(StandardCharsets.UTF_8));
    }

    private ControlReply reply(ServerRequest request) throws IOException {
        if (!METHODS.contains(request.prologue().method().text())) {
            return ControlReply.wrong(405, "/sandbox takes GET, POST, PUT and DELETE, not " + request.prologue().method().text());
        }
        try {
            byte[] body = Bodies.read(request, HttpServer.LARGEST_WORLD_BYTES);
            return desk.answer(of(request, body.length == 0 ? Json.object() : Json.lenient(body)));
        } catch (Refused tooMuch) {
            return ControlReply.unreadable();
        } catch (IllegalArgumentException notJson) {
            return ControlReply.unreadable(String.valueOf(notJson.getMessage()));
        }
    }

    private static ControlRequest of(ServerRequest request, JsonNode body) {
        String method = request.prologue().method().text();
        return new ControlRequest(method.equals("HEAD") ? "GET" : method, segments(request), query(request), body, Bodies.origin(request),
                request.headers().value(HeaderNames.ACCEPT_LANGUAGE).orElse(""),
                request.headers()
                        .value(HeaderNames.AUTHORIZATION)
                        .map(value -> value.replaceFirst("(?i)^Bearer\\s+", ""))
                        .orElse(null));
    }

    private static List<String> segments(ServerRequest request) {
        return Stream.of(request.prologue().uriPath().path().split("/")).filter(segment -> !segment.isEmpty()).skip(1).toList();
    }

    private static Map<String, String> query(ServerRequest request) {
        Map<String, String> query = new HashMap<>();
        for (String name : request.query().names()) {
            query.put(name, request.query().first(name).orElse(""));
        }
        return query;
    }
}
