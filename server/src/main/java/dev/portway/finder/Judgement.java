package dev.portway.finder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Holds one row against what is known. */
record Judgement(Knowledge knowledge, List<Way> serving) {
    Verdict of(Row row) {
        Set<Reason> reasons = reasons(row);
        Set<Topic> pending = EnumSet.noneOf(Topic.class);
        var needs = new ArrayList<Need>();
        if (reasons.isEmpty()) {
            for (Topic topic : row.topics()) {
                weigh(row, topic, needs, pending);
            }
        }
        needs.sort(Comparator.comparing((Need need) -> !need.unmet()).thenComparing(Need::isToFindOut));
        return new Verdict(row, fit(reasons, needs, pending), List.copyOf(reasons), needs, pending, drawn(row));
    }

    private static Fit fit(Set<Reason> reasons, List<Need> needs, Set<Topic> pending) {
        if (!reasons.isEmpty()) {
            return Fit.DOES_NOT_FIT;
        }
        return !pending.isEmpty() ? Fit.UNKNOWN : needs.isEmpty() ? Fit.FITS : Fit.FITS_AFTER;
    }

    private Set<Reason> reasons(Row row) {
        var reasons = new TreeSet<Reason>();
        knowledge.known().values().forEach(known -> row.out(known.value()).ifPresent(reasons::add));
        if (!serving.contains(row.way())) {
            reasons.add(Reason.NOT_WISHED);
        }
        return reasons;
    }

    private void weigh(Row row, Topic topic, List<Need> needs, Set<Topic> pending) {
        boolean known = knowledge.of(topic).isPresent();
        if (!known && topic.isAsked() && row.hangsOn(topic)) {
            if (knowledge.isUnsureOf(topic)) {
                needs.add(Need.toFindOut(topic));
            } else {
                pending.add(topic);
            }
            return;
        }
        for (Map.Entry<Value, Condition> after : row.afters().entrySet()) {
            boolean unmet = knowledge.is(after.getKey());
            boolean unseen = !known && !topic.isAsked();
            if (after.getKey().topic() == topic && (unmet || unseen)) {
                needs.add(Need.of(after.getValue(), topic, unmet));
            }
        }
    }

    private List<Verdict.Drawn> drawn(Row row) {
        return row.topics().stream().map(topic -> new Verdict.Drawn(topic, knowledge.of(topic))).toList();
    }
}
