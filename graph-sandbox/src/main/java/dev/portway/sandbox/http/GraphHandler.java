package dev.portway.sandbox.http;

import dev.portway.sandbox.control.Stage;
import dev.portway.sandbox.control.Stages;
import dev.portway.sandbox.graph.Graph;
import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.refusal.Refused;
import dev.portway.sandbox.rules.template.Uploads;
import dev.portway.sandbox.wire.GraphErrors;
import dev.portway.sandbox.wire.GraphReply;
import dev.portway.sandbox.wire.GraphRequest;
import dev.portway.sandbox.wire.Requests;
import dev.portway.sandbox.wire.Traces;
import dev.portway.sandbox.world.Content;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Carries a request to Graph and its answer back. */
final class GraphHandler implements Handler {

    /** Documented (Resumable Upload API): a header, and no parameter. */
    private static final HeaderName OFFSET = HeaderNames.create("file_offset");

    private final Stages stages;

    GraphHandler(Stages stages) {
        this.stages = stages;
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) throws IOException {
        if (request.prologue().method().text().equals("OPTIONS")) {
            permit(request, response);
            return;
        }
        switch (reply(request)) {
            case GraphReply.Answer answer -> send(answer, response);
            case GraphReply.File file -> send(file, response);
            case GraphReply.Nothing nothing -> throw new CloseConnectionException("dropped on order");
        }
    }

    private GraphReply reply(ServerRequest request) throws IOException {
        List<Content> files = new ArrayList<>();
        try {
            GraphRequest read = read(request, files);
            return stages.of(secret(read)).graph.answer(read);
        } catch (Refused unreadable) {
            String body = Json.text(GraphErrors.envelope(unreadable.refusal(), Traces.next()));
            return new GraphReply.Answer(unreadable.refusal().status(), Graph.JSON, body, Map.of());
        } finally {
            // What was stored has another holder by now.
            files.forEach(Content::release);
        }
    }

    private GraphRequest read(ServerRequest request, List<Content> files) throws IOException {
        String path = request.prologue().uriPath().path();
        boolean piece = path.contains("/upload:") && request.prologue().method().text().equals("POST");
        if (!piece && form(request)) {
            Requests.Raw raw = raw(request);
            boolean stranger = stranger(raw);
            return Bodies.reading(request,
                    body -> Requests.readForm(raw, stranger ? new Strangers(body) : body, files));
        }
        return piece
                ? Requests.upload(raw(request), request.headers().value(OFFSET).orElse(null), Bodies.count(request, Uploads.LONGEST))
                : Requests.read(raw(request), Bodies.read(request, HttpServer.LARGEST_BODY_BYTES));
    }

    /** Whether nobody has the token that is said before the body. A form may say it also in a part of its own, after any other. */
    private boolean stranger(Requests.Raw raw) {
        return Requests.token(raw).filter(token -> {
            Stage stage = stages.of(token);
            return stage.world.with(() -> stage.rules.access.find(token).isEmpty());
        }).isPresent();
    }

    /** A page's browser asks before it sends a token in a header. Assumed: that Graph lets it, as it lets it read every answer. */
    private static void permit(ServerRequest request, ServerResponse response) {
        response.status(Status.OK_200)
                .header(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .header(HeaderNames.ACCESS_CONTROL_ALLOW_METHODS, "GET, POST, DELETE, OPTIONS");
        request.headers()
                .value(HeaderNames.ACCESS_CONTROL_REQUEST_HEADERS)
                .ifPresent(asked -> response.header(ReadyHeaders.checked(HeaderNames.ACCESS_CONTROL_ALLOW_HEADERS, asked)));
        response.send();
    }

    private static boolean form(ServerRequest request) {
        return request.headers()
                .value(HeaderNames.CONTENT_TYPE)
                .filter(type -> type.regionMatches(true, 0, "multipart/", 0, 10))
                .isPresent();
    }

    /** What tells the world that is meant: the token or, where there is none yet, the app's secret. */
    private static @Nullable String secret(GraphRequest request) {
        return request.token() != null ? request.token() : request.params().text("client_secret").orElse(null);
    }

    private static Requests.Raw raw(ServerRequest request) {
        return new Requests.Raw(request.prologue().method().text(), Bodies.origin(request), request.prologue().uriPath().rawPath(),
                request.prologue().query().rawValue(), request.headers().value(HeaderNames.CONTENT_TYPE).orElse(""),
                request.headers().value(HeaderNames.AUTHORIZATION).orElse(null));
    }

    private static void send(GraphReply.File file, ServerResponse response) throws IOException {
        Content content = file.media().content;
        if (!content.hold()) {
            throw new CloseConnectionException("deleted since it was found");
        }
        try {
            send(file, content, response);
        } finally {
            content.release();
        }
    }

    private static void send(GraphReply.File file, Content content, ServerResponse response) throws IOException {
        response.status(Status.OK_200);
        ReadyHeaders.put(file.media().type, file.headers(), response);
        response.header(HeaderNames.CONTENT_LENGTH, String.valueOf(content.length()));
        try (OutputStream out = response.outputStream()) {
            content.writeTo(out);
        }
    }

    private static void send(GraphReply.Answer answer, ServerResponse response) {
        response.status(Status.create(answer.status()));
        ReadyHeaders.put(answer.contentType(), answer.headers(), response);
        response.send(answer.body().getBytes(StandardCharsets.UTF_8));
    }
}
