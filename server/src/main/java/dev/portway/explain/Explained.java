package dev.portway.explain;

import dev.portway.graph.meaning.ErrorRow;
import dev.portway.graph.meaning.Meaning;
import dev.portway.problem.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the catalogue knows of what was asked, the likeliest first.
 *
 * @param meaning what a copied error means, and by what that is known; empty when no whole error was given
 * @param trace the trace id in it; empty when there is none
 */
public record Explained(List<Answer> answers, Optional<Meaning> meaning, String trace) {
    public Explained {
        answers = List.copyOf(answers);
    }

    /** Nothing fits. What helps then is the trace id, for Meta's support. */
    public boolean isEmpty() {
        return answers.isEmpty();
    }

    /**
     * A problem it may be.
     *
     * @param rows by what Graph's error would be recognised, those that fit what was asked first
     */
    public record Answer(Problem problem, By by, List<ErrorRow> rows) {
        public Answer {
            rows = List.copyOf(rows);
        }
    }

    /** How it was found. */
    public enum By {
        /** It is the whole error that was given. */
        ERROR,
        /** One of several that the error given may mean. */
        MAYBE,
        /** Its own name was given. */
        NAME,
        /** Its number was given, and with it words of it. */
        NUMBER_AND_WORDS,
        /** Its number was given. */
        NUMBER,
        /** A sentence of it was given, or part of one. */
        SENTENCE,
        /** It speaks of what was given. */
        WORDS;

        /** As in JSON and message keys: {@code explained.by.<word>}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
