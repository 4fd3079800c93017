package dev.portway.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which number, from where and to where: the same whether it is only looked at or done. */
final class Move {
    @Parameters(paramLabel = "NUMBER", descriptionKey = "number")
    String number = "";

    @Option(names = "--from", paramLabel = "WABA")
    @Nullable
    String from;

    @Option(names = "--access", paramLabel = "WHAT", defaultValue = "read")
    String access = "read";

    @Option(names = "--to", paramLabel = "WABA", required = true)
    String to = "";

    /** As the API asks for it. */
    Map<String, Object> asked() {
        return Map.of("number", number, "from", from == null ? Map.of() : Map.of("waba", from, "access", access), "to", Map.of("waba", to));
    }
}
