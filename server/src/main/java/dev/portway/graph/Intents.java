package dev.portway.graph;

import dev.portway.graphclient.node.SolutionIntent;
import dev.portway.graphclient.value.AppId;
import dev.portway.graphclient.value.SolutionId;
import dev.portway.graphclient.value.SolutionIntentId;
import dev.portway.migration.Migration;
import dev.portway.migration.Outcome;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.IntentState;
import dev.portway.migration.fact.Learned;
import dev.portway.migration.fact.WabaId;
import dev.portway.problem.Problems;
import java.util.ArrayList;
import java.util.Optional;

/** Requests that a WABA goes to a Multi-Partner Solution, or off one. */
final class Intents {
    private Intents() {}

    /** The order names the solution, or the app, it shall go to. */
    static Outcome set(Conversation talk, Migration migration) {
        Optional<String> to = migration.facts().value(Fact.SOLUTION);
        Optional<String> kind = migration.facts().value(Fact.INTENT_KIND);
        if (to.isEmpty() || kind.isEmpty()) {
            return new Outcome.Refused(Problems.BAD_PARAMETER);
        }
        boolean leaving = kind.get().equals("off-solution");
        return talk.effect((graph, sendBy) -> leaving
                ? graph.solutions().proposeLeaving(talk.waba(), new AppId(to.get()), sendBy)
                : graph.solutions().propose(talk.waba(), new SolutionId(to.get()), sendBy))
                .then(id -> Outcome.done(Learned.that(Fact.INTENT_ID, id.value())));
    }

    static Outcome read(Conversation talk, Migration migration) {
        return migration.facts()
                .value(Fact.INTENT_ID)
                .map(id -> talk.read(graph -> graph.solutions().intent(new SolutionIntentId(id))).then(Intents::seen))
                .orElseGet(() -> new Outcome.Refused(Problems.NOT_FOUND));
    }

    private static Outcome seen(SolutionIntent intent) {
        var learned = new ArrayList<Learned<?>>();
        learned.add(Learned.that(Fact.INTENT, Numbers.known(intent.status(), IntentState.class, IntentState.UNKNOWN)));
        Optional.ofNullable(intent.destination())
                .ifPresent(waba -> learned.add(Learned.that(Fact.DESTINATION_WABA, new WabaId(waba.id().value()))));
        return new Outcome.Done(learned);
    }
}
