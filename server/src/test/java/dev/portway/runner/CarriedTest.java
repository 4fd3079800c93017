package dev.portway.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portway.database.PostgresForTests;
import dev.portway.database.TestDatabase;
import dev.portway.migration.Act;
import dev.portway.migration.Action;
import dev.portway.migration.Answer;
import dev.portway.migration.Budget;
import dev.portway.migration.Deadline;
import dev.portway.migration.Hands;
import dev.portway.migration.Journal;
import dev.portway.migration.Migration;
import dev.portway.migration.MigrationId;
import dev.portway.migration.Next;
import dev.portway.migration.Order;
import dev.portway.migration.ProviderId;
import dev.portway.migration.Proving;
import dev.portway.migration.Run;
import dev.portway.migration.SimulatedGraph;
import dev.portway.migration.Status;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Learned;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.Source;
import dev.portway.migration.fact.SourceAccess;
import dev.portway.migration.fact.WabaId;
import dev.portway.migration.route.Routes;
import dev.portway.migration.standing.Told;
import dev.portway.problem.Party;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Migrations carried along their route on a real PostgreSQL, against a simulated Graph. */
@ExtendWith(PostgresForTests.class)
class CarriedTest extends KeptMigrations {
    private final Carrier carrier;

    CarriedTest(TestDatabase database, JdbcClient sql) {
        super(database, sql);
        carrier = new Carrier(migrations, journal, List.of(new SimulatedHands()));
    }

    private final class SimulatedHands implements Hands {
        @Override
        public Set<Act> acts() {
            return EnumSet.allOf(Act.class);
        }

        @Override
        public Answer carryOut(Next.Call call, Migration migration, Deadline sendBy) {
            return new Answer(graph.carryOut(call, migration, Instant.EPOCH), "{\"act\":\"" + call.act().word() + "\"}");
        }
    }

    @Test
    void migration_goesToItsEndAndIsWrittenDown() {
        MigrationId id = placed();
        carrier.carry(id, "node");
        assertThat(status(id)).isEqualTo(Status.AUTHORIZING);

        assertThat(desk.tell(HERE, id, Action.ENTER_CODE, Map.of("code", "123456"), ANA)).get().isInstanceOf(Told.Accepted.class);
        assertThat(carrier.carry(id, "node").pause()).isEmpty();

        assertThat(status(id)).isEqualTo(Status.COMPLETED);
        assertThat(graph.registersTakenEffect).containsEntry(number, 1);
        assertThat(desk.events(HERE, id, 0, 100)).extracting(Desk.Entry::name)
                .containsSubsequence("created", "status-changed", "checked", "number-added", "registered", "completed");
        assertThat(desk.attempts(HERE, id)).extracting(tried -> tried.attempt().act()).contains(Act.REGISTER, Act.VERIFY_CODE);
        assertThat(desk.attempts(HERE, id)).allSatisfy(tried -> assertThat(tried.exchange()).contains(tried.attempt().act().word()));
    }

    @Test
    void codeAndPin_areSealedInTheirRows_andTheCodeForgottenOnceUsed() {
        MigrationId id = placed();
        carrier.carry(id, "node");
        desk.tell(HERE, id, Action.ENTER_CODE, Map.of("code", "123456"), ANA);
        assertThat(dump(id)).doesNotContain("123456");
        assertThat(rows(id, "code")).isEqualTo(1);

        carrier.carry(id, "node");
        assertThat(rows(id, "code")).isZero();
        assertThat(rows(id, "pin")).isEqualTo(1);
        assertThat(dump(id)).doesNotContain("121212");
    }

    @Test
    void otherProvider_seesAndTouchesNothing() {
        MigrationId id = placed();
        var there = new ProviderId("there");

        assertThat(desk.find(there, id)).isEmpty();
        assertThat(desk.tell(there, id, Action.WITHDRAW, Map.of(), ANA)).isEmpty();
        assertThat(desk.events(there, id, 0, 10)).isEmpty();
        assertThat(desk.attempts(there, id)).isEmpty();
        assertThat(desk.list(there, new Desk.Filter(List.of(), Optional.empty(), Optional.empty(), "", Optional.empty(), 10))).isEmpty();
        assertThat(desk.feed(there, "", 10)).isEmpty();
    }

    @Test
    void secondMigrationOfANumber_isRefusedWhileTheFirstHasNotEnded() {
        MigrationId first = placed();

        assertThat(place()).isEqualTo(new Desk.Placed.NumberBusy(number, first));

        desk.tell(HERE, first, Action.WITHDRAW, Map.of(), ANA);
        carrier.carry(first, "node");
        assertThat(status(first)).isEqualTo(Status.WITHDRAWN);
        assertThat(place()).isInstanceOf(Desk.Placed.New.class);
    }

    /** Brazil's ninth digit, Mexico's 1 and Argentina's 9 come and go: the line behind them is one. */
    @Test
    void sameLineWrittenTheOtherWay_isBusyToo_andItsBudgetIsSpent() {
        PhoneNumber written = number;
        MigrationId first = placed();
        carrier.carry(first, "node");
        number = written.otherSpelling().orElseThrow();

        assertThat(place()).isEqualTo(new Desk.Placed.NumberBusy(written, first));
        assertThat(desk.list(HERE, new Desk.Filter(List.of(), Optional.empty(), Optional.of(number), "", Optional.empty(), 10)))
                .extracting(Desk.Line::id)
                .containsExactly(first);

        desk.tell(HERE, first, Action.WITHDRAW, Map.of(), ANA);
        carrier.carry(first, "node");
        MigrationId second = placed();
        Migration migration = desk.find(HERE, second).orElseThrow().migration();
        assertThat(migration.spendings().of(Budget.CODE_REQUESTS, number, migrations.now()).used()).isEqualTo(1);
    }

    @Test
    void overtakenRun_beginsNothing_andItsLookIsDropped() {
        MigrationId id = placed();
        var paused = new Run("paused", migrations.take(id, "paused").orElseThrow());
        var look = journal.begin(id, paused).orElseThrow();
        Answer answer = answer(look);

        assertThat(migrations.take(id, "other")).isPresent();

        assertThat(journal.begin(id, paused)).isEmpty();
        assertThat(journal.next(id, paused, look, answer)).isEmpty();
        journal.end(id, paused, look, answer);
        assertThat(desk.find(HERE, id).orElseThrow().migration().facts().value(Fact.CHECKED)).isEmpty();
    }

    @Test
    void answerOfAnEffect_isKept_evenFromAnOvertakenRun() {
        MigrationId id = placed();
        carrier.carry(id, "node");
        desk.tell(HERE, id, Action.ENTER_CODE, Map.of("code", "123456"), ANA);
        var paused = new Run("paused", migrations.take(id, "paused").orElseThrow());
        var verify = journal.begin(id, paused).orElseThrow();

        assertThat(migrations.take(id, "other")).isPresent();
        assertThat(journal.next(id, paused, verify, answer(verify))).isEmpty();

        assertThat(desk.find(HERE, id).orElseThrow().migration().facts().is(Fact.OWNERSHIP_VERIFIED, number)).isTrue();
    }

    @Test
    void secondOpenEffect_isRefusedByTheDatabase() {
        MigrationId id = placed();
        carrier.carry(id, "node");
        String insert = """
                insert into attempts (migration_id, provider_id, no, step, act, effect, at, settles_at)
                values (?, 'here', ?, 'registered', 'REGISTER', true, now(), now())
                """;
        sql.sql(insert).params(id.value(), 9001).update();
        assertThatThrownBy(() -> sql.sql(insert).params(id.value(), 9002).update()).hasMessageContaining("one_open_effect");
    }

    @Test
    void lostRegister_isLookedForAfterItCanNoLongerArrive_andCountsOnce() {
        MigrationId id = placed();
        carrier.carry(id, "node");
        graph.mishaps.put(Act.REGISTER, SimulatedGraph.Mishap.LOST_AFTER);
        desk.tell(HERE, id, Action.ENTER_CODE, Map.of("code", "123456"), ANA);

        carrier.carry(id, "node");

        assertThat(status(id)).isEqualTo(Status.COMPLETED);
        assertThat(graph.registersSent).containsEntry(number, 1);
        assertThat(desk.events(HERE, id, 0, 100)).extracting(Desk.Entry::name)
                .containsSubsequence("register-in-doubt", "register-found-done", "completed");
    }

    @Test
    void personWhoIsAskedOnceADoubtSettles_isSeenInTheList() {
        var patient = new Carrier(migrations, new PostgresJournal(migrations, transactions, Duration.ofHours(1)),
                List.of(new SimulatedHands()));
        graph.mishaps.put(Act.REQUEST_CODE, SimulatedGraph.Mishap.LOST_AFTER);
        MigrationId id = placed();
        patient.carry(id, "node");
        assertThat(waitingFor(Party.META)).contains(id);

        sql.sql("update attempts set settles_at = at where migration_id = ?").param(id.value()).update();
        patient.carry(id, "node");

        assertThat(waitingFor(Party.CLIENT)).contains(id);
    }

    private List<MigrationId> waitingFor(Party party) {
        return desk.list(HERE, new Desk.Filter(List.of(), Optional.of(party), Optional.of(number), "", Optional.empty(), 10))
                .stream()
                .map(Desk.Line::id)
                .toList();
    }

    @Test
    void feed_givesEveryEventOnce_inPages() {
        MigrationId id = placed();
        carrier.carry(id, "node");
        var all = desk.events(HERE, id, 0, 100);
        String cursor = "";
        var fed = new ArrayList<String>();
        for (var page = desk.feed(HERE, cursor, 3); !page.isEmpty(); page = desk.feed(HERE, cursor, 3)) {
            page.stream().filter(entry -> entry.migration().equals(id)).forEach(entry -> fed.add(entry.no() + " " + entry.name()));
            cursor = page.getLast().cursor();
        }
        assertThat(fed).isEqualTo(all.stream().map(entry -> entry.no() + " " + entry.name()).toList());
    }

    private Answer answer(Journal.Turn turn) {
        return Answer.of(graph.carryOut((Next.Call) turn.next(), turn.migration(), turn.now()));
    }

    @Test
    void feed_waitsForTransactionsThatBeganEarlier_soThatNoneIsSkipped() {
        MigrationId id = placed();
        String cursor = desk.feed(HERE, "", 1000).getLast().cursor();
        transactions.executeWithoutResult(_ -> {
            happen(id, 9001);
            elsewhere(() -> happen(id, 9002));
            elsewhere(() -> assertThat(desk.feed(HERE, cursor, 10)).isEmpty());
        });

        assertThat(desk.feed(HERE, cursor, 10)).extracting(Desk.Entry::no).containsExactly(9001L, 9002L);
    }

    private void happen(MigrationId id, long no) {
        sql.sql("""
                insert into events (migration_id, provider_id, no, name, step, data, by_kind, by_who, at)
                values (?, 'here', ?, 'heard', '', '{}', 'PORTWAY', '', now())
                """).params(id.value(), no).update();
    }

    /** In another session, while the transaction of this one is open. */
    private static void elsewhere(Runnable work) {
        CompletableFuture.runAsync(work, one -> Thread.ofPlatform().start(one)).join();
    }

    @Test
    void budget_isCountedOverAllMigrationsOfANumber() {
        MigrationId first = placed();
        carrier.carry(first, "node");
        desk.tell(HERE, first, Action.WITHDRAW, Map.of(), ANA);
        carrier.carry(first, "node");
        MigrationId second = placed();
        carrier.carry(second, "node");

        Migration migration = desk.find(HERE, second).orElseThrow().migration();
        assertThat(migration.spendings().of(Budget.CODE_REQUESTS, number, migrations.now()).used()).isEqualTo(2);
    }

    @Test
    void webhookOfADestination_reachesTheMigrationThatFoundIt_andNoneOfAnotherProvider() {
        var order = new Order(List.of(number), Optional.empty(), SourceAccess.NONE, Optional.empty(), Proving.BEFORE_WINDOW, Duration.ZERO,
                Order.PATIENCE, Optional.empty());
        var found = new WabaId("3%05d".formatted(numbers));
        var placed = (Desk.Placed.New) desk.place(HERE, Routes.named("signup").orElseThrow(), order,
                List.of(Learned.that(Fact.DESTINATION_WABA, found)), ANA);
        List<Desk.Hearsay> said = List.of(
                new Desk.Hearsay(Optional.empty(), Optional.of(found), "account_update", Optional.empty(), Optional.empty()));

        assertThat(desk.heard(HERE, said, Source.webhook("1"))).isEqualTo(1);
        assertThat(desk.heard(new ProviderId("there"), said, Source.webhook("1"))).isZero();
        assertThat(desk.find(HERE, placed.card().migration().id()).orElseThrow().migration().facts().value(Fact.HEARD))
                .contains("account_update");
    }

    @Test
    void settling_isReckonedByTheDatabasesClock() {
        MigrationId id = placed();
        carrier.carry(id, "node");
        desk.tell(HERE, id, Action.ENTER_CODE, Map.of("code", "123456"), ANA);
        var run = new Run("node", migrations.take(id, "node").orElseThrow());
        var slow = new PostgresJournal(migrations, transactions, Duration.ofSeconds(50));
        Instant later = migrations.now().plus(Duration.ofHours(3));
        databaseTells("timestamptz ''%s''".formatted(later));
        try {
            var begun = slow.begin(id, run).orElseThrow().begun().orElseThrow();
            assertThat(begun.settlesAt()).isEqualTo(later.plusSeconds(50));
            assertThat(slow.begin(id, run).orElseThrow().next()).isEqualTo(new Next.Wait(later.plusSeconds(50), Next.Waiting.ANSWER));
        } finally {
            databaseTells("clock_timestamp()");
        }
    }

    private void databaseTells(String now) {
        sql.sql("create or replace function portway_now() returns timestamptz language sql volatile as 'select %s'".formatted(now))
                .update();
    }

    private Status status(MigrationId id) {
        return desk.find(HERE, id).orElseThrow().standing().status();
    }

    private int rows(MigrationId id, String fact) {
        return sql.sql("select count(*) from facts where migration_id = ? and name = ?")
                .params(id.value(), fact)
                .query(Integer.class)
                .single();
    }

    private String dump(MigrationId id) {
        return sql
                .sql("""
                        select coalesce(string_agg(f::text, ' '), '') || (select coalesce(string_agg(e::text, ' '), '') from events e where e.migration_id = :id)
                               || (select coalesce(string_agg(a::text, ' '), '') from attempts a where a.migration_id = :id)
                          from facts f where f.migration_id = :id
                        """)
                .param("id", id.value())
                .query(String.class)
                .single();
    }
}
