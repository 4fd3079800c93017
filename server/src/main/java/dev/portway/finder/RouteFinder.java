package dev.portway.finder;

import dev.portway.finder.Ranking.Ask;
import dev.portway.finder.Ranking.Best;
import dev.portway.finder.Ranking.Nothing;
import dev.portway.finder.Ranking.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Ranks the ways, and finds the one question that helps most. */
public final class RouteFinder {
    private RouteFinder() {}

    public static Ranking rank(Knowledge told) {
        Knowledge knowledge = told.completed();
        List<Way> serving = Preference.of(knowledge.of(Topic.WISH));
        var judgement = new Judgement(knowledge, serving);
        List<Verdict> ways = Table.rows().stream().map(judgement::of).sorted(order(serving)).toList();
        return new Ranking(ways, outcome(ways), knowledge);
    }

    /** What does not fit is last; before it what destroys; before that what somebody still has to find out about; else by preference. */
    private static Comparator<Verdict> order(List<Way> serving) {
        return Comparator.comparing((Verdict verdict) -> !verdict.mayFit())
                .thenComparing(verdict -> verdict.way().isDestructive())
                .thenComparing(Verdict::hasToFindOut)
                .thenComparingInt(verdict -> serving.contains(verdict.way()) ? serving.indexOf(verdict.way()) : serving.size());
    }

    private static Outcome outcome(List<Verdict> ways) {
        List<Verdict> open = ways.stream().filter(Verdict::mayFit).takeWhile(verdict -> verdict.fit() == Fit.UNKNOWN).toList();
        if (!open.isEmpty()) {
            return new Ask(mostDecisive(open));
        }
        Verdict first = ways.getFirst();
        return first.mayFit() ? new Best(first.way()) : new Nothing(because(ways));
    }

    /** The one that most of them hang on. */
    private static Topic mostDecisive(List<Verdict> open) {
        return open.stream()
                .flatMap(verdict -> verdict.pending().stream())
                .collect(Collectors.groupingBy(topic -> topic, Collectors.counting()))
                .entrySet()
                .stream()
                .min(Comparator.comparingLong((Map.Entry<Topic, Long> topic) -> -topic.getValue())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .orElseThrow();
    }

    private static List<Reason> because(List<Verdict> ways) {
        List<List<Reason>> reasons = ways.stream().map(Verdict::reasons).filter(all -> !all.contains(Reason.NOT_WISHED)).toList();
        Optional<Set<Reason>> shared = reasons.stream().map(RouteFinder::set).reduce((one, other) -> {
            one.retainAll(other);
            return one;
        });
        return shared.filter(common -> !common.isEmpty())
                .<List<Reason>>map(ArrayList::new)
                .orElseGet(() -> reasons.stream().flatMap(List::stream).distinct().sorted().toList());
    }

    private static Set<Reason> set(List<Reason> reasons) {
        return new TreeSet<>(reasons);
    }
}
