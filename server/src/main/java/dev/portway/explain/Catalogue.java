package dev.portway.explain;

import dev.portway.explain.Explained.Answer;
import dev.portway.explain.Explained.By;
import dev.portway.graph.meaning.ErrorRow;
import dev.portway.graph.meaning.ErrorRows;
import dev.portway.graph.meaning.Meaning;
import dev.portway.graph.meaning.Pasted;
import dev.portway.problem.Problem;
import dev.portway.problem.Problems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks things up. What is surer comes first: the error itself, then its number, then a sentence of it, then what speaks of the same things. */
public final class Catalogue {
    /** Of what was asked, this much is looked at: a long error has about 2,000 characters. */
    public static final int LONGEST = 20_000;
    /** As many as the number with the most meanings has. */
    private static final int MOST = 11;
    /** A piece of a sentence that is shorter could be of any. */
    private static final int SHORTEST_PIECE = 8;

    private static final int LONG_PIECE = 14;
    /** Of what was asked, a shorter piece must be as much. */
    private static final double SOME = 0.25;
    /** Of what was asked: then a sentence of the table is all that it says. */
    private static final double NEARLY_ALL = 0.8;

    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}\\p{N}])#?(\\d{1,7})(?![\\p{L}\\p{N}])");
    /** Codes of Graph as a whole are small numbers, which stand in any sentence: only these words, or that it stands first, make a code of one. */
    private static final Pattern SMALL = Pattern.compile("(?:#|\\b(?:code|codigo|error|erro)\\b[ :]*#?)(\\d{1,3})\\b");
    private static final Pattern FIRST = Pattern.compile("^#?(\\d{1,3})(?= |$)");
    private static final int SMALLEST_PLAIN = 1_000;

    private static final Vocabulary WORDS = Vocabulary.ofAll();

    private Catalogue() {}

    /** @param asked in any of our languages */
    public static Explained look(String asked) {
        String text = asked.length() > LONGEST ? asked.substring(0, LONGEST) : asked;
        return Pasted.in(text).map(Catalogue::ofError).orElseGet(() -> new Explained(ofText(text), Optional.empty(), ""));
    }

    /** Everything, in the order of the catalogue. */
    public static List<Answer> all() {
        return Problems.all().stream().map(problem -> answer(problem, By.NAME, Set.of())).toList();
    }

    public static Optional<Answer> named(String code) {
        return Problems.find(code).map(problem -> answer(problem, By.NAME, Set.of()));
    }

    private static Explained ofError(Pasted error) {
        Meaning meaning = error.meaning();
        Set<ErrorRow> fitting = meaning.row().map(Set::of).orElse(Set.of());
        Stream<Answer> meant = meaning.problem().equals(Problems.UNRECOGNISED)
                ? Stream.empty()
                : Stream.of(answer(meaning.problem(), By.ERROR, fitting));
        Stream<Answer> maybe = meaning.maybe().stream().map(problem -> answer(problem, By.MAYBE, Set.of()));
        return new Explained(Stream.concat(meant, maybe).toList(), Optional.of(meaning), error.trace());
    }

    private static List<Answer> ofText(String text) {
        Optional<Answer> named = named(text.strip());
        if (named.isPresent()) {
            return List.of(named.get());
        }
        String plain = ErrorRow.plain(text);
        List<Answer> numbered = ofNumbers(numbers(text, plain), plain);
        return numbered.isEmpty() ? ofWords(plain) : numbered;
    }

    /** A sentence of the table comes first; where it is not nearly all of what was asked, what speaks of all of it comes after. */
    private static List<Answer> ofWords(String plain) {
        Map<ErrorRow, Integer> sentences = sentences(plain);
        int longest = sentences.values().stream().max(Comparator.naturalOrder()).orElse(0);
        List<Answer> said = ofSentences(sentences, longest);
        Set<Problem> found = said.stream().map(Answer::problem).collect(Collectors.toSet());
        Stream<Problem> speaking = longest >= NEARLY_ALL * plain.length() ? Stream.empty() : WORDS.speakingOf(plain, MOST).stream();
        return Stream.concat(said.stream(),
                speaking.filter(problem -> !found.contains(problem)).map(problem -> answer(problem, By.WORDS, Set.of())))
                .limit(MOST)
                .toList();
    }

    private static List<Integer> numbers(String text, String plain) {
        Stream<Integer> large = NUMBER.matcher(text).results().map(Catalogue::number).filter(number -> number >= SMALLEST_PLAIN);
        Stream<Integer> small = SMALL.matcher(plain).results().map(Catalogue::number);
        Stream<Integer> first = FIRST.matcher(plain).results().map(Catalogue::number);
        return Stream.of(large, small, first).flatMap(numbers -> numbers).distinct().toList();
    }

    private static int number(MatchResult found) {
        return Integer.parseInt(found.group(1));
    }

    /** With the words that were given beside the number, where the number means several things and they say which. */
    private static List<Answer> ofNumbers(List<Integer> numbers, String plain) {
        List<ErrorRow> rows = ErrorRows.ALL.stream()
                .filter(row -> row.isGraphs() && numbers.stream().anyMatch(number -> row.number() <= number && number <= row.last()))
                .toList();
        List<ErrorRow> said = rows.stream().filter(row -> row.said(plain)).toList();
        List<ErrorRow> plainest = rows.stream().sorted(Comparator.comparing(row -> !isPlain(row))).toList();
        return said.isEmpty() ? answers(plainest, By.NUMBER) : answers(said, By.NUMBER_AND_WORDS);
    }

    /** What the number means where nothing beside it says otherwise. */
    private static boolean isPlain(ErrorRow row) {
        return row.words().isEmpty() && !row.numbers().contains("/");
    }

    /** The rows of which a sentence was given, or a piece of one, with the length of what agrees. */
    private static Map<ErrorRow, Integer> sentences(String plain) {
        Map<ErrorRow, Integer> fit = new LinkedHashMap<>();
        for (ErrorRow row : plain.length() < SHORTEST_PIECE ? List.<ErrorRow>of() : ErrorRows.ALL) {
            row.words()
                    .stream()
                    .filter(words -> tells(words, plain) && (plain.contains(words) || words.contains(plain)))
                    .mapToInt(words -> Math.min(words.length(), plain.length()))
                    .max()
                    .ifPresent(length -> fit.put(row, length));
        }
        return fit;
    }

    /** Not the two words that stand in half of all errors. */
    private static boolean tells(String words, String plain) {
        return words.length() >= LONG_PIECE || words.length() >= SHORTEST_PIECE && words.length() >= SOME * plain.length();
    }

    private static List<Answer> ofSentences(Map<ErrorRow, Integer> fit, int longest) {
        List<ErrorRow> rows = fit.entrySet()
                .stream()
                .filter(row -> 2 * row.getValue() > longest)
                .sorted(Map.Entry.<ErrorRow, Integer>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
        return answers(rows, By.SENTENCE);
    }

    private static List<Answer> answers(List<ErrorRow> rows, By by) {
        Map<Problem, Set<ErrorRow>> fitting = rows.stream()
                .collect(Collectors.groupingBy(ErrorRow::problem, LinkedHashMap::new, Collectors.toSet()));
        return fitting.entrySet().stream().limit(MOST).map(one -> answer(one.getKey(), by, one.getValue())).toList();
    }

    private static Answer answer(Problem problem, By by, Set<ErrorRow> fitting) {
        var rows = new ArrayList<ErrorRow>(ErrorRows.ALL.stream().filter(row -> row.problem().equals(problem)).toList());
        rows.sort(Comparator.comparing(row -> !fitting.contains(row)));
        return new Answer(problem, by, rows);
    }
}
