package dev.portway.sandbox.http;

import dev.portway.sandbox.control.Desk;
import dev.portway.sandbox.control.Stages;
import dev.portway.sandbox.graph.Graph;
import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.refusal.Refusal;
import dev.portway.sandbox.wire.GraphErrors;
import dev.portway.sandbox.wire.Traces;
import io.helidon.common.buffers.DataReader;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Listens. Every request runs on a virtual thread of its own. */
public final class HttpServer implements AutoCloseable {

    /** Documented for no call; far above the largest template or batch, far below what would hurt. */
    static final int LARGEST_BODY_BYTES = 4 * 1024 * 1024;
    /** A saved world; the largest that comes along has 40 MB. */
    static final int LARGEST_WORLD_BYTES = 128 * 1024 * 1024;
    private static final int MOST_CONNECTIONS = 4096;
    /** From here on the slowest leave for those who come; the rest of the room is for those who are leaving. */
    private static final int CROWDED = 3584;
    /** A slow client may hold a connection this long without sending anything. */
    private static final Duration IDLE = Duration.ofMinutes(2);

    /** Held, because a logger nobody holds forgets its level. What the server says of itself is said better by our greeting. */
    private static final Logger SERVER_LOG = Logger.getLogger("io.helidon");

    /** Held, too. A caller who hangs up in the middle of a request's head is no mistake, and is no news. */
    private static final Logger CONNECTION_LOG = Logger.getLogger("io.helidon.webserver.http1.Http1Connection");

    private static final Logger OUR_LOG = Logger.getLogger(HttpServer.class.getName());

    private final WebServer server;

    public HttpServer(String host, int port, Stages stages) {
        SERVER_LOG.setLevel(Level.OFF);
        CONNECTION_LOG.setFilter(line -> !(line.getThrown() instanceof RequestException broken
                && broken.getCause() instanceof DataReader.InsufficientDataAvailableException));
        GraphHandler graph = new GraphHandler(stages);
        PageHandler sandbox = new PageHandler(stages, new Door(host), new ControlHandler(new Desk(stages)));
        server = WebServer.builder()
                .host(host)
                .port(port)
                .shutdownHook(false)
                .maxTcpConnections(MOST_CONNECTIONS)
                .idleConnectionTimeout(IDLE)
                .connectionOptions(options -> options.tcpNoDelay(true)) // a long answer leaves in pieces: none waits for the last one's receipt
                .shutdownGracePeriod(Duration.ofMillis(200))
                .protocolsDiscoverServices(false) // or the one below would be there twice
                .addConnectionSelector(new Crowd(http1(), CROWDED))
                .directHandlers(HttpServer::graphLike)
                .routing((HttpRouting.Builder routing) -> routing.addFilter(HttpServer::hangingUp)
                        .any("/sandbox", sandbox)
                        .any("/sandbox/*", sandbox)
                        .any(graph)
                        .error(RuntimeException.class, HttpServer::unexpected))
                .build()
                .start();
        SERVER_LOG.setLevel(Level.WARNING);
        // A server that cannot have its port says so in its log only, and is there all the same.
        if (!server.isRunning()) {
            throw new UncheckedIOException(new BindException("nothing can listen on " + host + ":" + port));
        }
    }

    /** Clients send braces and bars of their parameters as they are, and Graph takes them. Headers of answers are checked by {@link ReadyHeaders}. */
    private static Http1ConnectionSelector http1() {
        return Http1ConnectionSelector.builder()
                .config(Http1Config.builder().validatePrologue(false).validateResponseHeaders(false).build())
                .build();
    }

    /**
     * Whoever wants the connection closed waits for its end. Left to itself the server says that it closes, and goes on: what was left unread of a
     * body that was refused would be taken for another request.
     */
    private static void hangingUp(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        chain.proceed();
        Guest.isAnswered();
        if (request.headers().contains(HeaderNames.CONNECTION) && request.headers().containsToken(HeaderValues.CONNECTION_CLOSE)) {
            try {
                request.content().consume(); // or its sender, who is sending still, would not hear the answer
            } catch (DataReader.InsufficientDataAvailableException gone) {
                throw new CloseConnectionException("the caller is gone", gone);
            }
            throw new CloseConnectionException("closed as asked for");
        }
    }

    /** What the server refuses before it reaches us is answered as Graph would, without its own words. */
    private static void graphLike(DirectHandlers.Builder handlers) {
        DirectHandler handler = (request, event, status, headers, message) -> {
            boolean ours = event == DirectHandler.EventType.INTERNAL_ERROR && status.code() == Status.INTERNAL_SERVER_ERROR_500.code();
            Refusal refusal = ours ? ErrorRow.UNKNOWN_ERROR.refusal() : ErrorRow.INVALID_PARAMETER.saying("Bad request").refusal();
            return DirectHandler.TransportResponse.builder()
                    .status(Status.create(refusal.status()))
                    .header(HeaderNames.CONTENT_TYPE, Graph.JSON)
                    .keepAlive(false)
                    .entity(Json.text(GraphErrors.envelope(refusal, Traces.next())))
                    .build();
        };
        for (DirectHandler.EventType event : DirectHandler.EventType.values()) {
            handlers.addHandler(event, handler);
        }
    }

    /** A mistake of ours: told in Graph's words, with what happened in the log only. */
    private static void unexpected(ServerRequest request, ServerResponse response, RuntimeException mistake) {
        OUR_LOG.log(Level.SEVERE, "answering " + request.prologue().method() + " " + request.prologue().uriPath().path(), mistake);
        response.status(Status.INTERNAL_SERVER_ERROR_500)
                .header(HeaderNames.CONTENT_TYPE, Graph.JSON)
                .send(Json.text(GraphErrors.envelope(ErrorRow.UNKNOWN_ERROR.refusal(), Traces.next())));
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }
}
