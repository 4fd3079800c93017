package dev.portway.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Callers that send one request over and over, each on a connection that stays open, and want 200 each time. They do as little as they can with an
 * answer, because they share the processor with what is measured.
 */
record Callers(int port, int connections) {
    private static final int OK = 200;

    /** Request line, headers and body as they go over the wire. */
    static byte[] request(String method, String target, String token, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String length = body.isEmpty() ? "" : "Content-Type: application/json\r\nContent-Length: " + bytes.length + "\r\n";
        return (method + " " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token + "\r\n" + length + "\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Calls answered per second. */
    double perSecond(byte[] request, Duration time) {
        long start = System.nanoTime();
        long calls = call(request, Long.MAX_VALUE, start + time.toNanos());
        return calls * 1e9 / (System.nanoTime() - start);
    }

    void times(byte[] request, long calls) {
        call(request, calls / connections, Long.MAX_VALUE);
    }

    private long call(byte[] request, long most, long until) {
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            List<Future<Long>> all = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                all.add(threads.submit(() -> one(request, most, until)));
            }
            long calls = 0;
            for (Future<Long> one : all) {
                calls += one.get();
            }
            return calls;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private long one(byte[] request, long most, long until) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            var in = new BufferedInputStream(socket.getInputStream());
            long calls = 0;
            for (; calls < most && System.nanoTime() < until; calls++) {
                socket.getOutputStream().write(request);
                answer(in);
            }
            return calls;
        }
    }

    private static void answer(InputStream in) throws IOException {
        String status = line(in);
        int length = -1;
        boolean chunked = false;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            String small = header.toLowerCase(Locale.ROOT);
            if (small.startsWith("content-length:")) {
                length = Integer.parseInt(small.substring("content-length:".length()).strip());
            }
            chunked |= small.startsWith("transfer-encoding:");
        }
        String body = new String(chunked ? chunks(in) : in.readNBytes(Math.max(0, length)), StandardCharsets.UTF_8);
        if (!status.contains(" " + OK)) {
            throw new IOException(status + " " + body);
        }
    }

    private static byte[] chunks(InputStream in) throws IOException {
        byte[] last = new byte[0];
        for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
            last = in.readNBytes(size);
            line(in);
        }
        line(in);
        return last;
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the connection was closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
