package dev.portway.migration;

import static dev.portway.migration.SimulatedGraph.made;
import static dev.portway.migration.fact.Learned.that;

import dev.portway.migration.fact.AtSource;
import dev.portway.migration.fact.CloneState;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.IntentState;
import dev.portway.migration.fact.Learned;
import dev.portway.migration.fact.PartnerSeen;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.Secret;
import dev.portway.migration.fact.SignupFound;
import dev.portway.migration.fact.TwoStep;
import dev.portway.migration.fact.WabaId;
import dev.portway.problem.Problems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The part of the simulated outside that only some routes meet: sign-up, solutions, clones, credit lines, sources that are left. */
public final class SimulatedRoutes {
    static final WabaId FOUND = new WabaId("300003");

    /** On these routes numbers work all the time. */
    private static final Set<String> STAYS_LIVE = Set.of("join", "reshare", "coexist");

    private final SimulatedGraph graph;
    /** Where the sign-up ends. */
    SignupFound signup = SignupFound.VERIFIED;
    IntentState intent = IntentState.INITIATED;
    CloneState clone = CloneState.READY_TO_COMPLETE;
    PartnerSeen partner = PartnerSeen.ASKS;
    boolean allNamed = true;
    boolean creditAttached;
    boolean sourceHidden;
    /** How often a resumed clone fails before it is completed. */
    int resumesThatFail;
    int resumes;
    int partnersChanged;
    public final Set<PhoneNumber> left = new HashSet<>();
    final Set<String> codesUsed = new HashSet<>();
    final List<Act> made = new ArrayList<>();

    SimulatedRoutes(SimulatedGraph graph) {
        this.graph = graph;
    }

    Outcome answer(Next.Call call, PhoneNumber number, Migration migration) {
        made.add(call.act());
        return switch (call.act()) {
            case ATTACH_CREDIT_LINE -> made(() -> creditAttached = true);
            case EXCHANGE_CODE -> exchange(migration);
            case READ_SIGNUP -> signup(migration);
            case SET_INTENT -> Outcome.done(that(Fact.INTENT_ID, "71"));
            case READ_INTENT -> Outcome.done(that(Fact.INTENT, intent), that(Fact.DESTINATION_WABA, FOUND));
            case START_CLONE -> made(() -> clone = clone == CloneState.FAILED ? CloneState.READY_TO_COMPLETE : clone,
                    that(Fact.CLONE_ID, "mig_1"));
            case READ_CLONE -> cloned();
            case RESUME_CLONE -> resume(migration);
            case READ_SOURCE_NUMBER -> Outcome.done(that(Fact.AT_SOURCE, number, atSource(number)),
                    that(Fact.TWO_STEP, number, graph.twoStepOn.contains(number) ? TwoStep.ON : graph.twoStepShown));
            case LIST_SOURCE_NUMBERS -> Outcome.done(that(Fact.ALL_NAMED, allNamed));
            case READ_PARTNER -> Outcome.done(that(Fact.PARTNER_SEEN, partner));
            case CHANGE_PARTNER -> made(() -> partnersChanged++);
            case SYNC_CONTACTS, SYNC_HISTORY, SHUT_ACCESS -> Outcome.done();
            default -> throw new AssertionError(call.act() + " is not simulated");
        };
    }

    private AtSource atSource(PhoneNumber number) {
        if (sourceHidden) {
            return AtSource.UNKNOWN;
        }
        return left.contains(number) ? AtSource.GONE : AtSource.HERE;
    }

    /** A code works once. */
    private Outcome exchange(Migration migration) {
        String code = migration.facts().value(Fact.SIGNUP_CODE).map(Secret::reveal).orElse("");
        return codesUsed.add(code)
                ? Outcome.done(that(Fact.BUSINESS_TOKEN, new Secret("token-of-" + code)))
                : new Outcome.Refused(Problems.SIGNUP_CODE_SPENT);
    }

    private Outcome signup(Migration migration) {
        if (signup == SignupFound.NO_ACCOUNT) {
            return Outcome.done(that(Fact.SIGNUP_FOUND, signup));
        }
        var learned = new ArrayList<Learned<?>>(List.of(that(Fact.SIGNUP_FOUND, signup), that(Fact.DESTINATION_WABA, FOUND)));
        if (signup != SignupFound.WITHOUT_NUMBER) {
            migration.order().numbers().forEach(number -> {
                graph.added.add(number);
                learned.add(that(Fact.NUMBER_ADDED, number, true));
                learned.add(that(Fact.PHONE_NUMBER_ID, number, "1" + number.digits()));
            });
        }
        if (STAYS_LIVE.contains(migration.route().name())) {
            graph.live.addAll(migration.order().numbers());
        }
        if (signup == SignupFound.VERIFIED) {
            migration.order().numbers().forEach(number -> {
                graph.verified.add(number);
                learned.add(that(Fact.OWNERSHIP_VERIFIED, number, true));
            });
        }
        return new Outcome.Done(learned);
    }

    private Outcome cloned() {
        var learned = new ArrayList<Learned<?>>(List.of(that(Fact.CLONE, clone), that(Fact.DESTINATION_WABA, FOUND)));
        if (clone == CloneState.READY_TO_COMPLETE || clone == CloneState.COMPLETED || clone == CloneState.FAILED_TO_COMPLETE) {
            learned.add(that(Fact.RESUME_SEEN, clone != CloneState.READY_TO_COMPLETE));
        }
        return new Outcome.Done(learned);
    }

    private Outcome resume(Migration migration) {
        resumes++;
        if (resumes <= resumesThatFail) {
            clone = CloneState.FAILED_TO_COMPLETE;
            return Outcome.done();
        }
        clone = CloneState.COMPLETED;
        graph.added.addAll(migration.order().numbers());
        graph.live.addAll(migration.order().numbers());
        return Outcome.done();
    }
}
