package dev.portway.graphclient;

import dev.portway.graphclient.value.AccessToken;
import dev.portway.graphclient.value.AppSecret;
import dev.portway.graphclient.value.GraphVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A raw socket that plays what it is told, one play per request, the last one for ever. It counts only requests that came whole. */
final class PlayedGraph implements AutoCloseable {
    static final String TOKEN = "EAAGtoken/with+odd|parts";
    static final String SECRET = "0123456789abcdef0123456789abcdef";

    /** What happens once a request is here. Returning false closes the connection. */
    interface Play {
        boolean answer(PlayedGraph graph, OutputStream out) throws IOException;
    }

    record Request(String method, String target, Map<String, String> headers, String body) {
        String path() {
            return target.split("\\?", 2)[0];
        }

        String query() {
            return target.contains("?") ? target.split("\\?", 2)[1] : "";
        }
    }

    private final ServerSocket listening;
    private final Deque<Play> plays = new ArrayDeque<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    PlayedGraph(Play... plays) {
        this.plays.addAll(List.of(plays));
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    static Play json(String body, String... headers) {
        return status(200, "application/json; charset=UTF-8", body, headers);
    }

    static Play error(int status, String body) {
        return status(status, "application/json; charset=UTF-8", body);
    }

    static Play html(int status) {
        return status(status, "text/html", "<!DOCTYPE html><html><body>Sorry, something went wrong.</body></html>");
    }

    static Play status(int status, String type, String body, String... headers) {
        return (graph, out) -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            out.write(head(status, type, bytes.length, headers));
            out.write(bytes);
            out.flush();
            return true;
        };
    }

    /** Reads the request, says nothing, hangs up. */
    static Play drop() {
        return (graph, out) -> false;
    }

    /** Announces more than it says, and hangs up. */
    static Play half() {
        return (graph, out) -> {
            out.write(head(200, "application/json", 1_000));
            out.write("{\"success\":tr".getBytes(StandardCharsets.UTF_8));
            out.flush();
            return false;
        };
    }

    /** Says nothing until the test is over. */
    static Play silence() {
        return (graph, out) -> {
            graph.untilClosed();
            return false;
        };
    }

    /** Begins an answer and does not end it. */
    static Play stall() {
        return (graph, out) -> {
            out.write(head(200, "application/json", 1_000));
            out.write("{".getBytes(StandardCharsets.UTF_8));
            out.flush();
            graph.untilClosed();
            return false;
        };
    }

    static Play flood(int megabytes) {
        return (graph, out) -> {
            byte[] megabyte = new byte[1024 * 1024];
            java.util.Arrays.fill(megabyte, (byte) ' ');
            out.write(head(200, "application/json", (long) megabytes * megabyte.length));
            for (int i = 0; i < megabytes; i++) {
                out.write(megabyte);
            }
            return false;
        };
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    GraphClient client() {
        return client(Duration.ofSeconds(20), Duration.ofSeconds(20));
    }

    GraphClient client(Duration answer, Duration total) {
        GraphConfig config = GraphConfig.of(uri(), new GraphVersion("v26.0")).withTimeouts(Duration.ofSeconds(5), answer, total);
        return GraphClient.open(config, GraphAccess.of(new AccessToken(TOKEN), new AppSecret(SECRET)));
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    Request only() {
        if (requests.size() != 1) {
            throw new AssertionError("expected one request: " + requests);
        }
        return requests.getFirst();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        listening.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void untilClosed() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listening.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            while (true) {
                Request request = read(socket.getInputStream());
                if (request == null) {
                    return;
                }
                requests.add(request);
                if (!next().answer(this, socket.getOutputStream())) {
                    return;
                }
            }
        } catch (IOException e) {
            // the other side hung up
        }
    }

    private synchronized Play next() {
        return plays.size() > 1 ? plays.removeFirst() : plays.getFirst();
    }

    private static @Nullable Request read(InputStream in) throws IOException {
        String start = line(in);
        if (start.isEmpty()) {
            return null;
        }
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            if (colon < 0) {
                return null;
            }
            headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            return null;
        }
        String[] words = start.split(" ");
        return new Request(words[0], words[1], headers, new String(body, StandardCharsets.UTF_8));
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.write(c);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    private static byte[] head(int status, String type, long length, String... headers) {
        StringBuilder head = new StringBuilder(
                "HTTP/1.1 " + status + " Played\r\nContent-Type: " + type + "\r\nContent-Length: " + length + "\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
