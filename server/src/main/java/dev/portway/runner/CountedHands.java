package dev.portway.runner;

import dev.portway.migration.Act;
import dev.portway.migration.Answer;
import dev.portway.migration.Deadline;
import dev.portway.migration.Hands;
import dev.portway.migration.Migration;
import dev.portway.migration.Next;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Set;

/** Counts what these hands carry out on this node, and how long it takes, by act and outcome. */
record CountedHands(Hands hands, MeterRegistry meters) implements Hands {
    @Override
    public Set<Act> acts() {
        return hands.acts();
    }

    @Override
    public Answer carryOut(Next.Call call, Migration migration, Deadline sendBy) {
        Timer.Sample begun = Timer.start(meters);
        Answer answer = hands.carryOut(call, migration, sendBy);
        begun.stop(meters.timer("portway.attempts", "act", call.act().word(), "outcome", answer.outcome().word()));
        return answer;
    }
}
