package dev.portway.bench;

import static dev.portway.migration.fact.Learned.that;

import dev.portway.migration.Act;
import dev.portway.migration.Answer;
import dev.portway.migration.Deadline;
import dev.portway.migration.Hands;
import dev.portway.migration.Migration;
import dev.portway.migration.Next;
import dev.portway.migration.Outcome;
import dev.portway.migration.fact.AssetsCompared;
import dev.portway.migration.fact.Certainty;
import dev.portway.migration.fact.Drift;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Finding;
import dev.portway.migration.fact.Findings;
import dev.portway.migration.fact.NumberSeen;
import dev.portway.migration.fact.Payment;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.Probe;
import dev.portway.migration.fact.Secret;
import dev.portway.migration.fact.TwoStep;
import dev.portway.problem.Party;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

/** Do nothing, at once, and say that all went well: what is left is the engine's own cost. */
final class WillingHands implements Hands {
    private final LongAdder done = new LongAdder();

    long done() {
        return done.sum();
    }

    @Override
    public Set<Act> acts() {
        return EnumSet.allOf(Act.class);
    }

    @Override
    public Answer carryOut(Next.Call call, Migration migration, Deadline sendBy) {
        done.increment();
        PhoneNumber number = call.number() == null ? migration.order().numbers().getFirst() : call.number();
        return Answer.of(outcome(call.act(), number, migration));
    }

    private Outcome outcome(Act act, PhoneNumber number, Migration migration) {
        boolean live = migration.facts().is(Fact.REGISTERED, number);
        return switch (act) {
            case RUN_CHECKS -> Outcome.done(that(Fact.CHECKED, new Findings(List.of(clear(migration.createdAt())))));
            case LOOK_FOR_DRIFT -> Outcome.done(that(Fact.DRIFT, Drift.NONE));
            case TAKE_SNAPSHOT -> Outcome.done(that(Fact.SNAPSHOT_TAKEN, true));
            case READ_DESTINATION -> Outcome.done(that(Fact.DESTINATION_READ, true), that(Fact.PAYMENT, Payment.SEEN));
            case READ_TWO_STEP -> Outcome.done(that(Fact.TWO_STEP, number, TwoStep.OFF));
            case LIST_NUMBERS -> Outcome.done(that(Fact.LISTED_HERE, number, true));
            case READ_NUMBER -> Outcome.done(that(Fact.NUMBER_SEEN, number, seen(live)), that(Fact.LIVE_HERE, number, live),
                    that(Fact.VERIFIED_HERE, number, true), that(Fact.LISTED_HERE, number, true));
            case COMPARE_ASSETS -> Outcome.done(that(Fact.ASSETS, new AssetsCompared(12, 10, 0, 0, 2, 0)));
            case SUBSCRIBE_APP -> Outcome.done(that(Fact.SUBSCRIBED_BY_US, true));
            case ADD_NUMBER -> Outcome.done(that(Fact.PHONE_NUMBER_ID, number, "1" + number.digits()));
            case CHOOSE_PIN -> Outcome.done(that(Fact.PIN, number, new Secret("121212")));
            case PROBE_SOURCE -> Outcome.done(that(Fact.SOURCE_PROBE, number, new Probe(Optional.of(migration.createdAt()), "")));
            case PROBE_DESTINATION -> Outcome.done(that(Fact.DESTINATION_PROBE, number, new Probe(Optional.of(migration.createdAt()), "")));
            case UNSUBSCRIBE_APP, COPY_TEMPLATES, REQUEST_CODE, VERIFY_CODE, REGISTER -> Outcome.done();
            default -> throw new IllegalArgumentException(act + " is not on the route that is measured");
        };
    }

    private static NumberSeen seen(boolean live) {
        return new NumberSeen(live ? "CONNECTED" : "PENDING", live ? "CLOUD_API" : "NOT_APPLICABLE", "VERIFIED", "APPROVED");
    }

    private static Finding clear(Instant at) {
        return new Finding("two-step-off", Optional.empty(), Finding.Verdict.HOLDS, Certainty.VERIFIED, Party.CLIENT, "off",
                "is_pin_enabled", at, true, Optional.empty(), Optional.empty());
    }
}
