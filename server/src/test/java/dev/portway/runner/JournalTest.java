package dev.portway.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portway.database.PostgresForTests;
import dev.portway.database.TestDatabase;
import dev.portway.migration.Act;
import dev.portway.migration.Action;
import dev.portway.migration.Answer;
import dev.portway.migration.Deadline;
import dev.portway.migration.Hands;
import dev.portway.migration.Journal;
import dev.portway.migration.Migration;
import dev.portway.migration.MigrationId;
import dev.portway.migration.Next;
import dev.portway.migration.Run;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Learned;
import dev.portway.migration.fact.Window;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One transaction a step: what it writes, what it may take for granted, and what a run that is late or overtaken may still do. */
@ExtendWith(PostgresForTests.class)
class JournalTest extends KeptMigrations {
    JournalTest(TestDatabase database, JdbcClient sql) {
        super(database, sql);
    }

    @Test
    void overtakenRun_writesWhatItHeard_andBeginsNothingMore() {
        MigrationId id = placed();
        var paused = new Run("paused", migrations.take(id, "paused").orElseThrow());
        Journal.Turn subscribing = until(id, paused, Act.SUBSCRIBE_APP);

        assertThat(migrations.take(id, "other")).isPresent();

        assertThat(journal.next(id, paused, subscribing, answer(subscribing))).isEmpty();
        assertThat(migration(id).facts().is(Fact.APP_SUBSCRIBED)).isTrue();
        assertThat(openEffects(id)).isZero();
    }

    @Test
    void wordSaidDuringACall_countsAtTheNextStep() {
        MigrationId id = placed();
        var run = new Run("node", migrations.take(id, "node").orElseThrow());
        Journal.Turn copying = until(id, run, Act.COPY_TEMPLATES);

        desk.tell(HERE, id, Action.WITHDRAW, Map.of(), ANA);
        Journal.Turn next = journal.next(id, run, copying, answer(copying)).orElseThrow();

        assertThat(next.next()).isInstanceOfSatisfying(Next.Call.class, call -> assertThat(call.act()).isEqualTo(Act.UNSUBSCRIBE_APP));
        assertThat(migration(id).facts().is(Fact.TEMPLATES_COPIED)).isTrue();
        assertThat(migration(id).facts().is(Fact.WITHDRAWAL_ASKED)).isTrue();
    }

    @Test
    void wordThatIsBeingSaid_isWaitedFor() throws Exception {
        MigrationId id = placed();
        var run = new Run("node", migrations.take(id, "node").orElseThrow());
        Journal.Turn copying = until(id, run, Act.COPY_TEMPLATES);
        Answer answer = answer(copying);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Journal.Turn> next = transactions.execute(_ -> {
                desk.tell(HERE, id, Action.WITHDRAW, Map.of(), ANA);
                var writing = threads.submit(() -> journal.next(id, run, copying, answer).orElseThrow());
                while (waiting() == 0) {
                    assertThat(writing).isNotDone();
                }
                return writing;
            });

            assertThat(next.get().next()).isInstanceOfSatisfying(Next.Call.class,
                    call -> assertThat(call.act()).isEqualTo(Act.UNSUBSCRIBE_APP));
        }
        assertThat(migration(id).facts().is(Fact.TEMPLATES_COPIED)).isTrue();
    }

    /** An order of before such times were refused: nobody can reckon from its window. */
    @Test
    void answerOfAnEffect_isKept_whereAFaultHidesWhatComesNext() {
        MigrationId id = placed(Learned.that(Fact.WINDOW, new Window(Instant.MIN, Instant.parse("2100-01-01T00:00:00Z"))));
        var run = new Run("node", migrations.take(id, "node").orElseThrow());
        Journal.Turn copying = until(id, run, Act.COPY_TEMPLATES);

        assertThatThrownBy(() -> journal.next(id, run, copying, answer(copying))).hasRootCauseInstanceOf(DateTimeException.class);

        assertThat(openEffects(id)).isZero();
    }

    /** What was planned by a clock that stood still, in a machine that was suspended say, is planned again by the database's. */
    @Test
    void timeOfANodeThatStoodStill_isNotWritten() {
        MigrationId id = placed();
        var run = new Run("node", migrations.take(id, "node").orElseThrow());
        Journal.Turn turn = until(id, run, Act.COPY_TEMPLATES);
        databaseTime("clock_timestamp() + interval '1 hour'");

        Journal.Turn next = journal.next(id, run, turn, answer(turn)).orElseThrow();

        assertThat(next.now()).isAfter(turn.now().plus(Duration.ofMinutes(59)));
        assertThat(next.begun().orElseThrow().settlesAt()).isAfter(turn.now().plus(Duration.ofMinutes(59)));
    }

    /** Said by whichever run comes first, and never twice. */
    @Test
    void endOfTheSourcesAccess_isSaidByTheRunThatComesInTime() {
        MigrationId id = placed();
        Instant end = migration(id).createdAt().plus(Duration.ofDays(10)).truncatedTo(ChronoUnit.SECONDS);
        desk.tell(HERE, id, Action.GRANT_SOURCE, Map.of("until", end.toString()), ANA);
        var carrier = new Carrier(migrations, journal, List.of(new Hands() {
            @Override
            public Set<Act> acts() {
                return EnumSet.allOf(Act.class);
            }

            @Override
            public Answer carryOut(Next.Call call, Migration migration, Deadline sendBy) {
                return Answer.of(graph.carryOut(call, migration, migration.createdAt()));
            }
        }));

        carrier.carry(id, "node");
        assertThat(reminders(id)).isZero();

        databaseTime("clock_timestamp() + interval '8 days'");
        carrier.carry(id, "node");
        carrier.carry(id, "node");
        assertThat(reminders(id)).isEqualTo(1);
        assertThat(migration(id).facts().value(Fact.SOURCE_END_SAID)).contains(end);
    }

    private long reminders(MigrationId id) {
        return desk.events(HERE, id, 0, 1000).stream().filter(entry -> entry.name().equals("source-ends-soon")).count();
    }

    @AfterEach
    void usualTime() {
        databaseTime("clock_timestamp()");
    }

    private void databaseTime(String now) {
        sql.sql("create or replace function portway_now() returns timestamptz language sql volatile return %s"
                .formatted(now)).update();
    }

    /** Sessions that wait for another to end its transaction. */
    private int waiting() {
        return sql.sql("select count(*) from pg_locks where locktype = 'transactionid' and not granted").query(Integer.class).single();
    }

    /** What a run remembers between two of its steps is what anybody else reads. */
    @Test
    void copyOfTheRun_isWhatIsWritten() {
        MigrationId id = placed();
        var run = new Run("node", migrations.take(id, "node").orElseThrow());
        Journal.Turn turn = journal.begin(id, run).orElseThrow();
        for (; turn.begun().isPresent(); turn = journal.next(id, run, turn, answer(turn)).orElseThrow()) {
            Migration read = migration(id);
            assertThat(turn.migration().facts()).isEqualTo(read.facts());
            assertThat(turn.migration().moment()).isEqualTo(read.moment());
            assertThat(turn.migration().attempts()).hasSameSizeAs(read.attempts());
        }
        assertThat(turn.next()).isInstanceOf(Next.Ask.class);
    }

    /** A node that stands still anywhere from writing an attempt down to sending it finds its time over: it runs from before the writing. */
    @Test
    void timeToSend_runsFromBeforeTheAttemptIsWritten() {
        var late = new ArrayList<Act>();
        var timed = new Timed();
        var carrier = new Carrier(migrations, timed, List.of(new Hands() {
            @Override
            public Set<Act> acts() {
                return EnumSet.allOf(Act.class);
            }

            @Override
            public Answer carryOut(Next.Call call, Migration migration, Deadline sendBy) {
                if (sendBy.nanos() - Carrier.SEND_WITHIN.toNanos() - timed.asked > 0) {
                    late.add(call.act());
                }
                return Answer.of(graph.carryOut(call, migration, migration.createdAt()));
            }
        }));
        carrier.carry(placed(), "node");

        assertThat(graph.codesSent).containsEntry(number, 1);
        assertThat(late).isEmpty();
    }

    /** Notes when it was last asked to write an attempt down, on the clock that deadlines go by. */
    private final class Timed implements Journal {
        private long asked;

        @Override
        public Optional<Taken> take(MigrationId id, String node) {
            asked = System.nanoTime();
            return journal.take(id, node);
        }

        @Override
        public Optional<Turn> begin(MigrationId id, Run run) {
            asked = System.nanoTime();
            return journal.begin(id, run);
        }

        @Override
        public Optional<Turn> next(MigrationId id, Run run, Turn turn, Answer answer) {
            asked = System.nanoTime();
            return journal.next(id, run, turn, answer);
        }

        @Override
        public void end(MigrationId id, Run run, Turn turn, Answer answer) {
            journal.end(id, run, turn, answer);
        }
    }

    /** The turn in which this act is begun. */
    private Journal.Turn until(MigrationId id, Run run, Act act) {
        Journal.Turn turn = journal.begin(id, run).orElseThrow();
        while (((Next.Call) turn.next()).act() != act) {
            turn = journal.next(id, run, turn, answer(turn)).orElseThrow();
        }
        return turn;
    }

    private Answer answer(Journal.Turn turn) {
        return Answer.of(graph.carryOut((Next.Call) turn.next(), turn.migration(), turn.now()));
    }

    private Migration migration(MigrationId id) {
        return desk.find(HERE, id).orElseThrow().migration();
    }

    private int openEffects(MigrationId id) {
        return sql.sql("select count(*) from attempts where migration_id = ? and effect and outcome is null and settled = 'NOT_YET'")
                .param(id.value())
                .query(Integer.class)
                .single();
    }
}
