package dev.portway.api;

import dev.portway.explain.Catalogue;
import dev.portway.explain.Explained;
import dev.portway.graph.meaning.ErrorRow;
import dev.portway.intake.Rejected;
import dev.portway.intake.Wrong;
import dev.portway.problem.Problem;
import dev.portway.problem.Retry;
import dev.portway.words.Vocabulary;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue of errors: what each means, whose move it is, what helps. The same for every provider; nothing of what is asked is kept. */
@RestController
@RequestMapping(path = "/v1/problems", produces = MediaType.APPLICATION_JSON_VALUE)
class ProblemsController {
    /** Of a question; Tomcat takes 8 kB of address and headers together. A longer error can be explained by the command line and the page. */
    static final int LONGEST_QUESTION = 2_000;

    private final CallersLanguage language;

    ProblemsController(CallersLanguage language) {
        this.language = language;
    }

    /**
     * By what Graph's error is recognised.
     *
     * @param number the code, or above 1,000 code or subcode; empty where people bring the words without one
     * @param words of which one must be in it; empty when the number says it all
     * @param checks that are evidence for it where the words say nothing
     * @param evidence {@code documented}, {@code observed} or {@code assumed}
     * @param fault with which the sandbox plays it; null when none does
     */
    record MatchView(String number, List<String> words, List<String> checks, String evidence, String source, @Nullable String fault) {
        static MatchView of(ErrorRow row) {
            return new MatchView(row.numbers(), row.words(), row.checks(), row.from().kind().word(), row.from().where(),
                    row.fault().isEmpty() ? null : "error:" + row.fault());
        }
    }

    /**
     * @param link the screen to open; null where there is none
     * @param retry {@code soon}, {@code after-wait}, {@code after-fix} or {@code never}
     * @param waitSeconds how long to wait before the next try; 0 where the row names none
     * @param foundBy how it was found
     */
    record ExplainedView(String code, String title, String meaning, String remedy, @Nullable String link, String owner, String ownerText,
            String retry, String retryText, long waitSeconds, String foundBy, String foundByText, List<MatchView> matches) {
        static ExplainedView of(Explained.Answer answer, Vocabulary words) {
            Problem problem = answer.problem();
            Vocabulary.Guidance guidance = words.problem(problem.code());
            return new ExplainedView(problem.code(), guidance.title(), words.say("problem." + problem.code() + ".meaning"), guidance.todo(),
                    guidance.link().orElse(null), problem.owner().word(), words.say("party." + problem.owner().word()),
                    word(problem.retry()),
                    words.say("again." + word(problem.retry())), problem.pause().toSeconds(), answer.by().word(),
                    words.say("explained.by." + answer.by().word()), answer.rows().stream().map(MatchView::of).toList());
        }

        private static String word(Retry retry) {
            return retry.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * @param advice what to do when nothing was found; null when something was
     * @param trace the trace id in the error that was asked about; null when there is none
     */
    record ProblemsView(List<ExplainedView> problems, @Nullable String advice, @Nullable String trace) {}

    @GetMapping
    ProblemsView find(@RequestParam Map<String, String> asked) {
        asked.keySet().stream().filter(name -> !name.equals("q")).findFirst().ifPresent(name -> {
            throw Rejected.field(Wrong.FIELD_UNKNOWN, name);
        });
        String question = asked.getOrDefault("q", "").strip();
        if (question.length() > LONGEST_QUESTION) {
            throw Rejected.field(Wrong.FIELD_MALFORMED, "q");
        }
        Vocabulary words = language.vocabulary();
        Explained explained = question.isEmpty()
                ? new Explained(Catalogue.all(), java.util.Optional.empty(), "")
                : Catalogue.look(question);
        return new ProblemsView(explained.answers().stream().map(answer -> ExplainedView.of(answer, words)).toList(),
                explained.isEmpty() ? words.say("explained.nothing") + " " + words.say("explained.nothing.do") : null,
                explained.trace().isEmpty() ? null : explained.trace());
    }

    @GetMapping("/{code}")
    ExplainedView get(@PathVariable String code) {
        Vocabulary words = language.vocabulary();
        return Catalogue.named(code)
                .map(answer -> ExplainedView.of(answer, words))
                .orElseThrow(() -> new Rejected(Wrong.PROBLEM_NOT_FOUND, Map.of("problem", code)));
    }
}
