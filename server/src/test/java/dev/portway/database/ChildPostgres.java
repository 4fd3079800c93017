package dev.portway.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;

/** A process that starts the embedded server, writes numbers into it and says which are committed, until it is killed. */
final class ChildPostgres {

    private final Process process;

    private ChildPostgres(Process process) {
        this.process = process;
    }

    static ChildPostgres start(Path folder, int port) throws IOException {
        return new ChildPostgres(java(folder, Integer.toString(port)));
    }

    /** What a process says that may not start. */
    static String refusal(Path folder) throws IOException, InterruptedException {
        var process = java(folder, "");
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    int committedBeforeKill(int enough) throws IOException, InterruptedException {
        try (var lines = new BufferedReader(process.inputReader())) {
            var committed = 0;
            while (committed < enough) {
                var line = Objects.requireNonNull(lines.readLine(), "the child ended");
                committed = line.startsWith("committed ") ? Integer.parseInt(line.substring(10)) : committed;
            }
            process.destroyForcibly().waitFor();
            return committed;
        }
    }

    private static Process java(Path folder, String port) throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"),
                ChildPostgres.class.getName(), folder.toString(), port).redirectErrorStream(true).start();
    }

    public static void main(String[] args) throws SQLException {
        try (var postgres = EmbeddedPostgres.start(Path.of(args[0]), PostgresForTests.PROGRAMS,
                args[1].isEmpty() ? null : Integer.valueOf(args[1]))) {
            var address = postgres.address();
            try (var connection = DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
                    var statement = connection.createStatement()) {
                statement.execute("create table kept (n int)");
                for (int n = 1;; n++) {
                    statement.execute("insert into kept values (" + n + ")");
                    System.out.println("committed " + n);
                }
            }
        } catch (CannotStart e) {
            System.out.println(e.getMessage());
        }
    }
}
