package dev.portway.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** The migrations there are. */
@Command(name = "list", description = "The migrations there are, newest first.", mixinStandardHelpOptions = true)
final class Listing extends Server {
    @Option(names = "--status", description = "Only these, separated by commas.")
    @Nullable
    String status;

    @Override
    public Integer call() {
        JsonNode page = api().get("/v1/migrations" + (status == null ? "" : "?status=" + status));
        if (json) {
            System.out.println(page);
            return Ended.COMPLETED;
        }
        var rows = new ArrayList<List<String>>();
        page.path("migrations").forEach(migration -> rows.add(Sentences.row(migration)));
        screen().table(rows);
        return Ended.COMPLETED;
    }
}
