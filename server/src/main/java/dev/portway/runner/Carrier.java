package dev.portway.runner;

import dev.portway.migration.Act;
import dev.portway.migration.Answer;
import dev.portway.migration.Deadline;
import dev.portway.migration.Hands;
import dev.portway.migration.Journal;
import dev.portway.migration.MigrationId;
import dev.portway.migration.Next;
import dev.portway.migration.Run;
import dev.portway.migration.standing.Reminders;
import dev.portway.migration.standing.Vigil;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries one migration as far as it can go before it must wait: writes the attempt, calls, writes the outcome. Never sleeps. */
final class Carrier {
    /** Then others get their turn, and a shutdown need not wait longer. */
    static final Duration LONGEST_RUN = Duration.ofSeconds(60);
    private static final int MOST_STEPS = 50;
    /** An effect leaves within this of being written down, or not at all. */
    static final Duration SEND_WITHIN = Duration.ofSeconds(5);
    /** Sent at the last moment, answered at the last moment, and some more for the clocks: then it can no longer arrive. */
    static final Duration SETTLES_AFTER = SEND_WITHIN.plus(Hands.ANSWERED_WITHIN).plus(Duration.ofSeconds(5));
    /** Waits longer than this are spread, so that what began together does not look together. */
    private static final Duration SPREAD_FROM = Duration.ofSeconds(30);
    /** A wait that ended a little early by the scheduler's clock would only be looked at again. */
    private static final Duration AT_LEAST = Duration.ofMillis(20);

    private static final Logger LOG = LoggerFactory.getLogger(Carrier.class);

    private final Migrations migrations;
    private final Journal journal;
    private final Map<Act, Hands> hands;

    Carrier(Migrations migrations, Journal journal, List<Hands> hands) {
        this.migrations = migrations;
        this.journal = journal;
        this.hands = byAct(hands);
    }

    /**
     * How far it came.
     *
     * @param pause until it is looked at again; empty when it ended
     * @param moment what was known when it was last planned
     */
    record Carried(Optional<Duration> pause, long moment) {}

    private static Map<Act, Hands> byAct(List<Hands> hands) {
        var byAct = new EnumMap<Act, Hands>(Act.class);
        hands.forEach(some -> some.acts().forEach(act -> byAct.merge(act, some, (one, other) -> {
            throw new IllegalStateException(act + " is carried out by both " + one.getClass() + " and " + other.getClass());
        })));
        var missing = EnumSet.allOf(Act.class);
        missing.removeAll(byAct.keySet());
        if (!missing.isEmpty()) {
            throw new IllegalStateException("Nobody carries out " + missing);
        }
        return byAct;
    }

    boolean somethingNewSince(MigrationId id, long moment) {
        return migrations.moment(id) > moment;
    }

    Carried carry(MigrationId id, String node) {
        Deadline enough = Deadline.in(LONGEST_RUN);
        Deadline sendBy = Deadline.in(SEND_WITHIN);
        // Without a turn another run has it; its own reschedule counts.
        return journal.take(id, node)
                .flatMap(taken -> carry(id, taken, sendBy, enough))
                .orElse(new Carried(Optional.of(AT_LEAST), Long.MAX_VALUE));
    }

    private Optional<Carried> carry(MigrationId id, Journal.Taken taken, Deadline firstSendBy, Deadline enough) {
        Run run = taken.run();
        Deadline sendBy = firstSendBy;
        Optional<Journal.Turn> turn = Optional.of(taken.turn());
        for (int steps = 1; turn.isPresent() && turn.get().begun().isPresent(); steps++) {
            Answer answer = answer(id, turn.get(), sendBy);
            if (steps == MOST_STEPS || enough.passed()) {
                journal.end(id, run, turn.get(), answer);
                return Optional.of(new Carried(Optional.of(Duration.ZERO), Long.MAX_VALUE));
            }
            sendBy = Deadline.in(SEND_WITHIN);
            turn = journal.next(id, run, turn.get(), answer);
        }
        return turn.map(Carrier::waits);
    }

    private Answer answer(MigrationId id, Journal.Turn turn, Deadline sendBy) {
        var call = (Next.Call) turn.next();
        Answer answer = Objects.requireNonNull(hands.get(call.act()))
                .carryOut(call,
                        turn.migration().seeing(turn.migration().access(turn.now())), sendBy);
        LOG.debug("{} {} {}", id, call.act(), answer.outcome().word());
        return answer;
    }

    private static Carried waits(Journal.Turn turn) {
        Stream<Duration> beside = Stream.of(Vigil.due(turn.migration(), turn.now()), Reminders.next(turn.migration(), turn.now()))
                .flatMap(Optional::stream)
                .map(due -> pause(Duration.between(turn.now(), due), Next.Waiting.META));
        Carried carried = untilItGoesOn(turn);
        return new Carried(carried.pause().flatMap(pause -> Stream.concat(Stream.of(pause), beside).min(Duration::compareTo)),
                carried.moment());
    }

    private static Carried untilItGoesOn(Journal.Turn turn) {
        return new Carried(switch (turn.next()) {
            case Next.Wait(var until, var reason) -> Optional.of(pause(Duration.between(turn.now(), until), reason));
            case Next.Ask(_, _, var lookAgain, _) -> Optional.of(
                    pause(Duration.between(turn.now(), lookAgain.orElse(turn.now().plus(Duration.ofDays(1)))), Next.Waiting.META));
            case Next.Done _ -> Optional.empty();
            case Next.Call call -> throw new IllegalStateException("Nobody made " + call);
        }, turn.migration().moment());
    }

    private static Duration pause(Duration exact, Next.Waiting reason) {
        boolean spread = exact.compareTo(SPREAD_FROM) > 0 && reason == Next.Waiting.META;
        Duration later = spread ? exact.plusMillis(ThreadLocalRandom.current().nextLong(exact.toMillis() / 10)) : exact;
        return later.compareTo(AT_LEAST) < 0 ? AT_LEAST : later;
    }
}
