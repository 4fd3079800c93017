package dev.portway.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which number, from where and to where: the same whether it is only looked at or done. */
final class Move {
    @Parameters(paramLabel = "NUMBER", description = "With + and country code.")
    String number = "";

    @Option(names = "--from", paramLabel = "WABA", description = "The WABA it comes from.")
    @Nullable
    String from;

    @Option(names = "--access", paramLabel = "WHAT", defaultValue = "read", description = "What you may see of it: none, read, own.")
    String access = "read";

    @Option(names = "--to", paramLabel = "WABA", required = true, description = "The WABA it goes to.")
    String to = "";

    /** As the API asks for it. */
    Map<String, Object> asked() {
        return Map.of("number", number, "from", from == null ? Map.of() : Map.of("waba", from, "access", access), "to", Map.of("waba", to));
    }
}
