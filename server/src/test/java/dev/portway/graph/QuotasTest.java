package dev.portway.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.database.PostgresForTests;
import dev.portway.database.TestDatabase;
import dev.portway.migration.ProviderId;
import dev.portway.migration.fact.WabaId;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What Graph counts per app and WABA is counted here too, by all nodes together. The database's clock is moved by hand. */
@ExtendWith(PostgresForTests.class)
class QuotasTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:30Z");
    private static final Quotas.Whose OURS = new Quotas.Whose(new ProviderId("rota"), new WabaId("100001"));
    private static final Quotas.Whose OTHER = new Quotas.Whose(new ProviderId("rota"), new WabaId("100002"));

    private final JdbcClient sql;
    private final TransactionTemplate transactions;
    private final Quotas node;
    private final Quotas otherNode;

    QuotasTest(TestDatabase database, JdbcClient sql) {
        this.sql = sql;
        transactions = new TransactionTemplate(new DataSourceTransactionManager(database.source()));
        node = new Quotas(sql);
        otherNode = new Quotas(sql);
    }

    @BeforeEach
    void world() {
        sql.sql("insert into providers (id, name) values ('rota', 'Rota') on conflict do nothing").update();
        sql.sql("create table if not exists test_clock (at timestamptz not null)").update();
        sql.sql("create or replace function portway_now() returns timestamptz language sql volatile as 'select at from test_clock'")
                .update();
        sql.sql("delete from graph_usage").update();
        sql.sql("delete from graph_calls").update();
        at(NOON);
    }

    @Test
    void smallerQuota_isSharedByNodes_andOpensAnHourLater() {
        call(node, OURS, 120);
        call(otherNode, OURS, 80);

        assertThat(node.take(OURS, 1))
                .hasValueSatisfying(wait -> assertThat(wait).isBetween(Duration.ofMinutes(60), Duration.ofMinutes(61)));
        assertThat(otherNode.take(OURS, 1)).isPresent();
        assertThat(node.take(OTHER, 1)).isEmpty();
        assertThat(node.closedFor(OURS)).as("what Graph does not count goes on").isEmpty();

        at(NOON.plus(node.take(OURS, 1).orElseThrow()));
        assertThat(node.take(OURS, 1)).isEmpty();
    }

    @Test
    void largerQuota_isProvedByGraphsPercentages() {
        call(node, OURS, 150);
        otherNode.told(OURS, 3);

        call(node, OURS, 300);
        node.told(OURS, 9);
        call(node, OURS, 4_000);
    }

    @Test
    void percentagesThatProveNothing_leaveTheSmallerQuota() {
        call(node, OURS, 150);
        node.told(OURS, 75);
        call(node, OURS, 50);

        assertThat(node.take(OURS, 1)).isPresent();
    }

    @Test
    void proof_isForgottenAfterAnHour() {
        call(node, OURS, 150);
        node.told(OURS, 3);
        at(NOON.plus(Duration.ofMinutes(62)));

        call(node, OURS, 200);
        assertThat(node.take(OURS, 1)).isPresent();
    }

    @Test
    void waitThatGraphTold_holdsForAllNodes_andIsNeverShortened() {
        node.close(OURS, Duration.ofMinutes(7));
        node.close(OURS, Duration.ofMinutes(2));

        assertThat(otherNode.take(OURS, 1)).contains(Duration.ofMinutes(7));
        at(NOON.plus(Duration.ofMinutes(7)));
        assertThat(otherNode.take(OURS, 1)).isEmpty();
    }

    @Test
    void callsMadeTogether_areCountedAllOrNone_andFitOnceAsManyHavePassed() {
        call(node, OURS, 2);
        at(NOON.plus(Duration.ofMinutes(10)));
        call(node, OURS, 195);

        assertThat(node.take(OURS, 4))
                .hasValueSatisfying(wait -> assertThat(wait).isBetween(Duration.ofMinutes(60), Duration.ofMinutes(61)));
        assertThat(node.take(OURS, 3)).as("none of the four was counted").isEmpty();
        assertThat(node.take(OURS, 2))
                .hasValueSatisfying(wait -> assertThat(wait).isBetween(Duration.ofMinutes(50), Duration.ofMinutes(51)));
    }

    /** The second waits for the first, and counts what it has counted. */
    @Test
    void nodesThatCountAtTheSameInstant_doNotPassTheQuota() throws Exception {
        call(node, OURS, 100);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Optional<Duration>> second = Objects.requireNonNull(transactions.execute(_ -> {
                assertThat(node.take(OURS, 60)).isEmpty();
                var counting = threads.submit(() -> otherNode.take(OURS, 60));
                while (waiting() == 0) {
                    assertThat(counting).isNotDone();
                }
                return counting;
            }));

            assertThat(second.get()).isPresent();
        }
        assertThat(node.take(OURS, 40)).isEmpty();
    }

    /** Sessions that wait for another to end its transaction. */
    private int waiting() {
        return sql.sql("select count(*) from pg_locks where locktype = 'transactionid' and not granted").query(Integer.class).single();
    }

    private static void call(Quotas quotas, Quotas.Whose whose, int times) {
        for (int call = 0; call < times; call++) {
            assertThat(quotas.take(whose, 1)).as("call " + call).isEqualTo(Optional.empty());
        }
    }

    private void at(Instant now) {
        sql.sql("delete from test_clock").update();
        sql.sql("insert into test_clock values (?)").param(Timestamp.from(now)).update();
    }
}
