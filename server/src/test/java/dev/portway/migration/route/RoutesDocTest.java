package dev.portway.migration.route;

import dev.portway.GeneratedDoc;
import dev.portway.migration.Route;
import dev.portway.migration.Status;
import dev.portway.migration.Step;
import dev.portway.migration.standing.Diagram;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page about routes says what the code does. */
class RoutesDocTest {
    @Test
    void routes_areDrawnAsTheyAre() {
        String drawn = Routes.all().stream().map(RoutesDocTest::drawn).collect(Collectors.joining("\n"));
        new GeneratedDoc("docs/routes.md").part("routes", drawn);
    }

    private static String drawn(Route route) {
        return "## `" + route.name() + "`\n\n```mermaid\n" + Diagram.of(route) + "```\n\n" + steps(route);
    }

    private static String steps(Route route) {
        return "| Step | Status meanwhile | Need not be done when |\n|---|---|---|\n"
                + route.steps().stream().map(RoutesDocTest::row).collect(Collectors.joining());
    }

    private static String row(Step step) {
        String unless = step.terms().unless().stream().map(one -> "`" + one.reason() + "`").collect(Collectors.joining(", "));
        return "| `" + step.name() + "` | " + Status.of(step.phase()).word() + " | " + unless + " |\n";
    }
}
