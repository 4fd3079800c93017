package dev.portway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers send is not read before somebody has asked who they are: whoever can send anything at all could fill memory or disk with it otherwise. */
class UnreadBodiesTest {

    /** The answer is there before the body, which never comes. */
    @ParameterizedTest
    @ValueSource(strings = {"PUT /v1/migrations application/x-www-form-urlencoded 401",
        "PATCH /sign-in application/x-www-form-urlencoded 302",
        "DELETE /nowhere application/x-www-form-urlencoded 403", "POST /v1/migrations multipart/form-data;boundary=x 401",
        "POST /webhooks/799999999999999 multipart/form-data;boundary=x 401", "POST /sign-in multipart/form-data;boundary=x 302"})
    void bodyOfAStranger_isNotWaitedFor(String sent) throws IOException {
        String[] word = sent.split(" ");
        var server = Serving.shared().uri();
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write("%s %s HTTP/1.1\r\nHost: portway\r\nContent-Type: %s\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n0&1\r\n"
                            .formatted(word[0], word[1], word[2])
                            .getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 " + word[3]);
        }
    }
}
