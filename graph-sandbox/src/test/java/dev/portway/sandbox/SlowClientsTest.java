package dev.portway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** More half-sent requests than the sandbox holds connections. */
class SlowClientsTest extends SandboxTest {

    private static final int CONNECTIONS = 4096;
    private static final String HALF_A_HEAD = "POST /v26.0/106540352240002/messages HTTP/1.1\r\nHost: loc";
    private static final String HALF_A_BODY = "POST /v26.0/106540352240002/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Content-Length: 1000\r\n\r\n{";

    private final List<Socket> slow = new ArrayList<>();

    @AfterEach
    void letThemGo() throws IOException {
        for (Socket each : slow) {
            each.close();
        }
    }

    private Socket connect(String sent) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), sandbox.uri().getPort());
        slow.add(socket);
        socket.getOutputStream().write(sent.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    @Test
    void slowOnes_leaveForThoseWhoCome_theLongestHalfSentFirst() throws IOException {
        Socket kept = connect("GET /sandbox/clock HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertThat(statusLine(kept)).startsWith("HTTP/1.1 200 ");
        for (int i = 0; i < CONNECTIONS + 500; i++) {
            connect(i % 3 == 0 ? "" : i % 3 == 1 ? HALF_A_HEAD : HALF_A_BODY);
        }

        assertThat(answer()).startsWith("HTTP/1.1 200 ");
        assertThat(isClosed(slow.get(1))).as("who came first and said nothing").isTrue();
        assertThat(isClosed(slow.getLast())).as("who came last").isFalse();
        kept.getOutputStream().write("GET /sandbox/clock HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(statusLine(kept)).as("who was answered before stays").startsWith("HTTP/1.1 200 ");
    }

    @Test
    void wholeRequest_isNotGivenUp_howeverLongItsAnswerTakes() throws IOException {
        order("{\"call\":\"read-number\",\"kind\":\"delay\",\"delayMillis\":8000}");
        Socket waiting = connect("GET /v26.0/106540352240002?access_token=sandbox-token-destination HTTP/1.1\r\nHost: localhost\r\n\r\n");
        for (int i = 0; i < CONNECTIONS; i++) {
            connect(HALF_A_HEAD);
        }

        assertThat(statusLine(waiting)).startsWith("HTTP/1.1 200 ");
    }

    private String answer() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), sandbox.uri().getPort())) {
            socket.getOutputStream()
                    .write("GET /v26.0/106540352240002?access_token=sandbox-token-destination HTTP/1.1\r\nHost: localhost\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            return statusLine(socket);
        }
    }

    private static String statusLine(Socket socket) throws IOException {
        socket.setSoTimeout(20_000);
        var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        String first = String.valueOf(lines.readLine());
        String line = first;
        while (!line.isEmpty() && !line.equals("null")) {
            line = String.valueOf(lines.readLine());
        }
        while (lines.ready()) {
            lines.read();
        }
        return first;
    }

    private static boolean isClosed(Socket socket) throws IOException {
        socket.setSoTimeout(200);
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }
}
