package dev.portway.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Ports for what the demo starts. A port is free until its process listens, so two demos that start at once would choose the same one: each holds a
 * lock on a file named by the port until its own process ends.
 */
final class Ports {
    private static final List<FileLock> HELD = new ArrayList<>();

    private Ports() {}

    /** The one the environment names, else the usual; a free one when somebody has it. */
    static int near(String variable, int usual) {
        int port = named(variable).orElse(usual);
        return taken(port) ? any() : port;
    }

    private static Optional<Integer> named(String variable) {
        return Optional.ofNullable(System.getenv(variable)).filter(text -> text.matches("[1-9][0-9]{0,4}")).map(Integer::valueOf);
    }

    /** Whether somebody listens there, or is about to; when not, it is ours from now on. */
    static boolean taken(int port) {
        return listening(port) || !held(port);
    }

    private static int any() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = socket.getLocalPort();
            return held(port) ? port : any();
        } catch (IOException noneLeft) {
            throw new UncheckedIOException(noneLeft);
        }
    }

    private static boolean listening(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort() != port;
        } catch (IOException taken) {
            return true;
        }
    }

    private static synchronized boolean held(int port) {
        Path file = Path.of(System.getProperty("java.io.tmpdir"), "portway-port-" + port + ".lock");
        try {
            Optional<FileLock> lock = Optional.ofNullable(
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE).tryLock());
            lock.ifPresent(HELD::add);
            return lock.isPresent();
        } catch (IOException | java.nio.channels.OverlappingFileLockException somebodyElse) {
            return false;
        }
    }
}
