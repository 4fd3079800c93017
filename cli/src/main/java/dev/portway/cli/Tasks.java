package dev.portway.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** What waits for a person, over all migrations. */
@Command(name = "tasks", mixinStandardHelpOptions = true)
final class Tasks extends ServerCommand {
    private static final List<String> PEOPLE = List.of("provider", "partner", "client", "origin", "destination");

    @Option(names = "--for", paramLabel = "WHO")
    @Nullable
    String who;

    @Override
    public Integer call() {
        Api api = api();
        List<JsonNode> waiting = (who == null ? PEOPLE : List.of(who)).stream().flatMap(party -> waiting(api, party).stream()).toList();
        if (json) {
            System.out.println(Api.JSON.createArrayNode().addAll(waiting));
            return Ended.COMPLETED;
        }
        Sentences sentences = sentences(screen());
        if (waiting.isEmpty()) {
            sentences.screen().line(sentences.texts().say("no-tasks"));
        }
        for (JsonNode migration : waiting) {
            sentences.screen().heading(Sentences.numbers(migration) + "  " + sentences.screen().faint(migration.path("id").asString()));
            sentences.task(migration);
        }
        return Ended.COMPLETED;
    }

    /** All of them, page by page: the list says whom they wait for, the migration itself what for. */
    private static List<JsonNode> waiting(Api api, String party) {
        var waiting = new ArrayList<JsonNode>();
        String after = "";
        do {
            String cursor = after.isEmpty() ? "" : "&after=" + after;
            JsonNode page = api.get("/v1/migrations?limit=100&waitsFor=" + URLEncoder.encode(party, StandardCharsets.UTF_8) + cursor);
            page.path("migrations").forEach(line -> waiting.add(api.migration(line.path("id").asString())));
            after = page.path("next").asString("");
        } while (!after.isEmpty());
        waiting.removeIf(migration -> !migration.path("next").path("kind").asString().equals("ask"));
        return waiting;
    }
}
