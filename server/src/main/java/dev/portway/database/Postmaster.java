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
        var process = ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
        return process.filter(Postmaster::isRunningPostgres)
                .map(running -> new Postmaster(running,
                        lines.size() > 3 ? Integer.parseInt(lines.get(3).strip()) : 0,
                        lines.size() > 7 && lines.get(7).startsWith("ready")));
    }

    /** Dead, but not yet fetched by its parent; in a container whose first process fetches nobody it stays so for ever. */
    private static boolean isZombie(ProcessHandle process) {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            return stat.startsWith(" Z", stat.lastIndexOf(')') + 1);
        } catch (IOException e) {
            return false; // no such thing on this system
        }
    }

    /** A process whose command may not be read belongs to someone else; it is left for PostgreSQL itself to judge. */
    private static boolean isRunningPostgres(ProcessHandle process) {
        return process.isAlive() && !isZombie(process)
                && process.info().command().map(command -> Path.of(command).getFileName().toString().startsWith("postgres")).orElse(true);
    }
}
