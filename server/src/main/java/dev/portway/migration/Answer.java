package dev.portway.migration;

/**
 * What came of carrying out an act.
 *
 * @param exchange what was said to whom and what came back, as JSON with all secrets left out; empty when there is nothing to show
 */
public record Answer(Outcome outcome, String exchange) {
    public static Answer of(Outcome outcome) {
        return new Answer(outcome, "");
    }
}
