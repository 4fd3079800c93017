package dev.portway.graph.meaning;

import dev.portway.graphclient.answer.GraphError;
import dev.portway.migration.Outcome;
import dev.portway.migration.fact.Certainty;
import dev.portway.migration.fact.Finding;
import dev.portway.migration.fact.Findings;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.problem.Problem;
import dev.portway.problem.Problems;
import dev.portway.problem.Retry;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What Graph's errors mean: the first row of {@link ErrorRows} that fits counts. Where the words tell nothing, what the checks saw does. Nothing fits:
 * unrecognised.
 */
public final class Meanings {
    private static final Pattern WAIT = Pattern.compile("(\\d{1,4}) ?(second|segundo|minut|hour|hora|day|dia)");
    private static final Set<Finding.Verdict> WRONG = Set.of(Finding.Verdict.FAILS, Finding.Verdict.WARNS);
    /** No check was made, or none that counts. */
    public static final Findings NOTHING_SEEN = new Findings(List.of());

    private Meanings() {}

    public static Problem of(GraphError error) {
        return of(error, NOTHING_SEEN).problem();
    }

    /** @param seen what the checks saw of this number and its accounts before */
    public static Meaning of(GraphError error, Findings seen) {
        String texts = texts(error);
        List<ErrorRow> numbered = ErrorRows.ALL.stream().filter(row -> row.numbered(error)).toList();
        Optional<ErrorRow> fitting = numbered.stream().filter(row -> row.fits(error, texts)).findFirst();
        if (fitting.isPresent() && !fitting.get().vague()) {
            return new Meaning(fitting.get().problem(), fitting.get().words().isEmpty() ? Meaning.By.CODE : Meaning.By.TEXT, fitting,
                    List.of(), List.of());
        }
        return ofChecks(numbered, seen).orElseGet(() -> ambiguous(fitting, numbered, seen));
    }

    /**
     * What was seen of this number, and of no number in particular.
     *
     * @param number null: of all
     */
    public static Findings about(@Nullable PhoneNumber number, Findings seen) {
        return new Findings(seen.all()
                .stream()
                .filter(finding -> number == null || finding.number().isEmpty() || finding.number().get().equals(number))
                .toList());
    }

    /** The one row that a check saw the cause of; when it saw the causes of several, nobody knows which of them Graph minds. */
    private static Optional<Meaning> ofChecks(List<ErrorRow> numbered, Findings seen) {
        List<ErrorRow> suspected = numbered.stream().filter(row -> !evidence(row, seen).isEmpty()).toList();
        return suspected.size() == 1
                ? Optional.of(new Meaning(suspected.getFirst().problem(), Meaning.By.CHECKS, Optional.of(suspected.getFirst()),
                        evidence(suspected.getFirst(), seen), List.of()))
                : Optional.empty();
    }

    /** What is left over when that is taken away which was seen to be in order. It is shown, and not acted on. */
    private static Meaning ambiguous(Optional<ErrorRow> vague, List<ErrorRow> numbered, Findings seen) {
        List<ErrorRow> causes = numbered.stream()
                .filter(row -> row.number() > ErrorRow.SMALL && !row.words().isEmpty() && !row.vague())
                .toList();
        List<ErrorRow> suspected = causes.stream().filter(row -> !evidence(row, seen).isEmpty()).toList();
        List<Problem> maybe = (suspected.isEmpty() ? causes.stream().filter(row -> !cleared(row, seen)) : suspected.stream())
                .map(ErrorRow::problem)
                .distinct()
                .toList();
        Problem problem = vague.map(ErrorRow::problem).orElse(Problems.UNRECOGNISED);
        return new Meaning(problem, maybe.isEmpty() ? Meaning.By.NOTHING : Meaning.By.AMBIGUOUS, vague, List.of(), maybe);
    }

    /** The row's checks that saw something wrong. */
    private static List<String> evidence(ErrorRow row, Findings seen) {
        return seen.all()
                .stream()
                .filter(finding -> row.checks().contains(finding.check()) && WRONG.contains(finding.verdict()))
                .map(Finding::check)
                .distinct()
                .toList();
    }

    /** Whether all of the row's checks were seen to be in order; somebody's word is not that. */
    private static boolean cleared(ErrorRow row, Findings seen) {
        return !row.checks().isEmpty() && row.checks().stream().allMatch(check -> {
            List<Finding> found = seen.all().stream().filter(finding -> finding.check().equals(check)).toList();
            return !found.isEmpty() && found.stream().allMatch(Meanings::isSeenToHold);
        });
    }

    private static boolean isSeenToHold(Finding finding) {
        return finding.verdict() == Finding.Verdict.HOLDS && finding.certainty() == Certainty.VERIFIED;
    }

    /** What a call ends in that was answered so. */
    public static Outcome.Refused refusal(GraphError error) {
        Problem problem = of(error);
        return new Outcome.Refused(problem, pause(error, problem));
    }

    /** How long to wait: what Graph told in its headers or words where waiting helps, and never less than the problem's own wait. */
    public static Duration pause(GraphError error, Problem problem) {
        if (problem.retry() != Retry.AFTER_WAIT) {
            return problem.pause();
        }
        return Stream.of(problem.pause(), error.usage().regainAccessAfter(), told(texts(error)))
                .max(Duration::compareTo)
                .orElseThrow();
    }

    private static Duration told(String texts) {
        Matcher wait = WAIT.matcher(texts);
        if (!wait.find()) {
            return Duration.ZERO;
        }
        long number = Long.parseLong(wait.group(1));
        return switch (wait.group(2).charAt(0)) {
            case 's' -> Duration.ofSeconds(number);
            case 'm' -> Duration.ofMinutes(number);
            case 'h' -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    private static String texts(GraphError error) {
        return Stream.of(error.message(), error.userTitle(), error.userMessage(), error.details())
                .filter(Objects::nonNull)
                .map(ErrorRow::plain)
                .collect(Collectors.joining(" "));
    }
}
