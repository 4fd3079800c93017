package dev.portway.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs PostgreSQL's programs as an ordinary user, for they refuse to be run by root.
 *
 * <p>As root they get a user namespace of their own, in which they are nobody in particular; where the machine forbids that, they are run by the account
 * {@code postgres}, if it may reach the data folder.
 */
final class Programs {

    /** Longer than a cold disk needs for initdb or for recovery after a crash; someone is waiting at a terminal. */
    private static final long LIMIT_SECONDS = 120;

    private final List<String> prefix;
    private final Path folder;

    private Programs(List<String> prefix, Path folder) {
        this.prefix = prefix;
        this.folder = folder;
    }

    record Ended(int code, String output) {}

    /** @param folder where the programs and the data are; handed to another account when there is no other way */
    static Programs in(Path folder) throws IOException {
        if (!isRoot()) {
            return new Programs(List.of(), folder);
        }
        var namespace = List.of("unshare", "-U");
        if (runs(namespace)) {
            return new Programs(namespace, folder);
        }
        return asAccount(folder);
    }

    static Programs asAccount(Path folder) throws IOException {
        var ways = Stream.of(List.of("runuser", "-u", "postgres", "--"),
                List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
        var way = ways.filter(Programs::runs)
                .findFirst()
                .orElseThrow(() -> new CannotStart(
                        """
                                PostgreSQL does not run as root, and this machine allows neither a user namespace (unshare -U) nor has it an account "postgres" to run it.
                                Start Portway as an ordinary user, or set PORTWAY_DATABASE_URL to a PostgreSQL server of your own"""));
        if (run(List.of("chown", "-R", "postgres:", folder.toString())).code() != 0
                || run(concat(way, List.of("test", "-w", folder.toString()))).code() != 0) {
            throw new CannotStart("PostgreSQL does not run as root, and the account \"postgres\" cannot reach " + folder
                    + ". Choose a data folder that it can reach (--data), start Portway as an ordinary user, or set PORTWAY_DATABASE_URL");
        }
        return new Programs(way, folder);
    }

    /** What the program said is kept in a file: a server it starts would hold a pipe open. */
    Ended run(String... command) {
        try {
            var output = Files.createTempFile(folder, "said-", ".txt");
            try {
                return run(concat(prefix, List.of(command)), ProcessBuilder.Redirect.to(output.toFile()), output);
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            return new Ended(-1, String.valueOf(e.getMessage()));
        }
    }

    void mustRun(String purpose, String... command) {
        var ended = run(command);
        if (ended.code() != 0) {
            throw new CannotStart(purpose + " failed:\n" + ended.output().strip());
        }
    }

    /** A file made by us for a program that may run under another account. */
    void letRead(Path file) {
        if (prefix.contains("postgres") || prefix.contains("--reuid=postgres")) {
            run(List.of("chown", "postgres:", file.toString()));
        }
    }

    private static boolean isRoot() {
        return !System.getProperty("os.name").startsWith("Windows") && new com.sun.security.auth.module.UnixSystem().getUid() == 0;
    }

    private static boolean runs(List<String> prefix) {
        return run(concat(prefix, List.of("true"))).code() == 0;
    }

    private static Ended run(List<String> command) {
        try {
            var output = Files.createTempFile("portway-", ".txt");
            try {
                return run(command, ProcessBuilder.Redirect.to(output.toFile()), output);
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            return new Ended(-1, String.valueOf(e.getMessage()));
        }
    }

    private static Ended run(List<String> command, ProcessBuilder.Redirect redirect, Path output) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(redirect).redirectInput(nothing());
        // PostgreSQL stays when we go, and has no need of our secrets.
        builder.environment().keySet().removeIf(name -> name.startsWith("PORTWAY_"));
        var process = builder.start();
        try {
            if (process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                return new Ended(process.exitValue(), Files.readString(output, StandardCharsets.ISO_8859_1));
            }
            process.destroyForcibly();
            return new Ended(-1, "still not done after " + LIMIT_SECONDS + " s");
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return new Ended(-1, "interrupted");
        }
    }

    private static ProcessBuilder.Redirect nothing() {
        return ProcessBuilder.Redirect.from(Path.of(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null").toFile());
    }

    private static List<String> concat(List<String> first, List<String> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
