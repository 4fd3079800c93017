package dev.portway.migration.standing;

import dev.portway.migration.Attempt;
import dev.portway.migration.Outcome;
import dev.portway.migration.fact.AssetsCompared;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Finding;
import dev.portway.migration.fact.Findings;
import dev.portway.migration.fact.NumberSeen;
import dev.portway.migration.fact.Seen;
import dev.portway.migration.fact.Source;
import dev.portway.migration.fact.Window;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Because of what a step does not hold.
 *
 * @param fact the fact's name, or the act's whose attempt it is about; empty when nothing is known yet
 * @param saw what was seen, in short words; never a secret
 * @param since when it was seen
 * @param source from whom
 */
public record Why(String fact, String saw, Optional<Instant> since, Optional<Source> source) {
    static final Why NOTHING_YET = new Why("", "", Optional.empty(), Optional.empty());

    static Why fact(Fact<?> fact, Optional<? extends Seen<?>> seen) {
        return seen.map(one -> new Why(fact.name(), words(one.value()), Optional.of(one.at()), Optional.of(one.source())))
                .orElse(new Why(fact.name(), "", Optional.empty(), Optional.empty()));
    }

    static Why attempt(Attempt attempt) {
        String saw = attempt.outcome().map(Why::words).orElse("no-answer-yet");
        return new Why(attempt.act().word(), saw, attempt.endedAt().or(() -> Optional.of(attempt.at())), Optional.of(Source.GRAPH));
    }

    /** A check that was not seen is not one that is not met. */
    private static String words(Finding finding) {
        return finding.verdict() == Finding.Verdict.UNKNOWN ? "unseen: " + finding.check() : finding.check();
    }

    private static String words(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done _ -> "done";
            case Outcome.Refused(var problem, _) -> problem.code();
            case Outcome.NotSent(var problem, _) -> problem.code();
            case Outcome.InDoubt(var cause) -> cause;
        };
    }

    /**
     * A value in short words, which the message keys {@code saw.<word>} say in every language: {@code on}, or {@code templates-pending: 3} with what fills
     * their blanks. What Graph wrote stays as it wrote it.
     */
    static String words(Object value) {
        return switch (value) {
            case Findings findings -> findings.blocking().or(findings::hidden).map(Why::words).orElse("clear");
            case NumberSeen seen -> seen.status() + ", " + seen.codeVerification() + ", name: " + seen.name();
            case AssetsCompared compared -> "templates-pending: " + compared.pending();
            case Enum<?> word -> word.name().toLowerCase(Locale.ROOT).replace('_', '-');
            case Window window -> window.opens() + " – " + window.closes();
            default -> value.toString();
        };
    }
}
