package dev.portway.bench;

import dev.portway.acceptance.Http;

import dev.portway.acceptance.Started;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** How soon a sandbox answers, with a small world and with the one of 10,000 numbers and 60,000 templates, and what it then holds as calls go on. */
final class LargeMeasured {
    private static final Duration STARTS_WITHIN = Duration.ofMinutes(2);
    private static final int STARTS = 5;
    private static final int PAGES = 300;
    private static final long CALLS = Long.getLong("portway.bench.calls", 1_000_000);
    private static final Path JAR = Path.of(System.getProperty("portway.home"), "graph-sandbox", "target", "graph-sandbox.jar");
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private LargeMeasured() {}

    static Table table(Path folder) throws Exception {
        var table = new Table("what", "measured", "aim");
        table.row("`default`, start to first answer, median ms", start(folder, "default", "-Xmx700m").toMillis(), "1500");
        table.row("`default`, the same as `./portway sandbox` does it, median ms", startWithArchive(folder).toMillis(), "1500");
        table.row("`large`, start to first answer, median ms", start(folder, "large", "-Xmx700m").toMillis(), "10000");
        try (var one = new Running(folder, "large", "-Xmx700m")) {
            table.row("`large`, heap in use, MB", one.heap(), "700");
            table.row("`large`, a page of 100 numbers, median ms", one.page("phone_numbers"), "20");
            table.row("`large`, a page of 100 templates, median ms", one.page("message_templates"), "20");
        }
        try (var one = new Running(folder, "default", "-Xmx256m")) {
            one.calls(CALLS / 10);
            table.row("`default`, heap after " + CALLS / 10 + " messages, MB", one.heap(), "");
            one.calls(CALLS - CALLS / 10);
            table.row("`default`, heap after " + CALLS + " messages, MB", one.heap(), "the same");
        }
        return table;
    }

    /** With what Java has kept of the classes since the sandbox last ended. */
    private static Duration startWithArchive(Path folder) {
        String archive = "-XX:SharedArchiveFile=" + folder.resolve("sandbox.jsa");
        new Running(folder, "default", "-Xmx700m", "-XX:+AutoCreateSharedArchive", archive).close();
        return start(folder, "default", "-Xmx700m", "-XX:+AutoCreateSharedArchive", archive);
    }

    private static Duration start(Path folder, String world, String... options) {
        var all = new ArrayList<Duration>();
        for (int i = 0; i < STARTS; i++) {
            long start = System.nanoTime();
            try (var _ = new Running(folder, world, options)) {
                all.add(Duration.ofNanos(System.nanoTime() - start));
            }
        }
        return Measured.median(all);
    }

    private static final class Running implements AutoCloseable {
        private final Started process;
        private final int port = Started.freePort();
        private final Http http = Http.to(port);

        Running(Path folder, String world, String... options) {
            List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
            command.addAll(List.of(options));
            command.addAll(List.of("-jar", JAR.toString(), "--port", String.valueOf(port), "--world", world));
            process = Started.command("sandbox", folder, Map.of(), command);
            process.until("the sandbox answers", STARTS_WITHIN, () -> http.isUp("/sandbox/env"));
        }

        /** What is left after a collection, in megabytes. */
        long heap() throws IOException, InterruptedException {
            jcmd("GC.run");
            Matcher used = USED.matcher(jcmd("GC.heap_info"));
            if (!used.find()) {
                throw new IllegalStateException("no heap is told");
            }
            return Long.parseLong(used.group(1)) / 1024;
        }

        private String jcmd(String order) throws IOException, InterruptedException {
            Process jcmd = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                    String.valueOf(process.pid()), order)
                    .start();
            String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            jcmd.waitFor();
            return said;
        }

        /** From the first to the last, and again from the first. */
        double page(String edge) {
            JsonNode env = settled();
            Http asked = http.with("Authorization", "Bearer " + env.path("sourceToken").asString());
            String first = "/" + env.path("apiVersion").asString() + "/" + env.path("sourceWabaId").asString() + "/" + edge + "?limit=100";
            String next = first;
            var all = new ArrayList<Duration>();
            for (int i = 0; i < PAGES; i++) {
                long start = System.nanoTime();
                Http.Answer page = asked.get(next);
                all.add(Duration.ofNanos(System.nanoTime() - start));
                if (page.status() != 200 || page.json().path("data").isEmpty()) {
                    throw new IllegalStateException(page.body());
                }
                String after = page.json().path("paging").path("next").asString("");
                next = after.isEmpty() ? first : first + "&after=" + page.json().path("paging").path("cursors").path("after").asString();
            }
            return Measured.median(all).toNanos() / 1e6;
        }

        void calls(long count) {
            JsonNode env = settled();
            String message = """
                    {"messaging_product":"whatsapp","to":"%s","type":"text","text":{"body":"Hello"}}"""
                    .formatted(env.path("testerNumber").asString());
            String target = "/" + env.path("apiVersion").asString() + "/" + env.path("phoneNumberId").asString() + "/messages";
            new Callers(port, 32).times(Callers.request("POST", target, env.path("sourceToken").asString(), message), count);
        }

        private JsonNode settled() {
            http.put("/sandbox/switches",
                    Map.of("calls-per-hour", "99999999", "calls-per-hour-inactive", "99999999", "app-calls-per-hour", "99999999",
                            "messages-to-one-at-once", "0", "messages-a-second", "0"));
            return http.get("/sandbox/env").json();
        }

        @Override
        public void close() {
            process.close();
        }
    }
}
