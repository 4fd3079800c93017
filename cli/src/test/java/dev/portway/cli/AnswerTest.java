package dev.portway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code answer}: what may be said as an argument. */
class AnswerTest {
    private static final String STANDING = """
            {"id":"m1","status":"preparing","next":{"kind":"ask","text":"Grant access."},"actions":[{"action":"grant-source","href":"/v1/migrations/m1/actions/grant-source",
             "fields":[{"name":"source-token","form":"secret"},{"name":"until","form":"instant"}]}]}""";

    private final List<String> posted = new ArrayList<>();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream err = System.err;
    private final HttpServer server;

    AnswerTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        server.createContext("/v1/migrations/m1", this::answer);
        server.start();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stop() {
        System.setErr(err);
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] sent = exchange.getRequestBody().readAllBytes();
        if (exchange.getRequestMethod().equals("POST")) {
            posted.add(new String(sent, StandardCharsets.UTF_8));
        }
        byte[] bytes = STANDING.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private int answered(String... fields) {
        return Portway.run(Stream
                .concat(Stream.of("answer", "m1", "grant-source", "--lang", "en", "--json", "--server",
                        "http://127.0.0.1:" + server.getAddress().getPort()), Stream.of(fields))
                .toArray(String[]::new));
    }

    @Test
    void secretAsAnArgument_isRefused_andNotSent() {
        assertThat(answered("source-token=EAAB")).isEqualTo(2);

        assertThat(posted).isEmpty();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("source-token is a secret", "--more").doesNotContain("EAAB");
    }

    @Test
    void whatIsNoSecret_isSent() {
        answered("until=2026-12-01T00:00:00Z");

        assertThat(posted).singleElement().asString().contains("2026-12-01T00:00:00Z");
    }
}
