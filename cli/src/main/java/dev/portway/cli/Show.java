package dev.portway.cli;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** One migration. */
@Command(name = "show", mixinStandardHelpOptions = true)
final class Show extends ServerCommand {
    @Parameters(paramLabel = "ID", descriptionKey = "id")
    String id = "";

    @Option(names = "--since", paramLabel = "TIME")
    @Nullable
    String since;

    @Override
    public Integer call() {
        JsonNode migration = api().migration(id);
        if (since != null) {
            return changes(migration, since);
        }
        if (json) {
            System.out.println(migration);
            return code(migration);
        }
        Sentences sentences = sentences(screen());
        Screen screen = sentences.screen();
        screen.heading(Sentences.numbers(migration) + "  " + migration.path("statusText").asString() + "  " + screen.faint(id));
        sentences.task(migration);
        sentences.steps(migration.path("steps"));
        boolean before = !migration.path("continuity").path("pastPointOfNoReturn").asBoolean(false);
        if (before) {
            sentences.drift(migration.path("drift"));
        }
        if (before && migration.path("findings").size() > 0) {
            screen.heading(sentences.texts().say("findings"));
            sentences.findings(migration.path("findings"));
        }
        return code(migration);
    }

    /** What the checks say otherwise than they did then. */
    private int changes(JsonNode migration, String since) {
        Instant from = Since.of(since, Instant.parse(migration.path("now").asString()), Sentences.zone())
                .orElseThrow(() -> new Told(Ended.USAGE, texts().say("since", "value", since)));
        JsonNode changes = api().get("/v1/migrations/" + id + "/findings/changes?since=" + from);
        if (json) {
            System.out.println(changes);
        } else {
            sentences(screen()).changes(changes);
        }
        return Ended.COMPLETED;
    }

    static int code(JsonNode migration) {
        String status = migration.path("status").asString();
        boolean asks = migration.path("next").path("kind").asString().equals("ask");
        return asks ? Ended.WAITS : Journey.ended(migration) && !status.equals("completed") ? Ended.FAILED : Ended.COMPLETED;
    }
}
