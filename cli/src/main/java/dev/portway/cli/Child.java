package dev.portway.cli;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
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

    static Child jar(Path jar, List<String> arguments, Map<String, String> environment, Path folder, Texts texts) {
        if (!jar.toFile().isFile()) {
            throw new Told(Ended.FAILED, texts.say("no-jar", "jar", jar));
        }
        var command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java"), "-jar", jar.toString()));
        command.addAll(arguments);
        String name = jar.getFileName().toString().replaceAll("\\.jar$", "");
        File log = folder.resolve(name + ".log").toFile();
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
        // Whoever runs a service of their own has set these for that one: its database is not the demo's.
        builder.environment().keySet().removeIf(variable -> variable.startsWith("PORTWAY_"));
        builder.environment().putAll(environment);
        // Where we are killed, no hook of ours runs: it ends by itself once nobody has this id any more.
        builder.environment().put("PORTWAY_STARTED_BY", String.valueOf(ProcessHandle.current().pid()));
        try {
            return new Child(name, builder.start(), log.toPath()).endingWithUs();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** From its first moment on: whoever stops the demo while it starts leaves nothing behind. */
    private Child endingWithUs() {
        try {
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::close));
            return this;
        } catch (IllegalStateException stopping) {
            close();
            throw stopping;
        }
    }

    void until(Api api, String path, Sentences sentences, Duration within) {
        long began = System.nanoTime();
        while (!(process.isAlive() && api.answers(path))) {
            if (!process.isAlive() || System.nanoTime() - began > within.toNanos()) {
                throw new Told(Ended.FAILED, sentences.texts().say("not-started", "name", name, "log", log));
            }
            sentences.screen().waiting(sentences.texts().say("starting", "name", name));
            LockSupport.parkNanos(Duration.ofMillis(150).toNanos());
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
