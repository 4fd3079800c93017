package dev.portway.cli;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A process that was started for the demo, and ends with it. */
record Child(String name, Process process, Path log) implements AutoCloseable {
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(40);

    static Child jar(String name, Path jar, List<String> arguments, Map<String, String> environment, Path folder) {
        if (!jar.toFile().isFile()) {
            throw new Told(Ended.FAILED, "There is no " + jar + ". Build it with ./portway.");
        }
        var command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java"), "-jar", jar.toString()));
        command.addAll(arguments);
        File log = folder.resolve(name + ".log").toFile();
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
        builder.environment().putAll(environment);
        try {
            return new Child(name, builder.start(), log.toPath());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    void until(Api api, String path, Screen screen, Duration within) {
        long began = System.nanoTime();
        while (!api.answers(path)) {
            if (!process.isAlive() || System.nanoTime() - began > within.toNanos()) {
                throw new Told(Ended.FAILED, "The " + name + " did not start. It says why in " + log);
            }
            screen.waiting("starting the " + name);
            LockSupport.parkNanos(Duration.ofMillis(150).toNanos());
        }
    }

    /** The usual port when nobody listens there, else a free one. */
    static int port(int usual) {
        try (var socket = new ServerSocket(usual, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException taken) {
            if (usual == 0) {
                throw new UncheckedIOException(taken);
            }
            return port(0);
        }
    }

    /** Asks it to stop and waits; what does not stop is stopped. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(ENDS_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException ended) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
