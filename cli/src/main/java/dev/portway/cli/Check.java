package dev.portway.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Looks without moving. */
@Command(name = "check", description = "Can this number move? Looks, changes nothing.", mixinStandardHelpOptions = true, exitCodeListHeading = "%nExit codes:%n", exitCodeList = {
    "0:nothing stands in the way", "1:something does", "2:wrong usage", "3:somebody has to answer what could not be seen",
    "4:the server cannot be reached"})
final class Check extends Server {
    @Parameters(paramLabel = "NUMBER", description = "With + and country code.")
    String number = "";

    @Option(names = "--from", paramLabel = "WABA", description = "The WABA it comes from.")
    @Nullable
    String from;

    @Option(names = "--access", paramLabel = "WHAT", defaultValue = "read", description = "What you may see of it: none, read, own.")
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
        if (checked.path("clear").asBoolean(false)) {
            return Ended.COMPLETED;
        }
        boolean fails = checked.path("findings").valueStream().anyMatch(finding -> finding.path("verdict").asString().equals("fails"));
        return fails ? Ended.FAILED : Ended.WAITS;
    }
}
