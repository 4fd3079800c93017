package dev.portway.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** One migration. */
@Command(name = "show", mixinStandardHelpOptions = true)
final class Show extends ServerCommand {
    @Parameters(paramLabel = "ID", descriptionKey = "id")
    String id = "";

    @Override
    public Integer call() {
        JsonNode migration = api().migration(id);
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

    static int code(JsonNode migration) {
        String status = migration.path("status").asString();
        boolean asks = migration.path("next").path("kind").asString().equals("ask");
        return asks ? Ended.WAITS : Journey.ended(migration) && !status.equals("completed") ? Ended.FAILED : Ended.COMPLETED;
    }
}
