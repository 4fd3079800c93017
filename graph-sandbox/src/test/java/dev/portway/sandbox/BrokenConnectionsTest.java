package dev.portway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers that hang up, and bytes that are no HTTP: no mistake of ours, so the log says nothing and the next caller is served. */
class BrokenConnectionsTest extends SandboxTest {

    private static final String POST = "POST /v26.0/106540352240002/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";

    private static final Logger LOG = Logger.getLogger("dev.portway.sandbox");
    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final Handler listener = new Handler() {

        @Override
        public void publish(LogRecord line) {
            logged.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        LOG.addHandler(listener);
    }

    @AfterEach
    void stopListening() {
        LOG.removeHandler(listener);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 1000\r\n\r\n{\"messaging_product\"",
        "Transfer-Encoding: chunked\r\n\r\nZZZ\r\nabc\r\n0\r\n\r\n"})
    void bodyThatBreaksOff_isNoMistakeOfOurs(String broken) throws IOException {
        assertThat(answerTo(POST + broken)).isEmpty();

        assertThat(anyone.get("/sandbox/clock").status()).isEqualTo(200);
        assertThat(logged).isEmpty();
    }

    @Test
    void bytesThatAreNoHttp_areAnsweredAsBadRequests() throws IOException {
        for (String broken : List.of(POST + "Content-Length: -1\r\n\r\n", POST + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef",
                "GET / HTTP/1.0\r\n\r\n", "GET /v26.0/me HTTP/9.9\r\nHost: localhost\r\n\r\n")) {
            String answer = answerTo(broken);

            assertThat(answer).as(broken).startsWith("HTTP/1.1 400 ").contains("\"code\":100", "fbtrace_id").doesNotContain("Exception:");
        }
        assertThat(anyone.get("/sandbox/clock").status()).isEqualTo(200);
        assertThat(logged).isEmpty();
    }

    /** What comes until the connection closes, when no more than {@code sent} is said. */
    private String answerTo(String sent) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), sandbox.uri().getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(sent.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
