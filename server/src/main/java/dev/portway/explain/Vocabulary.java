package dev.portway.explain;

import dev.portway.graph.meaning.ErrorRow;
import dev.portway.graph.meaning.ErrorRows;
import dev.portway.problem.Problem;
import dev.portway.problem.Problems;
import dev.portway.words.Words;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The words of all problems, in all our languages at once: whoever asks may ask in another than they read. A word counts the more the fewer problems have
 * it, and more in a title than in what helps.
 */
final class Vocabulary {
    private static final int IN_TITLE = 4;
    private static final int IN_MATCHES = 3;
    private static final int IN_MEANING = 2;
    private static final int IN_REMEDY = 1;
    /** Of what was asked, weighed, at least this share must be there. */
    private static final double ENOUGH = 0.6;
    /** Of what the best one has. */
    private static final double CLOSE = 0.5;
    private static final int SHORTEST_WORD = 3;
    /** Words that agree in as many letters are taken for forms of one. */
    private static final int STEM = 5;
    private static final Set<String> EMPTY = Set.of("the", "and", "for", "not", "que", "com", "para", "por", "uma", "los", "las", "del",
            "una", "con", "dos", "das", "was", "has", "can", "are", "you", "this", "that", "esta", "este", "nao", "meta", "whatsapp",
            "error",
            "erro", "what", "does", "mean", "numero", "number", "portway");

    private final Map<Problem, Map<String, Integer>> weights = new LinkedHashMap<>();

    static Vocabulary ofAll() {
        var vocabulary = new Vocabulary();
        List<Words> languages = Words.LANGUAGES.stream().map(language -> Words.of("words", language)).toList();
        for (Problem problem : Problems.all()) {
            var words = new HashMap<String, Integer>();
            for (Words language : languages) {
                add(words, language.say("problem." + problem.code() + ".title"), IN_TITLE);
                add(words, language.say("problem." + problem.code() + ".meaning"), IN_MEANING);
                add(words, language.say("problem." + problem.code() + ".remedy"), IN_REMEDY);
            }
            ErrorRows.ALL.stream()
                    .filter(row -> row.problem().equals(problem))
                    .forEach(row -> add(words, String.join(" ", row.words()), IN_MATCHES));
            add(words, problem.code().replace('-', ' '), IN_TITLE);
            vocabulary.weights.put(problem, Map.copyOf(words));
        }
        return vocabulary;
    }

    private static void add(Map<String, Integer> words, String text, int weight) {
        words(text).forEach(word -> words.merge(word, weight, Math::max));
    }

    private static Stream<String> words(String text) {
        return Stream.of(ErrorRow.plain(text.toLowerCase(Locale.ROOT)).split(" ", -1))
                .filter(word -> word.length() >= SHORTEST_WORD && !EMPTY.contains(word) && !word.matches("[#\\d]+"));
    }

    /** The best first; empty when nothing has enough of it. */
    List<Problem> speakingOf(String asked, int most) {
        List<String> words = words(asked).distinct().toList();
        Map<String, Double> rarity = new HashMap<>();
        words.forEach(word -> rarity.put(word, rarity(word)));
        double whole = rarity.values().stream().mapToDouble(Double::doubleValue).sum();
        var scores = new LinkedHashMap<Problem, Double>();
        weights.forEach((problem, known) -> {
            double there = words.stream().filter(word -> weight(known, word) > 0).mapToDouble(word -> rarity.getOrDefault(word, 0.0)).sum();
            if (whole > 0 && there >= ENOUGH * whole) {
                scores.put(problem, words.stream().mapToDouble(word -> weight(known, word) * rarity.getOrDefault(word, 0.0)).sum());
            }
        });
        double best = scores.values().stream().max(Comparator.naturalOrder()).orElse(0.0);
        return scores.entrySet()
                .stream()
                .filter(one -> one.getValue() >= CLOSE * best)
                .sorted(Map.Entry.<Problem, Double>comparingByValue().reversed())
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    private double rarity(String word) {
        long having = weights.values().stream().filter(known -> weight(known, word) > 0).count();
        return Math.log(1 + (double) weights.size() / (having + 1));
    }

    private static int weight(Map<String, Integer> known, String word) {
        Integer exact = known.get(word);
        return exact != null
                ? exact
                : known.entrySet().stream().filter(one -> alike(one.getKey(), word)).mapToInt(Map.Entry::getValue).max().orElse(0);
    }

    private static boolean alike(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        return shorter >= STEM && one.regionMatches(0, other, 0, Math.max(STEM, shorter - 2));
    }
}
