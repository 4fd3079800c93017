package dev.portway.migration;

import dev.portway.GeneratedDoc;
import dev.portway.problem.Problem;
import dev.portway.problem.Problems;
import dev.portway.words.Vocabulary;
import dev.portway.words.Words;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The pages about routes and errors say what the code does. */
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

    @Test
    void errors_areListedAsTheyAre() {
        String rows = Problems.all().stream().map(RoutesDocTest::row).collect(Collectors.joining());
        new GeneratedDoc("docs/errors.md").part("problems",
                "| Problem | What it means | What helps | Whose move | Again |\n|---|---|---|---|---|\n" + rows);
    }

    private static String row(Problem problem) {
        String again = problem.retry().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String pause = problem.pause().equals(Duration.ZERO) ? "" : ", " + problem.pause().toString().substring(2).toLowerCase(Locale.ROOT);
        Vocabulary words = new Vocabulary(Words.of("words", Locale.ENGLISH));
        Vocabulary.Guidance guidance = words.problem(problem.code());
        return "| `" + problem.code() + "` | **" + guidance.title() + ".** " + words.say("problem." + problem.code() + ".meaning") + " | "
                + guidance.todo() + " | " + problem.owner().word() + " | " + again + pause + " |\n";
    }
}
