package dev.portway.migration;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One way a number can change hands: a list of named steps. Pure data; where a migration stands on it is worked out by {@link Standing}.
 *
 * @param name durable: in rows, JSON and message keys ({@code route.<name>})
 * @param version raised when steps change in a way that migrations in flight could not follow
 */
public record Route(String name, int version, List<Step> steps) {
    public Route {
        steps = List.copyOf(steps);
        var names = new HashSet<String>();
        steps.stream().flatMap(Step::names).filter(step -> !names.add(step)).findFirst().ifPresent(twice -> {
            throw new IllegalArgumentException("The step " + twice + " is there twice");
        });
        if (steps.stream().filter(Step::isPivot).count() > 1) {
            throw new IllegalArgumentException("A route has one point of no return");
        }
        steps.stream().flatMap(step -> step.terms().on().values().stream()).forEach(reaction -> checkTarget(reaction, names));
    }

    /** Passages strung together. */
    @SafeVarargs
    @SuppressWarnings("varargs") // read only
    static Route of(String name, List<Step>... passages) {
        return new Route(name, 1, Arrays.stream(passages).flatMap(List::stream).toList());
    }

    /** The step with this name, or with this former name. */
    public Optional<Step> step(String stepName) {
        return steps.stream().filter(step -> step.names().anyMatch(stepName::equals)).findFirst();
    }

    /** Where the point of no return is; past the last step when there is none. */
    int pivot() {
        return IntStream.range(0, steps.size()).filter(at -> steps.get(at).isPivot()).findFirst().orElse(steps.size());
    }

    private static void checkTarget(Reaction reaction, HashSet<String> names) {
        if (reaction instanceof Reaction.BackTo back && !names.contains(back.step())) {
            throw new IllegalArgumentException("There is no step " + back.step() + " to go back to");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
