package dev.portway.sandbox.http;

import dev.portway.sandbox.control.Stage;
import dev.portway.sandbox.control.Stages;
import dev.portway.sandbox.pages.PageReply;
import dev.portway.sandbox.pages.PageRequest;
import dev.portway.sandbox.pages.Site;
import dev.portway.sandbox.refusal.Refused;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything below {@code /sandbox}: first the door, then the pages, then the control surface. */
final class PageHandler implements Handler {

    /** Far above any form of ours. */
    private static final int LARGEST_FORM_BYTES = 64 * 1024;

    private final Stages stages;
    private final Door door;
    private final ControlHandler control;

    PageHandler(Stages stages, Door door, ControlHandler control) {
        this.stages = stages;
        this.door = door;
        this.control = control;
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) throws IOException {
        Optional<String> refusal = door.refusal(request);
        if (refusal.isPresent()) {
            refuse(response, Status.FORBIDDEN_403, refusal.get());
            return;
        }
        try {
            Optional<PageReply> page = page(request);
            if (page.isPresent()) {
                send(page.get(), response);
            } else {
                control.handle(request, response);
            }
        } catch (Refused tooMuch) {
            refuse(response, Status.BAD_REQUEST_400, "This form is too long.");
        }
    }

    private static void refuse(ServerResponse response, Status status, String why) {
        response.status(status).header(HeaderNames.CONTENT_TYPE, "text/plain; charset=UTF-8").send(why.getBytes(StandardCharsets.UTF_8));
    }

    private Optional<PageReply> page(ServerRequest request) throws IOException {
        List<String> segments = segments(request);
        boolean named = segments.size() > 1 && segments.getFirst().equals("worlds");
        Optional<Stage> stage = named ? stages.named(segments.get(1)) : Optional.of(stages.first());
        String method = request.prologue().method().text().equals("HEAD") ? "GET" : request.prologue().method().text();
        List<String> below = named ? segments.subList(2, segments.size()) : segments;
        // GET /sandbox/worlds/{name} is the control surface's own.
        boolean about = named && below.isEmpty() && !html(request);
        if (stage.isEmpty() || about || !(method.equals("GET") || method.equals("POST")) || !Site.has(method, below)) {
            return Optional.empty();
        }
        String base = named ? "/sandbox/worlds/" + segments.get(1) : "/sandbox";
        Map<String, String> form = method.equals("POST")
                ? decoded(new String(Bodies.read(request, LARGEST_FORM_BYTES), StandardCharsets.UTF_8))
                : Map.of();
        return Site.answer(stage.get(), new PageRequest(method, base, below, decoded(request.prologue().query().rawValue()), form,
                Bodies.origin(request), header(request, HeaderNames.ACCEPT_LANGUAGE.defaultCase()), language(request)));
    }

    private static boolean html(ServerRequest request) {
        return header(request, "Accept").contains("text/html");
    }

    private static String header(ServerRequest request, String name) {
        return request.headers().value(HeaderNames.create(name)).orElse("");
    }

    private static String language(ServerRequest request) {
        return Stream.of(header(request, "Cookie").split(";\\s*"))
                .filter(cookie -> cookie.startsWith("sandbox-language="))
                .map(cookie -> cookie.substring("sandbox-language=".length()))
                .findFirst()
                .orElse("");
    }

    private static List<String> segments(ServerRequest request) {
        return Stream.of(request.prologue().uriPath().path().split("/")).filter(segment -> !segment.isEmpty()).skip(1).toList();
    }

    /** The first value of each name; what cannot be read is left out. */
    private static Map<String, String> decoded(String encoded) {
        Map<String, String> values = new HashMap<>();
        for (String pair : encoded.split("&")) {
            String[] parts = pair.split("=", 2);
            String value = parts.length == 2 ? decodedOne(parts[1]) : "";
            values.putIfAbsent(decodedOne(parts[0]), value);
        }
        values.remove("");
        return values;
    }

    private static String decodedOne(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return "";
        }
    }

    private static void send(PageReply reply, ServerResponse response) {
        response.status(Status.create(reply.status()));
        ReadyHeaders.put(reply.contentType(), reply.headers(), response);
        response.send(reply.body().getBytes(StandardCharsets.UTF_8));
    }
}
