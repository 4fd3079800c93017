package dev.portway.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Callers that send one request over and over, each on a connection that stays open and with one call on its way, and want 200 each time. One thread
 * serves them all and does as little as it can with an answer, because it shares the processor with what is measured.
 */
record Callers(int port, int connections) {
    private static final Duration SILENCE = Duration.ofSeconds(30);

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
        List<Caller> callers = new ArrayList<>();
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < connections; i++) {
                var caller = new Caller(SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)), request);
                callers.add(caller);
                caller.begin(selector);
            }
            for (long hanging = connections; hanging > 0;) {
                var ended = new ArrayList<Caller>();
                int heard = selector.select(key -> {
                    var caller = (Caller) key.attachment();
                    if (caller.hears() && !caller.goesOn(most, until)) {
                        ended.add(caller);
                    }
                }, SILENCE.toMillis());
                if (heard == 0) {
                    throw new IllegalStateException("no answer from port " + port + " for " + SILENCE);
                }
                for (Caller each : ended) {
                    each.channel.close();
                }
                hanging -= ended.size();
            }
            return callers.stream().mapToLong(caller -> caller.calls).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            callers.forEach(Caller::close);
        }
    }

    /** One connection, and what came on it of the answer that is awaited. */
    private static final class Caller {
        private static final int LONGEST_ANSWER_BYTES = 64 * 1024;
        private static final String LENGTH = "\r\ncontent-length:";

        private final SocketChannel channel;
        private final ByteBuffer request;
        private final ByteBuffer answer = ByteBuffer.allocate(LONGEST_ANSWER_BYTES);
        private long calls;

        Caller(SocketChannel channel, byte[] request) {
            this.channel = channel;
            this.request = ByteBuffer.allocateDirect(request.length).put(request);
        }

        void begin(Selector selector) throws IOException {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true).configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, this);
            ask();
        }

        private void ask() throws IOException {
            request.flip();
            channel.write(request);
            if (request.hasRemaining()) {
                throw new IOException("the request is too long for one piece");
            }
        }

        /** Takes in what is there, and says whether the answer is whole. */
        boolean hears() {
            try {
                if (channel.read(answer) < 0) {
                    throw new IOException("the connection was closed");
                }
                if (!isWhole()) {
                    return false;
                }
                answer.clear();
                calls++;
                return true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        boolean goesOn(long most, long until) {
            if (calls >= most || System.nanoTime() >= until) {
                return false;
            }
            try {
                ask();
                return true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private boolean isWhole() throws IOException {
            String text = new String(answer.array(), 0, answer.position(), StandardCharsets.ISO_8859_1);
            int head = text.indexOf("\r\n\r\n");
            if (head < 0) {
                return false;
            }
            int length = length(text, head);
            boolean whole = length < 0 ? text.endsWith("\r\n0\r\n\r\n") : text.length() >= head + 4 + length;
            if (whole && !text.startsWith("HTTP/1.1 200")) {
                throw new IOException(text);
            }
            return whole;
        }

        /** What the answer says of its body; -1 when it comes in pieces. */
        private static int length(String text, int head) {
            int at = text.indexOf("\r\nContent-Length:");
            if (at < 0 || at > head) {
                at = text.substring(0, head).toLowerCase(Locale.ROOT).indexOf(LENGTH);
            }
            return at < 0
                    ? -1
                    : Integer.parseInt(text.substring(at + LENGTH.length(), text.indexOf('\r', at + 2)).strip());
        }

        private void close() {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
