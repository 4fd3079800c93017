package dev.portway.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Hands a client's numbers to another partner of this provider: the short way into the route of that name. */
@Command(name = "partner-change", mixinStandardHelpOptions = true)
final class PartnerChange extends Moving {
    @Parameters(paramLabel = "NUMBER", descriptionKey = "number", arity = "1..*")
    List<String> numbers = List.of();

    @Option(names = "--from", paramLabel = "WABA", required = true)
    String from = "";

    @Option(names = "--partner", paramLabel = "NAME", required = true)
    String partner = "";

    @Option(names = "--effective", paramLabel = "INSTANT")
    @Nullable
    String effective;

    @Override
    Map<String, Object> asked() {
        var terms = new LinkedHashMap<>(Map.of("partner", partner));
        if (effective != null) {
            terms.put("effective", effective);
        }
        return Move.asked("partner-change", numbers, from, null, terms);
    }

    @Override
    Map<String, String> code() {
        return Map.of();
    }
}
