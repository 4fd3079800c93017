package dev.portway.console.migration;

import dev.portway.migration.Phase;
import dev.portway.migration.standing.Timeline;
import dev.portway.runner.Desk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A part of the way: the steps of one phase, in the order of the route. Whoever looks once more on the way is still where they are: later checks are no part
 * of their own.
 *
 * @param id stays the same while its state does
 * @param state {@code held}, {@code standing}, {@code ahead}, {@code stopped} or {@code not-reached}, as its steps are together
 */
public record Leg(String id, String name, String state, String stateName, List<StepLine> steps) {
    public Leg {
        steps = List.copyOf(steps);
    }

    /** Whether the point of no return is on it. */
    public boolean pivot() {
        return steps.stream().anyMatch(StepLine::pivot);
    }

    /**
     * @param state as in {@link Timeline.State}
     * @param pivot whether there is only forward from here
     * @param skipped why it need not be done
     */
    public record StepLine(String name, String state, String stateName, boolean pivot, Optional<Moment> began, Optional<Moment> ended,
            Optional<String> lasted, int attempts, Optional<String> skipped) {}

    static List<Leg> all(Voice voice, Desk.Card card) {
        var legs = new ArrayList<Leg>();
        List<Timeline.Entry> entries = Timeline.of(card.migration(), card.now());
        var begun = EnumSet.noneOf(Phase.class);
        int from = 0;
        for (int to = 1; to <= entries.size(); to++) {
            if (to == entries.size() || isAnotherPart(entries.get(to), entries.subList(from, to), begun)) {
                begun.add(entries.get(from).step().phase());
                legs.add(leg(voice, entries.subList(from, to), legs.size()));
                from = to;
            }
        }
        return List.copyOf(legs);
    }

    /** What is done again, or prepared late, is done in the part where it is done: none has the name of one before it. */
    private static boolean isAnotherPart(Timeline.Entry next, List<Timeline.Entry> part, Set<Phase> begun) {
        Phase phase = next.step().phase();
        boolean checkedBefore = !begun.isEmpty() || part.getFirst().step().phase() == Phase.CHECKING;
        return phase != part.getFirst().step().phase() && !begun.contains(phase) && !(phase == Phase.CHECKING && checkedBefore);
    }

    private static Leg leg(Voice voice, List<Timeline.Entry> entries, int place) {
        Phase phase = entries.getFirst().step().phase();
        String state = state(entries);
        return new Leg("leg-" + place + "-" + state, voice.say("phase." + MigrationPage.word(phase)), state, voice.say("state." + state),
                entries.stream().map(entry -> line(voice, entry)).toList());
    }

    private static String state(List<Timeline.Entry> entries) {
        return Stream.of(Timeline.State.STANDING, Timeline.State.STOPPED, Timeline.State.AHEAD, Timeline.State.NOT_REACHED)
                .filter(state -> entries.stream().anyMatch(entry -> entry.state() == state))
                .findFirst()
                .map(MigrationPage::word)
                .orElse("held");
    }

    private static StepLine line(Voice voice, Timeline.Entry entry) {
        Optional<String> lasted = entry.began()
                .flatMap(began -> entry.ended().map(ended -> Duration.between(began, ended)))
                .filter(Duration::isPositive)
                .map(voice::lasting);
        String state = MigrationPage.word(entry.state());
        return new StepLine(name(voice, entry), state, voice.say("state." + state), entry.step().isPivot(),
                entry.began().map(voice::precise), entry.ended().map(voice::precise), lasted, entry.attempts(),
                entry.skipped().map(reason -> voice.say("skipped." + reason)));
    }

    /** What is behind is named by what holds now, what is not yet by what is to be done. */
    private static String name(Voice voice, Timeline.Entry entry) {
        String step = "step." + entry.step().name();
        boolean behind = entry.state() == Timeline.State.HELD || entry.state() == Timeline.State.SKIPPED;
        return voice.say(behind ? step : step + ".to-do");
    }
}
