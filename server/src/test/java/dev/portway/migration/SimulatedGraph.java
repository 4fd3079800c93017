package dev.portway.migration;

import static dev.portway.migration.fact.Learned.that;

import dev.portway.migration.fact.AssetsCompared;
import dev.portway.migration.fact.Certainty;
import dev.portway.migration.fact.Drift;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Finding;
import dev.portway.migration.fact.Findings;
import dev.portway.migration.fact.Learned;
import dev.portway.migration.fact.NumberSeen;
import dev.portway.migration.fact.Payment;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.Probe;
import dev.portway.migration.fact.Secret;
import dev.portway.migration.fact.SignupFound;
import dev.portway.migration.fact.TwoStep;
import dev.portway.problem.Party;
import dev.portway.problem.Problem;
import dev.portway.problem.Problems;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The outside as the route meets it: its own truth about each number, and a script of what goes wrong. What tests promise is asked of this truth, not
 * of the engine.
 */
public final class SimulatedGraph {
    /** What happens to a call. */
    public enum Mishap {
        NONE, LOST_BEFORE, LOST_AFTER, NOT_SENT, UNAVAILABLE
    }

    /** One call as Graph saw it. */
    public record Call(Act act, PhoneNumber number, Instant at, boolean tookEffect) {}

    /** Numbers with a register that nobody got an answer to and nobody has looked at since. */
    public final Set<PhoneNumber> inTheDark = new HashSet<>();
    /** Registers that came while one of the same number was in the dark. */
    public int registersInTheDark;

    public final List<Call> calls = new ArrayList<>();
    public final Map<PhoneNumber, Integer> registersSent = new HashMap<>();
    public final Map<PhoneNumber, Integer> registersTakenEffect = new HashMap<>();
    public final Map<PhoneNumber, Integer> codesSent = new HashMap<>();
    public final Map<PhoneNumber, List<Instant>> registerTimes = new HashMap<>();
    public final Set<PhoneNumber> added = new HashSet<>();
    public final Set<PhoneNumber> verified = new HashSet<>();
    public final Set<PhoneNumber> live = new HashSet<>();
    public final Set<PhoneNumber> twoStepOn = new HashSet<>();
    /** What goes wrong with the next call of an act. */
    public final Map<Act, Mishap> mishaps = new EnumMap<>(Act.class);
    /** What the next call of an act is refused with. */
    public final Map<Act, Problem> refuses = new EnumMap<>(Act.class);
    public TwoStep twoStepShown = TwoStep.OFF;
    public boolean subscribed;
    /** Somebody had subscribed the app before. */
    public boolean subscribedByOthers;
    public boolean lookShowsNothing;
    public String nameStatus = "APPROVED";
    String rightCode = "123456";
    /** What the routes other than {@code migrate} ask of it. */
    public final SimulatedRoutes others = new SimulatedRoutes(this);
    public Optional<Finding> standsInTheWay = Optional.empty();
    /** What it says of its quota while checks are made. */
    public Optional<Duration> closedFor = Optional.empty();
    public Drift drifted = Drift.NONE;
    AssetsCompared compared = new AssetsCompared(12, 10, 0, 0, 2, 0);

    /** As it is before a migration of this route begins. */
    public void prepare(Migration migration) {
        if (migration.route().name().equals("hosting")) {
            added.addAll(migration.order().numbers());
        }
    }

    /** Sign-up will end without the number. */
    public void leaveTheNumberOut() {
        others.signup = SignupFound.WITHOUT_NUMBER;
    }

    /** The next call of this act is refused. */
    public void refuse(Act act, Problem problem) {
        refuses.put(act, problem);
    }

    public Outcome carryOut(Next.Call call, Migration migration, Instant now) {
        Mishap mishap = Optional.ofNullable(mishaps.remove(call.act())).orElse(Mishap.NONE);
        return switch (mishap) {
            case NOT_SENT -> new Outcome.NotSent(Problems.RATE_LIMITED, Duration.ofSeconds(30));
            case UNAVAILABLE -> new Outcome.Refused(Problems.GRAPH_UNAVAILABLE);
            case LOST_BEFORE -> {
                darken(call);
                yield new Outcome.InDoubt("timeout");
            }
            case LOST_AFTER -> {
                happens(call, migration, now);
                darken(call);
                yield new Outcome.InDoubt("timeout");
            }
            case NONE -> happens(call, migration, now);
        };
    }

    /** Nobody heard what came of this call. */
    public void darken(Next.Call call) {
        if (call.act() == Act.REGISTER && call.number() != null) {
            inTheDark.add(call.number());
        }
    }

    /** What came of this call was heard after all. */
    public void enlighten(Next.Call call) {
        if (call.number() != null) {
            inTheDark.remove(call.number());
        }
    }

    private Outcome happens(Next.Call call, Migration migration, Instant now) {
        PhoneNumber number = call.number() == null ? migration.order().numbers().getFirst() : call.number();
        if (call.act() == Act.REGISTER) {
            registersSent.merge(number, 1, Integer::sum);
            registerTimes.computeIfAbsent(number, _ -> new ArrayList<>()).add(now);
            registersInTheDark += inTheDark.contains(number) ? 1 : 0;
        }
        if (call.act() == Act.READ_NUMBER) {
            inTheDark.remove(number);
        }
        Problem refused = refuses.remove(call.act());
        if (refused != null) {
            return new Outcome.Refused(refused);
        }
        Outcome outcome = answer(call, number, migration, now);
        calls.add(new Call(call.act(), number, now, outcome instanceof Outcome.Done));
        return outcome;
    }

    private Outcome answer(Next.Call call, PhoneNumber number, Migration migration, Instant now) {
        return switch (call.act()) {
            case RUN_CHECKS -> Outcome.done(that(Fact.CHECKED, new Findings(List.of(standsInTheWay.orElse(clear(now))), closedFor)));
            case LOOK_FOR_DRIFT ->
                Outcome.done(that(Fact.DRIFT, drifted.since(migration.facts().value(Fact.DRIFT).orElse(Drift.NONE), Set.of())));
            case TAKE_SNAPSHOT -> Outcome.done(that(Fact.SNAPSHOT_TAKEN, true));
            case READ_DESTINATION -> destination();
            case READ_TWO_STEP -> Outcome.done(that(Fact.TWO_STEP, number, twoStepOn.contains(number) ? TwoStep.ON : twoStepShown));
            case LIST_NUMBERS -> lookShowsNothing ? Outcome.done() : Outcome.done(that(Fact.LISTED_HERE, number, added.contains(number)));
            case READ_NUMBER -> lookShowsNothing ? Outcome.done() : seen(number);
            case COMPARE_ASSETS -> Outcome.done(that(Fact.ASSETS, compared));
            case SUBSCRIBE_APP -> made(() -> subscribed = true, that(Fact.SUBSCRIBED_BY_US, true));
            case UNSUBSCRIBE_APP -> made(() -> subscribed = false);
            case COPY_TEMPLATES -> Outcome.done();
            case ADD_NUMBER -> twoStepOn.contains(number)
                    ? new Outcome.Refused(Problems.TWO_STEP_ON)
                    : made(() -> added.add(number), that(Fact.PHONE_NUMBER_ID, number, "1" + number.digits()));
            case REQUEST_CODE -> made(() -> codesSent.merge(number, 1, Integer::sum));
            case VERIFY_CODE -> verify(number, migration);
            case CHOOSE_PIN -> Outcome.done(that(Fact.PIN, number, new Secret("121212")));
            case PROBE_SOURCE -> Outcome.done(that(Fact.SOURCE_PROBE, number, new Probe(Optional.of(now), "")));
            case PROBE_DESTINATION -> Outcome.done(that(Fact.DESTINATION_PROBE, number, new Probe(Optional.of(now), "")));
            case REGISTER -> register(number, migration);
            case ADD_NEW_NUMBER -> made(() -> added.add(number), that(Fact.PHONE_NUMBER_ID, number, "1" + number.digits()));
            default -> others.answer(call, number, migration);
        };
    }

    private static Finding clear(Instant now) {
        return new Finding("two-step-off", Optional.empty(), Finding.Verdict.HOLDS, Certainty.VERIFIED, Party.CLIENT, "off",
                "is_pin_enabled", now, true, Optional.empty(), Optional.empty());
    }

    private Outcome destination() {
        var learned = new ArrayList<Learned<?>>(List.of(that(Fact.DESTINATION_READ, true), that(Fact.PAYMENT, Payment.SEEN),
                that(Fact.FUNDED, others.creditAttached)));
        if (subscribed || subscribedByOthers) {
            learned.add(that(Fact.APP_SUBSCRIBED, true));
        }
        return new Outcome.Done(learned);
    }

    private Outcome seen(PhoneNumber number) {
        boolean here = live.contains(number);
        var node = new NumberSeen(here ? "CONNECTED" : "PENDING", here ? "CLOUD_API" : "NOT_APPLICABLE",
                verified.contains(number) ? "VERIFIED" : "NOT_VERIFIED", nameStatus);
        return Outcome.done(that(Fact.NUMBER_SEEN, number, node), that(Fact.LIVE_HERE, number, here),
                that(Fact.VERIFIED_HERE, number, verified.contains(number)),
                that(Fact.LISTED_HERE, number, added.contains(number)));
    }

    private Outcome verify(PhoneNumber number, Migration migration) {
        boolean right = migration.facts().value(Fact.CODE, number).map(Secret::reveal).filter(rightCode::equals).isPresent();
        return right ? made(() -> verified.add(number)) : new Outcome.Refused(Problems.WRONG_CODE);
    }

    /** Registering twice with the same PIN is harmless: it takes effect once. */
    private Outcome register(PhoneNumber number, Migration migration) {
        if (twoStepOn.contains(number) && !others.left.contains(number)) {
            return new Outcome.Refused(Problems.PIN_MISMATCH);
        }
        boolean restored = migration.facts().value(Fact.BACKUP, number).isPresent();
        if (!verified.contains(number) && !restored) {
            return new Outcome.Refused(Problems.NOT_VERIFIED);
        }
        if (live.add(number)) {
            registersTakenEffect.merge(number, 1, Integer::sum);
        }
        return Outcome.done();
    }

    static Outcome made(Runnable change, Learned<?>... learned) {
        change.run();
        return Outcome.done(learned);
    }
}
