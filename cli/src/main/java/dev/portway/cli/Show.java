package dev.portway.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** One migration. */
@Command(name = "show", description = "One migration: where it stands and whose move it is.", mixinStandardHelpOptions = true)
final class Show extends Server {
    @Parameters(paramLabel = "ID", description = "Its id, mig_….")
    String id = "";

    @Override
    public Integer call() {
        JsonNode migration = api().migration(id);
        if (json) {
            System.out.println(migration);
            return code(migration);
        }
        Screen screen = screen();
        screen.heading(id + "  " + Sentences.plain(migration.path("status").asString()));
        screen.line("  " + Sentences.next(migration));
        var rows = new ArrayList<List<String>>();
        migration.path("steps")
                .forEach(step -> rows.add(List.of(step.path("state").asString(), Sentences.plain(step.path("name").asString()),
                        step.path("endedAt").asString(""))));
        screen.table(rows);
        Sentences.findings(screen, migration.path("findings"));
        return code(migration);
    }

    static int code(JsonNode migration) {
        String status = migration.path("status").asString();
        boolean asks = migration.path("next").path("kind").asString().equals("ask");
        return asks ? Ended.WAITS : Journey.ended(migration) && !status.equals("completed") ? Ended.FAILED : Ended.COMPLETED;
    }
}
