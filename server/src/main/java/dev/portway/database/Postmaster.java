package dev.portway.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A running PostgreSQL as it says itself in {@code postmaster.pid}: line 1 its process, 4 its port, 8 its readiness. The file outlives a crash of the
 * machine, so a process of that number may be someone else's.
 */
record Postmaster(ProcessHandle process, int port, boolean ready) {

    /** Empty when none runs on this data. */
    static Optional<Postmaster> on(Path data) throws IOException {
        var file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(file);
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(ProcessHandle::isAlive)
                .filter(Postmaster::isPostgres)
                .map(
                        process -> new Postmaster(process, lines.size() > 3 ? Integer.parseInt(lines.get(3).strip()) : 0,
                                lines.size() > 7 && lines.get(7).startsWith("ready")));
    }

    /** A process whose command may not be read belongs to someone else; it is left for PostgreSQL itself to judge. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().map(command -> Path.of(command).getFileName().toString().startsWith("postgres")).orElse(true);
    }
}
