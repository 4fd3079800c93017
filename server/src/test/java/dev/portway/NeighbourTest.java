package dev.portway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

/** What is said of a port that is taken. */
class NeighbourTest {

    @Test
    void portwayThatRunsAlready_isNamed() {
        assertThat(Neighbour.at(Serving.shared().uri().getPort())).contains("Another Portway runs on port", "a demo's", "PORTWAY_PORT");
    }

    @Test
    void anotherProgram_isNotTakenForOurs() throws IOException {
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.start();
        try {
            assertThat(Neighbour.at(other.getAddress().getPort())).contains("Another program listens on port", "PORTWAY_PORT");
        } finally {
            other.stop(0);
        }
    }
}
