package dev.portway.bench;

import dev.portway.acceptance.Await;
import dev.portway.acceptance.Server;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** From the start of {@code serve} on existing data to its first page, and what it holds after two hundred: as it is, and with an AOT cache. */
final class StartsMeasured {
    private static final int ROUNDS = 5;
    private static final int PAGES = 200;

    private StartsMeasured() {}

    static Table table(Path folder) {
        Path cache = folder.resolve("server.aot");
        measured(folder, Map.of()); // creates the data
        measured(folder, Map.of("JAVA_TOOL_OPTIONS", "-XX:AOTCacheOutput=" + cache)); // and the cache, as it ends
        var table = new Table("", "start to first page, median ms", "after " + PAGES + " pages, MB", "ratio of starts");
        var plain = new ArrayList<Start>();
        var cached = new ArrayList<Start>();
        for (int round = 0; round < ROUNDS; round++) {
            plain.add(measured(folder, Map.of()));
            cached.add(measured(folder, Map.of("JAVA_TOOL_OPTIONS", "-XX:AOTCache=" + cache)));
        }
        row(table, "as it is", plain, plain);
        row(table, Files.exists(cache) ? "with an AOT cache" : "with an AOT cache, which could not be made", cached, plain);
        return table;
    }

    private record Start(Duration toFirstPage, long megabytes) {}

    private static Start measured(Path folder, Map<String, String> options) {
        long start = System.nanoTime();
        try (Server server = Server.start(folder, new HashMap<>(options))) {
            Await.until("the first page", Duration.ofMinutes(1), () -> server.http().isUp("/sign-in"));
            var toFirstPage = Duration.ofNanos(System.nanoTime() - start);
            for (int page = 0; page < PAGES; page++) {
                server.http().get("/sign-in");
            }
            return new Start(toFirstPage, Measured.megabytes(server.process().pid()));
        }
    }

    private static void row(Table table, String name, List<Start> starts, List<Start> plain) {
        Duration median = median(starts);
        table.row(name, median.toMillis(),
                starts.stream().mapToLong(Start::megabytes).sorted().skip(starts.size() / 2).findFirst().orElse(0),
                (double) median.toMillis() / median(plain).toMillis());
    }

    private static Duration median(List<Start> starts) {
        return Measured.median(starts.stream().map(Start::toFirstPage).toList());
    }
}
