package dev.portway.sandbox.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The scenarios that were begun, and what became of their events. Used under the world's lock. */
final class Playing {

    /** What became of an event. */
    enum Outcome {
        WAITS, DONE, REFUSED
    }

    /** One event of a scenario that was begun. */
    static final class Turn {

        final Scenario.Event event;
        final Instant at;
        Outcome outcome = Outcome.WAITS;
        String why = "";

        Turn(Scenario.Event event, Instant at) {
            this.event = event;
            this.at = at;
        }
    }

    /** One scenario since it was begun. */
    static final class Play {

        final Scenario scenario;
        final Instant since;
        final List<String> faults = new ArrayList<>();
        final List<Turn> turns = new ArrayList<>();
        boolean over;

        Play(Scenario scenario, Instant since) {
            this.scenario = scenario;
            this.since = since;
        }
    }

    private final List<Play> plays = new ArrayList<>();

    List<Play> all() {
        return List.copyOf(plays);
    }

    boolean has(String name) {
        return plays.stream().anyMatch(each -> each.scenario.name().equals(name));
    }

    void add(Play play) {
        plays.add(play);
    }

    /** Its events still to come do not come any more. Returns those that were of this name. */
    List<Play> end(String name) {
        List<Play> ended = plays.stream().filter(each -> each.scenario.name().equals(name)).toList();
        ended.forEach(each -> each.over = true);
        plays.removeAll(ended);
        return ended;
    }

    void clear() {
        plays.forEach(each -> each.over = true);
        plays.clear();
    }
}
