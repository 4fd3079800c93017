package dev.portway.finder;

import dev.portway.problem.Party;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One way: when it fits and what it costs.
 *
 * @param outs the values that rule it out, with the reason
 * @param afters what it waits for, by the value that makes it wait
 * @param topics what it depends on, the wish first
 * @param costs what it takes from whom
 */
public record Row(Way way, Kind kind, Map<Value, Reason> outs, Map<Value, Condition> afters, Set<Topic> topics, Costs costs, Rule rule) {

    /**
     * What it costs.
     *
     * @param fates of all that hangs on the number
     * @param work who has something to do, who has most first
     */
    public record Costs(Map<Asset, Fate> fates, Dark dark, List<Party> work) {
        public Costs {
            fates = Collections.unmodifiableMap(fates.isEmpty() ? new EnumMap<>(Asset.class) : new EnumMap<>(fates));
            work = List.copyOf(work);
        }
    }

    static Row of(Way way, Kind kind, List<Term> terms, Costs costs, Rule rule) {
        var outs = new EnumMap<Value, Reason>(Value.class);
        var afters = new EnumMap<Value, Condition>(Value.class);
        var topics = EnumSet.of(Topic.WISH);
        for (Term term : terms) {
            topics.add(term.value().topic());
            switch (term) {
                case Term.Out(Value value, Reason reason) -> outs.put(value, reason);
                case Term.After(Value value, Condition condition) -> afters.put(value, condition);
            }
        }
        return new Row(way, kind, Collections.unmodifiableMap(outs), Collections.unmodifiableMap(afters),
                Collections.unmodifiableSet(topics),
                costs, rule);
    }

    Optional<Reason> out(Value value) {
        return Optional.ofNullable(outs.get(value));
    }

    /** Whether knowing this can rule it out. */
    boolean hangsOn(Topic topic) {
        return topic == Topic.WISH || outs.keySet().stream().anyMatch(value -> value.topic() == topic);
    }
}
