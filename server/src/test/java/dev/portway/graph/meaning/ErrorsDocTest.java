package dev.portway.graph.meaning;

import dev.portway.GeneratedDoc;
import dev.portway.problem.Problem;
import dev.portway.problem.Problems;
import dev.portway.words.Vocabulary;
import dev.portway.words.Words;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about errors says what the tables say. */
class ErrorsDocTest {
    private static final Vocabulary ENGLISH = new Vocabulary(Words.of("words", Locale.ENGLISH));

    @Test
    void problems_areListedAsTheyAre() {
        new GeneratedDoc("docs/errors.md").part("problems",
                "| Problem | What it means | What helps | Whose move | Again |\n|---|---|---|---|---|\n"
                        + Problems.all().stream().map(ErrorsDocTest::row).collect(Collectors.joining()));
    }

    private static String row(Problem problem) {
        String again = problem.retry().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        Vocabulary.Guidance guidance = ENGLISH.problem(problem.code());
        return "| <a id=\"" + problem.code() + "\"></a>`" + problem.code() + "` | **" + guidance.title() + ".** "
                + ENGLISH.say("problem." + problem.code() + ".meaning") + " | " + guidance.todo() + " | " + problem.owner().word() + " | "
                + again + pause(problem.pause()) + " |\n";
    }

    private static String pause(Duration pause) {
        return pause.isZero() ? "" : ", " + pause.toString().substring(2).toLowerCase(Locale.ROOT);
    }

    @Test
    void matches_areListedAsTheyAre() {
        new GeneratedDoc("docs/errors.md").part("matches",
                "| Number | Words, any of them | Problem | How we know | Fault of the sandbox |\n|---|---|---|---|---|\n"
                        + ErrorRows.ALL.stream().map(ErrorsDocTest::row).collect(Collectors.joining()));
    }

    private static String row(ErrorRow row) {
        String words = Stream.concat(row.words().stream(), row.checks().stream().map(check -> "*check* `" + check + "`"))
                .collect(Collectors.joining(" · "));
        String fault = row.fault().isEmpty() ? "none: " + row.unplayed() : "`error:" + row.fault() + "`";
        return "| " + row.numbers() + " | " + words + " | `" + row.problem().code() + "` | "
                + row.from().kind().word() + ": " + row.from().where() + " | " + fault + " |\n";
    }
}
