package dev.portway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
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
    void headThatBreaksOff_isNoMistakeOfOurs() throws IOException {
        assertThat(answerTo("GET /sandbox/clock HTTP/1.1\r\nHost: loc")).doesNotContain("Exception:");

        assertThat(logged).isEmpty();
    }

    @Test
    void connectionIsClosedWhereThatIsWanted_withOneAnswer() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), sandbox.uri().getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write("GET /v26.0/me HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).containsOnlyOnce("HTTP/1.1 ");
        }
    }

    /** As other people's clients send them, and Graph takes them: braces, brackets, bars and quotes as they are. */
    @ParameterizedTest
    @ValueSource(strings = {"fields=phone_numbers{id}", "input_token=634974688087002|x", "status=[\"REJECTED\"]", "a=<>^`"})
    void queryNeedsNoEscapes(String query) throws IOException {
        assertThat(answerTo("GET /v26.0/me?" + query + " HTTP/1.1\r\nHost: localhost\r\n\r\n")).startsWith("HTTP/1.1 401 ");
        assertThat(anyone.get("/sandbox/calls").body()).contains("/v26.0/me");
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

    /** A hundred megabytes are said, and no more sent than tells that they are a stranger's: the answer does not wait for the rest. */
    @ParameterizedTest
    @ValueSource(strings = {"/v26.0/106540352240002/media HTTP/1.1\r\nAuthorization: Bearer nobody",
        "/v26.0/106540352240002/media?access_token=nobody HTTP/1.1"})
    void longFormOfAStranger_isRefusedUnread(String begun) throws IOException {
        String part = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n";
        String sent = "POST " + begun
                + "\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 100000000\r\n\r\n"
                + part + "a".repeat(300_000);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), sandbox.uri().getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(sent.getBytes(StandardCharsets.US_ASCII));
            assertThat(new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)).readLine())
                    .startsWith("HTTP/1.1 401 ");
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
