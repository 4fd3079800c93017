package dev.portway.migration;

import dev.portway.migration.fact.Fact;
import dev.portway.problem.Problem;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One named piece of a route. It holds or it does not; a migration stands at the first that does not.
 *
 * @param name durable, lower case: in stored attempts, JSON and message keys ({@code step.<name>})
 * @param phase what the status says while a migration stands here
 * @param terms what is particular about it
 */
public record Step(String name, Phase phase, Doing doing, Terms terms) {
    /** What was seen longer ago than this may have changed: somebody in WhatsApp Manager needs about as long. */
    public static final Duration JUST_NOW = Duration.ofMinutes(2);

    /**
     * @param unless where it need not be done
     * @param rightBefore an act that must not be called on an older look than {@code maxAge}
     * @param refreshedBy facts after which an older look no longer counts
     * @param on what follows from a refusal, where the route knows better than the catalogue
     */
    public record Terms(boolean forEachNumber, boolean pivot, List<Unless> unless, Optional<Guard> rightBefore, List<Fact<?>> refreshedBy,
            Map<String, Reaction> on, List<String> formerly) {
        static final Terms PLAIN = new Terms(false, false, List.of(), Optional.empty(), List.of(), Map.of(), List.of());
    }

    /** The reason is a message key: {@code skipped.<reason>}. */
    public record Unless(String reason, Predicate<View> holds) {}

    public record Guard(Act guarded, Duration maxAge) {}

    /** Make it so. What it leaves behind cannot be left out. */
    public static Step effect(String name, Phase phase, Act act, Leaves leaves) {
        if (!act.isEffect()) {
            throw new IllegalArgumentException(act + " changes nothing: it is watched, not made");
        }
        return new Step(name, phase, new Doing.Effect(act, leaves), Terms.PLAIN);
    }

    /** Read until it holds. */
    public static <T> Step watch(String name, Phase phase, Act read, Fact<T> fact, BiFunction<T, View, Reaction> meaning) {
        return watch(name, phase, new Doing.Watch<>(read, fact, meaning, Duration.ofSeconds(15), Duration.ofMinutes(15),
                Optional.empty()));
    }

    public static Step watch(String name, Phase phase, Doing.Watch<?> watch) {
        return new Step(name, phase, watch, Terms.PLAIN);
    }

    /** Read until it is true. */
    public static Step see(String name, Phase phase, Act read, Fact<Boolean> fact, Reaction otherwise) {
        return watch(name, phase, read, fact, (yes, _) -> yes ? Reaction.holds() : otherwise);
    }

    /** A person says it. */
    public static Step ask(String name, Phase phase, HumanTask.Kind task, Fact<?> answer) {
        return ask(name, phase, task, answer, _ -> true);
    }

    /** A person says it, and is asked again while what was said does not count. */
    public static Step ask(String name, Phase phase, HumanTask.Kind task, Fact<?> answer, Predicate<View> counts) {
        return new Step(name, phase, new Doing.Ask(HumanTask.of(task), answer, counts), Terms.PLAIN);
    }

    /** Not before, and not after. */
    public static Step until(String name, Phase phase, Function<View, Optional<Doing.Span>> span) {
        return new Step(name, phase, new Doing.Until(span), Terms.PLAIN);
    }

    public Step forEachNumber() {
        return with(new Terms(true, terms.pivot, terms.unless, terms.rightBefore, terms.refreshedBy, terms.on, terms.formerly));
    }

    public Step pointOfNoReturn() {
        return with(new Terms(terms.forEachNumber, true, terms.unless, terms.rightBefore, terms.refreshedBy, terms.on, terms.formerly));
    }

    public Step unless(String reason, Predicate<View> holds) {
        var all = Stream.concat(terms.unless.stream(), Stream.of(new Unless(reason, holds))).toList();
        return with(new Terms(terms.forEachNumber, terms.pivot, all, terms.rightBefore, terms.refreshedBy, terms.on, terms.formerly));
    }

    /** The look counts only if it is at most this old when the act is called; once the act took place it no longer matters. */
    public Step rightBefore(Act guarded, Duration maxAge) {
        return with(new Terms(terms.forEachNumber, terms.pivot, terms.unless, Optional.of(new Guard(guarded, maxAge)), terms.refreshedBy,
                terms.on,
                terms.formerly));
    }

    public Step refreshedBy(Fact<?>... facts) {
        return with(new Terms(terms.forEachNumber, terms.pivot, terms.unless, terms.rightBefore, List.of(facts), terms.on, terms.formerly));
    }

    public Step on(Problem problem, Reaction reaction) {
        var on = new LinkedHashMap<>(terms.on);
        on.put(problem.code(), reaction);
        return with(new Terms(terms.forEachNumber, terms.pivot, terms.unless, terms.rightBefore, terms.refreshedBy, Map.copyOf(on),
                terms.formerly));
    }

    public Step formerly(String... names) {
        return with(
                new Terms(terms.forEachNumber, terms.pivot, terms.unless, terms.rightBefore, terms.refreshedBy, terms.on, List.of(names)));
    }

    /** Whether each number has its own. */
    public boolean isForEachNumber() {
        return terms.forEachNumber;
    }

    /** Whether there is only forward from here. */
    public boolean isPivot() {
        return terms.pivot;
    }

    /** Why it need not be done here; empty when it must. */
    public Optional<String> skipped(View view) {
        return terms.unless.stream().filter(one -> one.holds().test(view)).map(Unless::reason).findFirst();
    }

    /** The effect it makes, if it makes one. */
    public Optional<Act> effect() {
        return doing instanceof Doing.Effect effect ? Optional.of(effect.act()) : Optional.empty();
    }

    public Stream<String> names() {
        return Stream.concat(Stream.of(name), terms.formerly.stream());
    }

    private Step with(Terms changed) {
        return new Step(name, phase, doing, changed);
    }

    @Override
    public String toString() {
        return name;
    }
}
