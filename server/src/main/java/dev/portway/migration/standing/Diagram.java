package dev.portway.migration.standing;

import dev.portway.migration.Act;
import dev.portway.migration.Doing;
import dev.portway.migration.HumanTask;
import dev.portway.migration.Reaction;
import dev.portway.migration.Route;
import dev.portway.migration.Step;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A route drawn as a Mermaid flowchart: its steps in order, what each asks for, its way back, its point of no return. */
public final class Diagram {
    private Diagram() {}

    public static String of(Route route) {
        var drawn = new StringBuilder("flowchart TD\n");
        List<Step> steps = route.steps();
        for (int at = 0; at < steps.size(); at++) {
            drawn.append("  ").append(node(at, steps.get(at))).append('\n');
        }
        for (int at = 0; at + 1 < steps.size(); at++) {
            drawn.append("  s").append(at).append(steps.get(at + 1).isPivot() ? " ==> s" : " --> s").append(at + 1).append('\n');
        }
        for (int at = 0; at < steps.size(); at++) {
            drawn.append(waysBack(at, route));
        }
        return drawn.append("  classDef pivot stroke-width:4px\n").toString();
    }

    private static String node(int at, Step step) {
        String words = step.name().replace('-', ' ') + "<br/><small>" + doing(step) + "</small>";
        return switch (step.doing()) {
            case Doing.Ask _ -> "s" + at + "[/\"" + words + "\"/]";
            case Doing.Until _ -> "s" + at + "{{\"" + words + "\"}}";
            case Doing.Watch<?> _ -> "s" + at + "([\"" + words + "\"])";
            case Doing.Effect _ -> "s" + at + "[\"" + words + "\"]" + (step.isPivot() ? ":::pivot" : "");
        };
    }

    private static String doing(Step step) {
        String each = step.isForEachNumber() ? ", each number" : "";
        return switch (step.doing()) {
            case Doing.Effect(Act act, _) -> act.word() + each + (step.isPivot() ? ", point of no return" : "");
            case Doing.Watch<?> watch -> "look: " + watch.read().word() + each;
            case Doing.Ask(HumanTask task, _, _) -> "ask: " + task.kind().word() + each;
            case Doing.Until _ -> "wait";
        };
    }

    private static String waysBack(int at, Route route) {
        return route.steps()
                .get(at)
                .terms()
                .on()
                .entrySet()
                .stream()
                .filter(on -> on.getValue() instanceof Reaction.BackTo)
                .sorted(Map.Entry.comparingByKey())
                .map(on -> "  s" + at + " -. " + on.getKey() + " .-> s" + index(route, (Reaction.BackTo) on.getValue()) + "\n")
                .collect(Collectors.joining());
    }

    private static int index(Route route, Reaction.BackTo back) {
        return route.step(back.step()).map(route.steps()::indexOf).orElseThrow();
    }
}
