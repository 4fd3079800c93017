package dev.portway.graph.meaning;

import dev.portway.graphclient.answer.GraphError;
import dev.portway.problem.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One row of the table of {@link ErrorRows}: by what an error is recognised, and what it then is.
 *
 * <pre>
 * number 2388103 · words "webhook"      ─▶ problem app-not-subscribed   the words are Graph's: they say it
 *        2388103 · (words unknown)      ─▶ a check that saw "no app"    the row's checks say it
 *        2388103 · neither              ─▶ unrecognised
 * </pre>
 *
 * @param number the code, or, above {@value #SMALL}, code or subcode: which of the two some are is not published. {@link GraphError#NO_CODE}: words
 *     that tools other than Graph say, without a number
 * @param last of a family of codes; the same as {@code number} where it is one code
 * @param subcode what the subcode must be; {@link #ANY} when it does not matter
 * @param words of which one must be in Graph's texts, in any of their languages; empty when the number says it all
 * @param vague whether the words say only that it did not work: then what the checks saw says more
 * @param checks by their names: one of them seen to be wrong is evidence for this row where the words say nothing
 * @param from how we know
 * @param fault the sandbox's name for it; empty when none plays it
 * @param unplayed why no fault plays it; empty when one does
 */
public record ErrorRow(int number, int last, int subcode, Problem problem, List<String> words, boolean vague, List<String> checks,
        Evidence from, String fault, String unplayed) {
    static final int ANY = -1;
    /** Codes of Graph as a whole. Those above it are of one place only. */
    static final int SMALL = 1_000;
    /** Says nothing but that something was wrong with the request: what, its subcode tells. */
    private static final int INVALID_PARAMETER = 100;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}#_]+");

    /**
     * How we know what a row says.
     *
     * @param kind documented by Meta, observed in the wild, or assumed
     * @param where the page and its date, where it was seen, or why it is assumed
     */
    public record Evidence(Kind kind, String where) {
        /** From the surest on. */
        public enum Kind {
            DOCUMENTED, OBSERVED, ASSUMED;

            /** As in JSON and message keys. */
            public String word() {
                return name().toLowerCase(Locale.ROOT);
            }
        }
    }

    public ErrorRow {
        words = words.stream().map(ErrorRow::plain).toList();
        checks = List.copyOf(checks);
    }

    /** @param texts all that Graph said of it, {@link #plain} */
    boolean fits(GraphError error, String texts) {
        return numbered(error) && (words.isEmpty() || said(texts));
    }

    /** Whether its number is the error's, whatever its words. */
    boolean numbered(GraphError error) {
        boolean coded = number <= error.code() && error.code() <= last || number > SMALL && error.subcode() == number;
        boolean ofSubcode = subcode == ANY ? !(isRest() && error.subcode() > SMALL) : error.subcode() == subcode;
        return coded && ofSubcode;
    }

    /** A wrapper around subcodes: those that we do not know are not explained by it. */
    private boolean isRest() {
        return number == INVALID_PARAMETER && words.isEmpty();
    }

    /** Whether one of its words is in these texts. */
    public boolean said(String texts) {
        return words.stream().anyMatch(texts::contains);
    }

    /** Whether Graph itself says it; the others are words of tools around Graph. */
    public boolean isGraphs() {
        return number != GraphError.NO_CODE;
    }

    /** As people write it down: {@code 133016}, {@code 200–299}, {@code 100/33}; empty when it has no number. */
    public String numbers() {
        String family = number == last ? String.valueOf(number) : number + "–" + last;
        return !isGraphs() ? "" : subcode > 0 ? family + "/" + subcode : family;
    }

    /** Without case, accents and punctuation: how words are compared. {@code Verificação em duas etapas!} is {@code verificacao em duas etapas}. */
    public static String plain(String text) {
        String decomposed = java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKD);
        String letters = MARKS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
        return BETWEEN_WORDS.matcher(letters).replaceAll(" ").strip();
    }

    ErrorRow words(String... any) {
        return new ErrorRow(number, last, subcode, problem, Arrays.asList(any), vague, checks, from, fault, unplayed);
    }

    ErrorRow vaguely(String... any) {
        return new ErrorRow(number, last, subcode, problem, Arrays.asList(any), true, checks, from, fault, unplayed);
    }

    ErrorRow seenBy(String... any) {
        return new ErrorRow(number, last, subcode, problem, words, vague, Arrays.asList(any), from, fault, unplayed);
    }

    ErrorRow subcode(int only) {
        return new ErrorRow(number, last, only, problem, words, vague, checks, from, fault, unplayed);
    }

    ErrorRow playedAs(String name) {
        return new ErrorRow(number, last, subcode, problem, words, vague, checks, from, name, "");
    }

    ErrorRow unplayed(String why) {
        return new ErrorRow(number, last, subcode, problem, words, vague, checks, from, "", why);
    }
}
