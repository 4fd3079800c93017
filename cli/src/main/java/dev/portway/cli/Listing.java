package dev.portway.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** The migrations there are. */
@Command(name = "list", mixinStandardHelpOptions = true)
final class Listing extends ServerCommand {
    @Option(names = "--status")
    @Nullable
    String status;

    @Override
    public Integer call() {
        JsonNode page = api().get("/v1/migrations" + (status == null ? "" : "?status=" + status));
        if (json) {
            System.out.println(page);
            return Ended.COMPLETED;
        }
        Sentences sentences = sentences(screen());
        var rows = new ArrayList<>(List.of(sentences.head()));
        page.path("migrations").forEach(migration -> rows.add(sentences.row(migration)));
        if (rows.size() == 1) {
            sentences.screen().line(sentences.texts().say("none"));
        } else {
            sentences.screen().table(rows);
        }
        return Ended.COMPLETED;
    }
}
