package dev.portway.migration;

import dev.portway.migration.Ends.End;
import dev.portway.migration.standing.Standing;
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
 * @param asks what an order of it says
 */
public record Route(String name, int version, Asks asks, List<Step> steps) {
    /** The step that waits for the agreed window. */
    public static final String WINDOW_OPEN = "window-open";

    /**
     * What an order of a route says, and what must be true before it begins.
     *
     * @param ends which WABAs it names
     * @param oneNumber whether each number needs an order of its own
     * @param needed what else it must say
     * @param taken what else it may say
     * @param checks ids of the checks that are made
     */
    public record Asks(Ends ends, boolean oneNumber, List<Term> needed, List<Term> taken, List<String> checks) {
        public Asks {
            needed = List.copyOf(needed);
            taken = List.copyOf(taken);
            checks = List.copyOf(checks);
        }

        public Asks checking(List<String> ids) {
            return new Asks(ends, oneNumber, needed, taken, ids);
        }

        public Asks oneNumberOnly() {
            return new Asks(ends, true, needed, taken, checks);
        }

        public Asks needing(Term... terms) {
            return new Asks(ends, oneNumber, List.of(terms), taken, checks);
        }

        public Asks taking(Term... terms) {
            return new Asks(ends, oneNumber, needed, List.of(terms), checks);
        }
    }

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

    public static Asks between(End source, End destination) {
        return new Asks(new Ends(source, destination), false, List.of(), List.of(), List.of());
    }

    /** Passages strung together. */
    @SafeVarargs
    @SuppressWarnings("varargs") // read only
    public static Route of(String name, Asks asks, List<Step>... passages) {
        return new Route(name, 1, asks, Arrays.stream(passages).flatMap(List::stream).toList());
    }

    /** The step with this name, or with this former name. */
    public Optional<Step> step(String stepName) {
        return steps.stream().filter(step -> step.names().anyMatch(stepName::equals)).findFirst();
    }

    /** Whether its cutover may be given a window. */
    public boolean hasWindow() {
        return step(WINDOW_OPEN).isPresent();
    }

    /** Whether its numbers go on living in the WhatsApp Business app: what is there is copied, and nothing leaves it. */
    public boolean staysInApp() {
        return asksFor(Act.SYNC_CONTACTS);
    }

    /** Whether one of its steps asks the outside for this. */
    public boolean asksFor(Act act) {
        return steps.stream().map(Step::doing).anyMatch(doing -> switch (doing) {
            case Doing.Effect(Act made, _) -> made == act;
            case Doing.Watch<?> watch -> watch.read() == act;
            case Doing.Ask _,Doing.Until _ -> false;
        });
    }

    /** Where the point of no return is; past the last step when there is none. */
    public int pivot() {
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
