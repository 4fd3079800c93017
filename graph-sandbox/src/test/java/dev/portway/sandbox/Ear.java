package dev.portway.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody's webhook endpoint. */
final class Ear implements AutoCloseable {

    private static final Pattern CHALLENGE = Pattern.compile("hub\\.challenge=(\\d+)&hub\\.verify_token=right");

    /** One webhook. The body is read byte by byte into characters, so that what was signed can be had back. */
    record Received(String body, String signature) {

        byte[] bytes() {
            return body.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    private final HttpServer server;
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final Queue<String> challenges = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<Integer> answers = new LinkedBlockingQueue<>();

    Ear() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::hear);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    /** The next ones are answered with these, all others with 200. */
    void answer(Integer... statuses) {
        answers.addAll(List.of(statuses));
    }

    /** Of the handshakes with the right token. */
    List<String> challenges() {
        return List.copyOf(challenges);
    }

    Received next() {
        try {
            Received next = received.poll(10, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("no webhook came");
            }
            return next;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void hear(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Matcher challenge = CHALLENGE.matcher(String.valueOf(exchange.getRequestURI().getQuery()));
        if (exchange.getRequestMethod().equals("GET")) {
            boolean right = challenge.find();
            if (right) {
                challenges.add(challenge.group(1));
            }
            byte[] answer = right ? challenge.group(1).getBytes(StandardCharsets.UTF_8) : new byte[]{'?'};
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        } else {
            received.add(new Received(new String(body, StandardCharsets.ISO_8859_1),
                    exchange.getRequestHeaders().getFirst("X-Hub-Signature-256")));
            Integer status = answers.poll();
            exchange.sendResponseHeaders(status == null ? 200 : status, -1);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
