package dev.portway.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Looks without moving. */
@Command(name = "check", description = "Can this number move? Looks, changes nothing.", mixinStandardHelpOptions = true)
final class Check extends Server {
    @Parameters(paramLabel = "NUMBER", description = "With + and country code.")
    String number = "";

    @Option(names = "--from", paramLabel = "WABA", description = "The WABA it comes from.")
    @Nullable
    String from;

    @Option(names = "--access", defaultValue = "read", description = "What you may see of it: none, read, own.")
    String access = "read";

    @Option(names = "--to", paramLabel = "WABA", required = true, description = "The WABA it goes to.")
    String to = "";

    @Override
    public Integer call() {
        Map<String, ?> source = from == null ? Map.of() : Map.of("waba", from, "access", access);
        JsonNode checked = api().post("/v1/checks", Map.of("number", number, "from", source, "to", Map.of("waba", to)));
        if (json) {
            System.out.println(checked);
        } else {
            Sentences sentences = sentences(screen());
            sentences.screen().heading(number);
            sentences.findings(checked.path("findings"));
        }
        for (JsonNode finding : checked.path("findings")) {
            if (finding.path("verdict").asString().equals("fails")) {
                return Ended.FAILED;
            }
        }
        return Ended.COMPLETED;
    }
}
