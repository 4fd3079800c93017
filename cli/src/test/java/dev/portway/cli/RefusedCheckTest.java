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
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code migrate --yes} where the server would not check first. */
class RefusedCheckTest {
    private static final String LATER = """
            {"title":"Checks cannot be run","detail":"Graph could not be asked.","remedy":"See Retry-After.","retryAfterSeconds":30}""";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final HttpServer server = listening();
    private int status = 503;
    private String body = LATER;

    private static HttpServer listening() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @BeforeEach
    void start() {
        server.createContext("/", this::refuse);
        server.start();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stop() {
        System.setOut(out);
        System.setErr(err);
        server.stop(0);
    }

    private void refuse(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI().getPath());
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private int migrate() {
        return Portway.run("migrate", "+5511987650002", "--from", "1", "--to", "2", "--yes", "--lang", "en", "--server",
                "http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Test
    void whatPasses_isToldAndOrderedAllTheSame() {
        assertThat(migrate()).isEqualTo(Ended.FAILED);

        assertThat(asked).containsExactly("/v1/checks", "/v1/migrations");
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("Graph could not be asked. Asking again is worth it in 30 s.")
                .doesNotContain("Retry-After");
    }

    @Test
    void whatIsWrongWithTheOrder_isSaidOnce() {
        status = 422;
        body = "{\"title\":\"No telephone can have this number\",\"remedy\":\"Write it with +.\"}";

        assertThat(migrate()).isEqualTo(Ended.FAILED);

        assertThat(asked).containsExactly("/v1/checks");
        assertThat(said.toString(StandardCharsets.UTF_8)).containsOnlyOnce("No telephone can have this number. Write it with +.");
    }
}
