package dev.portway.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/** Ports of 127.0.0.1 nobody listens at: none that the system gives to outgoing connections, and others in each process of tests. */
public final class FreePort {
    private static final AtomicInteger NEXT = new AtomicInteger(10_000 + (int) (ProcessHandle.current().pid() % 200) * 100);

    private FreePort() {}

    public static int find() {
        while (true) {
            int port = NEXT.getAndIncrement();
            try (var _ = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
                return port;
            } catch (IOException _) {
                // Somebody listens there: the next one.
            }
        }
    }
}
