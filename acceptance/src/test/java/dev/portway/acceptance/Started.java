package dev.portway.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * One of Portway's jars, running as a process of its own: it can be watched, asked to stop, killed and paused, as an operating system does it.
 *
 * <p>Its output goes to a file; a wait that fails shows the end of it.
 */
public final class Started implements AutoCloseable {

    private static final Duration STOPS_WITHIN = Duration.ofSeconds(30);
    private static final int LINES_SHOWN = 60;
    private static final AtomicInteger NEXT_PORT = new AtomicInteger(10_000 + (int) (ProcessHandle.current().pid() % 200) * 100);

    private final String name;
    private final Process process;
    private final Path log;

    private Started(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /** Starts {@code java -jar} on the jar of a module, with nothing of this machine's Portway settings in its environment. */
    public static Started jar(String module, Path folder, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of(java().toString(), "-Xmx512m", "-Dportway.home=" + Repository.HOME, "-jar"));
        command.add(Repository.jar(module).toString());
        command.addAll(List.of(arguments));
        return command(module, folder, environment, command);
    }

    public static Started command(String name, Path folder, Map<String, String> environment, List<String> command) {
        try {
            Path log = Files.createTempFile(folder, name + "-", ".log");
            ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
            builder.redirectOutput(log.toFile()).redirectInput(ProcessBuilder.Redirect.from(devNull()));
            builder.environment().keySet().removeIf(variable -> variable.startsWith("PORTWAY_"));
            builder.environment().putAll(environment);
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return new Started(name, process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A port of the loopback address that nobody listens at. Neither is it one that the system gives to outgoing connections, nor given twice here, nor
     * near those given in a test beside this one: it is still free when whoever asked listens at it.
     */
    public static int freePort() {
        while (true) {
            int port = NEXT_PORT.getAndIncrement();
            try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return port;
            } catch (IOException _) {
                // Somebody listens there: the next one.
            }
        }
    }

    /** Waits until the condition holds; fails at once when the process ends before. */
    public Started until(String what, Duration limit, BooleanSupplier condition) {
        try {
            Await.until(what, limit, () -> {
                if (!process.isAlive()) {
                    throw new AssertionError(name + " ended with " + process.exitValue() + " before: " + what);
                }
                return condition.getAsBoolean();
            });
            return this;
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "\nThe end of what " + name + " printed:\n" + lastLines(), e);
        }
    }

    /** The exit code, once it ends by itself. */
    public int exitCode(Duration limit) {
        Await.until(name + " ends\n" + lastLines(), limit, () -> !process.isAlive());
        return process.exitValue();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** {@code kill -9}: it has no chance to tidy up. */
    public void kill() {
        process.destroyForcibly();
        await();
    }

    /** {@code kill -STOP}: it stands still when this returns, its sockets and locks stay as they are. */
    public void pause() {
        signal("STOP");
        Await.until(name + " stands still", STOPS_WITHIN, this::isPaused);
    }

    public boolean isPaused() {
        return run("ps", "-o", "state=", "-p", String.valueOf(process.pid())).startsWith("T");
    }

    /** {@code kill -CONT}: it goes on as if no time had passed. */
    public void resume() {
        signal("CONT");
    }

    public String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks it to stop as Ctrl-C does, kills it when it does not. */
    @Override
    public void close() {
        if (process.isAlive()) {
            signal("CONT");
            process.destroy();
            await();
        }
    }

    private void signal(String signal) {
        run("kill", "-" + signal, String.valueOf(process.pid()));
    }

    private static String run(String... command) {
        try {
            Process program = new ProcessBuilder(command).start();
            return new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void await() {
        try {
            if (!process.waitFor(STOPS_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    private String lastLines() {
        List<String> lines = output().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
    }

    private static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    private static java.io.File devNull() {
        return new java.io.File("/dev/null");
    }
}
