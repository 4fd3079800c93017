package dev.portway.cli;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Helps numbers leave for another provider: the short way into the route of that name. */
@Command(name = "port-out", mixinStandardHelpOptions = true)
final class PortOut extends Moving {
    @Parameters(paramLabel = "NUMBER", descriptionKey = "number", arity = "1..*")
    List<String> numbers = List.of();

    @Option(names = "--from", paramLabel = "WABA", required = true)
    String from = "";

    @Option(names = "--invoices", paramLabel = "TEXT")
    @Nullable
    String invoices;

    @Override
    Map<String, Object> asked() {
        return Move.asked("port-out", numbers, from, null, invoices == null ? Map.of() : Map.of("open-invoices", invoices));
    }

    @Override
    Map<String, String> code() {
        return Map.of();
    }
}
