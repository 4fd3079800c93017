package dev.portway.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** Looks without moving. */
@Command(name = "check", mixinStandardHelpOptions = true)
final class Check extends ServerCommand {
    @Mixin
    final Move move = new Move();

    @Override
    public Integer call() {
        JsonNode checked = api().post("/v1/checks", move.asked());
        if (json) {
            System.out.println(checked);
        } else {
            Sentences sentences = sentences(screen());
            sentences.screen().heading(String.join(" ", move.numbers));
            sentences.checked(checked);
        }
        if (checked.path("clear").asBoolean(false)) {
            return Ended.COMPLETED;
        }
        boolean fails = checked.path("findings").valueStream().anyMatch(finding -> finding.path("verdict").asString().equals("fails"));
        return fails ? Ended.FAILED : Ended.WAITS;
    }
}
