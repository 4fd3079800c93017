package dev.portway.finder;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that is known of one number and what is wanted with it. What was seen is never replaced by what was said.
 *
 * @param unsure what somebody was asked and does not know: it is not asked again
 */
public record Knowledge(Map<Topic, Known> known, Set<Topic> unsure) {
    public static final Knowledge NONE = new Knowledge(Map.of(), Set.of());

    /** What a wish says by itself. */
    private static final Map<Value, List<Value>> IMPLIED = Map.of(Value.COME, List.of(Value.ELSEWHERE), Value.COME_BESIDE,
            List.of(Value.ELSEWHERE), Value.NEW_ACCOUNT, List.of(Value.WITH_US), Value.LEAVE, List.of(Value.WITH_US), Value.OTHER_PARTNER,
            List.of(Value.WITH_US, Value.ALL_NUMBERS, Value.SAME_PORTFOLIO), Value.ACCOUNT_TO_PARTNER,
            List.of(Value.WITH_US, Value.SAME_PORTFOLIO), Value.CHANGE_PORTFOLIO, List.of(Value.OTHER_PORTFOLIO, Value.ELSEWHERE),
            Value.OTHER_CURRENCY,
            List.of(Value.WITH_US, Value.SAME_PORTFOLIO), Value.TO_CLOUD, List.of(Value.WITH_US, Value.ON_PREMISES, Value.SAME_PORTFOLIO));

    public Knowledge {
        known = Map.copyOf(known);
        unsure = Set.copyOf(unsure);
    }

    public Optional<Known> of(Topic topic) {
        return Optional.ofNullable(known.get(topic));
    }

    public boolean is(Value value) {
        return of(value.topic()).filter(one -> one.value() == value).isPresent();
    }

    public Knowledge with(Known one) {
        boolean seenAlready = of(one.value().topic()).filter(Known::isSeen).isPresent();
        if (seenAlready && !one.isSeen()) {
            return this;
        }
        var more = new EnumMap<Topic, Known>(Topic.class);
        more.putAll(known);
        more.put(one.value().topic(), one);
        return new Knowledge(more, unsure);
    }

    public Knowledge with(Collection<Known> all) {
        Knowledge sum = this;
        for (Known one : all) {
            sum = sum.with(one);
        }
        return sum;
    }

    /** Somebody was asked and does not know. */
    public Knowledge unsureOf(Topic topic) {
        Set<Topic> more = EnumSet.of(topic);
        more.addAll(unsure);
        return new Knowledge(known, more);
    }

    boolean isUnsureOf(Topic topic) {
        return unsure.contains(topic) && !known.containsKey(topic);
    }

    /** With what follows from the wish, where nothing better is known. */
    Knowledge completed() {
        List<Value> implied = of(Topic.WISH).map(wish -> IMPLIED.getOrDefault(wish.value(), List.of())).orElse(List.of());
        return with(implied.stream().filter(value -> of(value.topic()).isEmpty()).map(value -> Known.stated(value, Known.WISH)).toList());
    }
}
