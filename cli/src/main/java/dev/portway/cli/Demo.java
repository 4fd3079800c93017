package dev.portway.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** From nothing to a moved number, with everyone's part played. */
@Command(name = "demo", description = "Starts everything and moves a sample number in the sandbox.", mixinStandardHelpOptions = true)
final class Demo extends Server {
    @Option(names = "--exit", description = "End when the number has moved, and stop everything.")
    boolean exit;

    @Option(names = "--port", paramLabel = "N", description = "The service's port (8420, or a free one).")
    @Nullable
    Integer port;

    @Option(names = "--data", paramLabel = "DIR", description = "Where to keep what is needed while it runs (~/.portway).")
    @Nullable
    Path data;

    @Override
    public Integer call() throws InterruptedException {
        Screen screen = screen();
        Path folder = data == null ? Address.folder(System.getenv()) : data;
        screen.heading("Portway demo: a number moves from one provider to another");
        Rehearsal rehearsal = Rehearsal.start(folder, port, screen);
        var closed = new AtomicBoolean();
        Runnable close = () -> {
            if (closed.compareAndSet(false, true)) {
                rehearsal.close();
            }
        };
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(close));
        try {
            int code = move(rehearsal, screen);
            if (!exit) {
                stay(rehearsal, screen, folder);
            }
            return code;
        } finally {
            close.run();
            flushSummary();
        }
    }

    private final AtomicBoolean summarized = new AtomicBoolean();
    private String summary = "";

    /** Last of all, after everything has stopped. */
    private void flushSummary() {
        if (json && !summary.isEmpty() && summarized.compareAndSet(false, true)) {
            System.out.println(summary);
            System.out.flush();
        }
    }

    private int move(Rehearsal rehearsal, Screen screen) {
        JsonNode env = rehearsal.env();
        String number = env.path("migratableNumber").asString();
        screen.line("  " + number + " leaves WABA " + env.path("sourceWabaId").asString() + " for " + env.path("wabaId").asString());
        screen.note("Settling takes 24 hours; here it is shortened to 15 seconds.");
        String id = rehearsal.server().post("/v1/migrations", order(env, number)).path("id").asString();
        JsonNode migration = new Journey(rehearsal.server(), screen).follow(id, new Cast(rehearsal, screen));
        JsonNode report = rehearsal.server().get("/v1/migrations/" + id + "/report");
        Sentences.summary(screen, report);
        if (!Journey.ended(migration)) {
            screen.bad(Sentences.next(migration));
        }
        summary = Api.JSON.writeValueAsString(summary(report, number));
        return migration.path("status").asString().equals("completed") ? Ended.COMPLETED : Ended.FAILED;
    }

    private static Map<String, ?> order(JsonNode env, String number) {
        return Map.of("route", "migrate", "number", number, "from", Map.of("waba", env.path("sourceWabaId").asString(), "access", "own"),
                "to",
                Map.of("waba", env.path("wabaId").asString()), "code", Map.of("method", "SMS", "language", "pt_BR"), "settling", "PT15S",
                "prober", env.path("testerNumber").asString(), "submit", true);
    }

    private static Map<String, @Nullable Object> summary(JsonNode report, String number) {
        var summary = new LinkedHashMap<String, @Nullable Object>();
        summary.put("status", report.path("status").asString());
        summary.put("migrationId", report.path("id").asString());
        summary.put("number", number);
        summary.put("route", report.path("route").asString());
        summary.put("steps", steps(report));
        summary.put("darkMillis", report.path("numbers").path(0).path("darkMillis"));
        JsonNode templates = report.path("templates");
        summary.put("templates",
                Map.of("source", templates.path("source").asInt(0), "carried", templates.path("carried").asInt(0), "failed",
                        templates.path("failed").asInt(0)));
        return summary;
    }

    private static List<Map<String, Object>> steps(JsonNode report) {
        var steps = new ArrayList<Map<String, Object>>();
        for (JsonNode step : report.path("steps")) {
            var told = new LinkedHashMap<String, Object>();
            told.put("name", step.path("name"));
            told.put("startedAt", step.path("startedAt"));
            told.put("endedAt", step.path("endedAt"));
            told.put("attempts", step.path("attempts"));
            steps.add(told);
        }
        return steps;
    }

    private void stay(Rehearsal rehearsal, Screen screen, Path folder) throws InterruptedException {
        rehearsal.server().address().keep(folder);
        screen.heading("Have a look around");
        screen.line("  console   " + rehearsal.server().address().server() + "/  sign in as " + Rehearsal.OPERATOR + " with "
                + rehearsal.password());
        screen.line("  API       " + rehearsal.server().address().server() + "/docs");
        screen.line("  sandbox   " + rehearsal.sandbox().address().server() + "/sandbox");
        screen.line("  Ctrl-C stops everything.");
        Thread.currentThread().join();
    }
}
