package dev.portway.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.database.PostgresForTests;
import dev.portway.database.TestDatabase;
import dev.portway.migration.Migration;
import dev.portway.migration.MigrationId;
import dev.portway.migration.Order;
import dev.portway.migration.ProviderId;
import dev.portway.migration.Proving;
import dev.portway.migration.fact.Certainty;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Finding;
import dev.portway.migration.fact.Finding.Verdict;
import dev.portway.migration.fact.Findings;
import dev.portway.migration.fact.History;
import dev.portway.migration.fact.Learned;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.Source;
import dev.portway.migration.fact.SourceAccess;
import dev.portway.migration.fact.Unseen;
import dev.portway.migration.fact.WabaId;
import dev.portway.migration.route.Routes;
import dev.portway.migration.standing.Transitions;
import dev.portway.problem.Party;
import dev.portway.vault.KeyRing;
import dev.portway.vault.Seals;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is kept of what checks said: once, in order, no more than so many, and for its owner. */
@ExtendWith(PostgresForTests.class)
class FindingRowsTest {
    private static final ProviderId HERE = new ProviderId("here");
    private static final Instant EVER = Instant.parse("2100-01-01T00:00:00Z");
    private static int numbers;

    private final PhoneNumber number = new PhoneNumber("+55119876%05d".formatted(numbers++));
    private final JdbcClient sql;
    private final TransactionTemplate transactions;
    private final Migrations migrations;
    private final Desk desk;

    FindingRowsTest(TestDatabase database, JdbcClient sql) {
        this.sql = sql;
        var manager = new DataSourceTransactionManager(database.source());
        transactions = new TransactionTemplate(manager);
        migrations = new Migrations(sql, new Seals(KeyRing.of(KeyRing.newKeyset())));
        desk = new PostgresDesk(migrations, new Directory(sql), manager, new Poke(sql));
    }

    @BeforeEach
    void provider() {
        sql.sql("insert into providers (id, name) values ('here', 'Here') on conflict do nothing").update();
    }

    private MigrationId placed() {
        var order = new Order(List.of(number), Optional.of(new WabaId("100001")), SourceAccess.READ, Optional.of(new WabaId("200002")),
                Proving.BEFORE_WINDOW, Order.SETTLING, Order.PATIENCE, Optional.empty());
        Desk.Placed placed = desk.place(HERE, Routes.named("migrate").orElseThrow(), order, List.of(), Source.person("ana"));
        return ((Desk.Placed.New) placed).card().migration().id();
    }

    private void look(MigrationId id, Fact<Findings> fact, Finding... seen) {
        transactions.executeWithoutResult(_ -> {
            Migrations.Row row = migrations.lock(id).orElseThrow();
            Migration before = migrations.whole(row);
            List<Learned<?>> learned = List.of(Learned.that(fact, new Findings(List.of(seen))));
            migrations.write(row, before, Transitions.heard(before, learned, Source.GRAPH, row.now()));
        });
    }

    private static Finding said(String check, Verdict verdict, String value) {
        return new Finding(check, Optional.empty(), verdict, Certainty.VERIFIED, Party.CLIENT, value, "field", EVER, true,
                verdict == Verdict.UNKNOWN ? Optional.of(Unseen.UNREACHABLE) : Optional.empty(), Optional.empty());
    }

    private List<String> all(ProviderId provider, MigrationId id, String check) {
        return desk.said(provider, id, check, Long.MAX_VALUE, 100).stream().map(entry -> entry.finding().value()).toList();
    }

    @Test
    void whatIsNew_isKeptOnce_whetherTheCheckSawItOrTheWatch() {
        MigrationId id = placed();
        look(id, Fact.CHECKED, said("quality-good", Verdict.HOLDS, "GREEN"), said("two-step-off", Verdict.HOLDS, "off"));
        look(id, Fact.CHECKED, said("quality-good", Verdict.HOLDS, "GREEN"), said("two-step-off", Verdict.UNKNOWN, ""));
        look(id, Fact.CHECKED, said("quality-good", Verdict.HOLDS, "GREEN"), said("two-step-off", Verdict.HOLDS, "off"));
        Instant before = migrations.now();
        look(id, Fact.SEEN_SINCE, said("quality-good", Verdict.WARNS, "YELLOW"));

        assertThat(all(HERE, id, "two-step-off")).as("Graph was in trouble, and shows what it showed").containsExactly("off");
        assertThat(all(HERE, id, "quality-good")).containsExactly("YELLOW", "GREEN");
        assertThat(all(HERE, id, "")).containsExactly("YELLOW", "off", "GREEN");
        List<History.Difference> changes = desk.history(HERE, id, before, EVER).between(before, EVER);
        assertThat(changes).singleElement().satisfies(one -> {
            assertThat(one.was().finding()).isEqualTo(said("quality-good", Verdict.HOLDS, "GREEN"));
            assertThat(one.is().finding().value()).isEqualTo("YELLOW");
            assertThat(one.was().since()).isBefore(before);
            assertThat(one.is().since()).isAfterOrEqualTo(before);
        });
        assertThat(desk.history(HERE, id, Instant.EPOCH, before).between(Instant.EPOCH, before)).isEmpty();
    }

    @Test
    void soManyAreKept_ofEachCheck_andTheOldestIsForgottenFirst() {
        MigrationId id = placed();
        look(id, Fact.CHECKED, said("two-step-off", Verdict.HOLDS, "off"));
        IntStream.rangeClosed(0, Desk.MOST_SAID).forEach(i -> look(id, Fact.SEEN_SINCE, said("quality-good", Verdict.HOLDS, "no. " + i)));

        assertThat(all(HERE, id, "quality-good")).hasSize(Desk.MOST_SAID).startsWith("no. " + Desk.MOST_SAID).endsWith("no. 1");
        assertThat(all(HERE, id, "two-step-off")).containsExactly("off");
        assertThat(desk.history(HERE, id, Instant.EPOCH, EVER).between(Instant.EPOCH, EVER)).singleElement()
                .satisfies(one -> assertThat(one.was().finding().value()).as("the first that is kept").isEqualTo("no. 1"));
    }

    @Test
    void anotherProvider_seesNothing() {
        MigrationId id = placed();
        look(id, Fact.CHECKED, said("two-step-off", Verdict.HOLDS, "off"));
        var there = new ProviderId("there");

        assertThat(all(there, id, "")).isEmpty();
        assertThat(desk.history(there, id, Instant.EPOCH, EVER).entries()).isEmpty();
    }
}
