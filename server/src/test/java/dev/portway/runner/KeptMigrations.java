package dev.portway.runner;

import dev.portway.database.TestDatabase;
import dev.portway.migration.MigrationId;
import dev.portway.migration.Order;
import dev.portway.migration.ProviderId;
import dev.portway.migration.Proving;
import dev.portway.migration.SimulatedGraph;
import dev.portway.migration.fact.CodeChoice;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Learned;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.Source;
import dev.portway.migration.fact.SourceAccess;
import dev.portway.migration.fact.WabaId;
import dev.portway.migration.route.Routes;
import dev.portway.vault.KeyRing;
import dev.portway.vault.Seals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Migrations on a real PostgreSQL, without a server around them: a number of its own for each test, and a simulated Graph. */
abstract class KeptMigrations {
    static final ProviderId HERE = new ProviderId("here");
    static final Source ANA = Source.person("ana");
    static int numbers;

    final JdbcClient sql;
    final SimulatedGraph graph = new SimulatedGraph();
    PhoneNumber number = new PhoneNumber("+55119875%05d".formatted(numbers++));
    final DataSourceTransactionManager manager;
    final TransactionTemplate transactions;
    final Migrations migrations;
    final Desk desk;
    final PostgresJournal journal;

    KeptMigrations(TestDatabase database, JdbcClient sql) {
        this.sql = sql;
        manager = new DataSourceTransactionManager(database.source());
        transactions = new TransactionTemplate(manager);
        migrations = new Migrations(sql, new Seals(KeyRing.of(KeyRing.newKeyset())));
        desk = new PostgresDesk(migrations, new Directory(sql), manager, new Poke(sql));
        journal = new PostgresJournal(migrations, transactions, Duration.ZERO);
    }

    @BeforeEach
    void providers() {
        sql.sql("insert into providers (id, name) values ('here', 'Here'), ('there', 'There') on conflict do nothing").update();
    }

    MigrationId placed(Learned<?>... more) {
        return ((Desk.Placed.New) place(more)).card().migration().id();
    }

    Desk.Placed place(Learned<?>... more) {
        var order = new Order(List.of(number), Optional.of(new WabaId("100001")), SourceAccess.READ, Optional.of(new WabaId("200002")),
                Proving.BEFORE_WINDOW, Duration.ZERO, Order.PATIENCE, Optional.empty());
        var said = new ArrayList<Learned<?>>(List.of(Learned.that(Fact.SUBMITTED, true),
                Learned.that(Fact.CODE_CHOICE, number, new CodeChoice(CodeChoice.Method.SMS, "pt_BR"))));
        said.addAll(List.of(more));
        return desk.place(HERE, Routes.named("migrate").orElseThrow(), order, said, ANA);
    }
}
