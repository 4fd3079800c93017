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
@Command(name = "demo", mixinStandardHelpOptions = true)
final class Demo extends ServerCommand {
    @Option(names = "--exit")
    boolean exit;

    @Option(names = "--port", paramLabel = "N")
    @Nullable
    Integer port;

    @Option(names = "--data", paramLabel = "DIR")
    @Nullable
    Path data;

    @Override
    public Integer call() throws InterruptedException {
        Screen screen = screen();
        Path folder = data == null ? Address.folder(System.getenv()) : data;
        Sentences sentences = sentences(screen);
        screen.heading(sentences.texts().say("demo"));
        Rehearsal rehearsal = Rehearsal.start(folder, port, sentences);
        var closed = new AtomicBoolean();
        Runnable close = () -> {
            if (closed.compareAndSet(false, true)) {
                rehearsal.server().address().forget(folder);
                rehearsal.close();
            }
        };
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(close));
        try {
            int code = move(rehearsal, sentences);
            if (!exit) {
                stay(rehearsal, sentences, folder);
            }
            return code;
        } finally {
            close.run();
            flushSummary();
        }
    }

    private final AtomicBoolean summarized = new AtomicBoolean();
    private String summary = "";
    private String migration = "";

    /** Last of all, after everything has stopped. */
    private void flushSummary() {
        if (json && !summary.isEmpty() && summarized.compareAndSet(false, true)) {
            System.out.println(summary);
            System.out.flush();
        }
    }

    private int move(Rehearsal rehearsal, Sentences sentences) {
        Screen screen = sentences.screen();
        Texts texts = sentences.texts();
        JsonNode env = rehearsal.env();
        String number = env.path("migratableNumber").asString();
        screen.line("  " + texts.say("demo-moves", "number", number, "source", env.path("sourceWabaId").asString(), "destination",
                env.path("wabaId").asString()));
        screen.note(texts.say("demo-safe"));
        screen.note(texts.say("demo-settling"));
        screen.heading(texts.say("demo-story"));
        String id = rehearsal.server().post("/v1/migrations", order(env, number)).path("id").asString();
        migration = id;
        JsonNode ended = new Journey(rehearsal.server(), sentences, Demo::isToldOf).follow(id, new Cast(rehearsal, sentences));
        JsonNode report = rehearsal.server().get("/v1/migrations/" + id + "/report");
        sentences.summary(report);
        if (!Journey.ended(ended)) {
            screen.bad(sentences.next(ended));
        }
        summary = Api.JSON.writeValueAsString(summary(report, number));
        return ended.path("status").asString().equals("completed") ? Ended.COMPLETED : Ended.FAILED;
    }

    /** What was done, and what took somebody: not what only had to be so already. */
    private static boolean isToldOf(JsonNode step) {
        return step.path("state").asString().equals("held")
                && (step.path("attempts").asInt(0) > 0 || step.path("name").asString().equals("code-entered"));
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
                Map.of("source", templates.path("source").asInt(0), "carried", templates.path("carried").asInt(0), "pending",
                        templates.path("pending").asInt(0), "failed", templates.path("failed").asInt(0)));
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

    private void stay(Rehearsal rehearsal, Sentences sentences, Path folder) throws InterruptedException {
        Screen screen = sentences.screen();
        Texts texts = sentences.texts();
        Address own = rehearsal.server().address();
        boolean beside = Address.keptIn(folder).filter(kept -> new Api(kept, texts).answers("/health/ready")).isPresent();
        own.keep(beside ? rehearsal.folder() : folder);
        screen.heading(texts.say("demo-look"));
        screen.line("  " + texts.say("demo-console", "server", own.server(), "name", Rehearsal.OPERATOR, "password", rehearsal.password()));
        screen.line("  " + texts.say("demo-api", "server", own.server()));
        screen.line("  " + texts.say("demo-commands", "id", migration));
        screen.line("  " + texts.say("demo-sandbox", "server", rehearsal.sandbox().address().server()));
        if (beside) {
            screen.line("  " + texts.say("demo-beside", "folder", rehearsal.folder()));
        }
        screen.line("  " + texts.say("demo-stop"));
        Thread.currentThread().join();
    }
}
