package dev.portway.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which numbers, by which route, from where and to where: the same whether it is only looked at or done. What a route takes, the server knows. */
final class Move {
    @Parameters(paramLabel = "NUMBER", descriptionKey = "number", arity = "1..*")
    List<String> numbers = List.of();

    @Option(names = "--route", paramLabel = "NAME")
    @Nullable
    String route;

    @Option(names = "--from", paramLabel = "WABA")
    @Nullable
    String from;

    @Option(names = "--access", paramLabel = "WHAT")
    @Nullable
    String access;

    @Option(names = "--to", paramLabel = "WABA")
    @Nullable
    String to;

    @Option(names = "--term", paramLabel = "KEY=VALUE")
    Map<String, String> terms = Map.of();

    /** As the API asks for it. */
    Map<String, Object> asked() {
        Map<String, Object> asked = asked(route, numbers, from, access, terms);
        if (to != null) {
            asked.put("to", Map.of("waba", to));
        }
        return asked;
    }

    /**
     * @param route null: the one that is usual
     * @param access null: as is usual for the route
     */
    static Map<String, Object> asked(@Nullable String route, List<String> numbers, @Nullable String from, @Nullable String access,
            Map<String, String> terms) {
        var asked = new LinkedHashMap<String, Object>();
        if (route != null) {
            asked.put("route", route);
        }
        if (numbers.size() == 1) {
            asked.put("number", numbers.getFirst());
        } else {
            asked.put("numbers", numbers);
        }
        if (from != null) {
            asked.put("from", access == null ? Map.of("waba", from) : Map.of("waba", from, "access", access));
        }
        if (!terms.isEmpty()) {
            asked.put("terms", terms);
        }
        return asked;
    }
}
