package dev.portway.graph.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.database.PostgresForTests;
import dev.portway.database.TestDatabase;
import dev.portway.migration.MigrationId;
import dev.portway.migration.Order;
import dev.portway.migration.ProviderId;
import dev.portway.migration.Proving;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.Source;
import dev.portway.migration.fact.SourceAccess;
import dev.portway.migration.fact.WabaId;
import dev.portway.migration.route.Routes;
import dev.portway.runner.Desk;
import dev.portway.runner.Desks;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Deliveries that are there, and what the migrations are told of them. */
@ExtendWith(PostgresForTests.class)
class ListeningTest {
    private static final ProviderId HERE = new ProviderId("here");
    private static int numbers;

    private final TestDatabase database;
    private final JdbcClient sql;
    private final PhoneNumber number = new PhoneNumber("+55118765%05d".formatted(numbers++));
    private final PhoneNumber other = new PhoneNumber("+55118765%05d".formatted(numbers++));

    ListeningTest(TestDatabase database, JdbcClient sql) {
        this.database = database;
        this.sql = sql;
    }

    @BeforeEach
    void provider() {
        sql.sql("insert into providers (id, name) values ('here', 'Here') on conflict do nothing").update();
        sql.sql("delete from webhook_delivery").update();
    }

    @Test
    void allOfADelivery_isToldToAMigrationAtOnce() {
        MigrationId id = placed(number);
        delivered(change(number, "PIN_RESET_REQUEST"), change(number, "PIN_CHANGED"), change(other, "PIN_CHANGED"));

        assertThat(listening(database.source()).readOne()).isTrue();

        assertThat(heard(id)).containsExactly("security:PIN_RESET_REQUEST", "security:PIN_CHANGED", "two-step-told");
        assertThat(waiting()).isZero();
    }

    /** What holds the delivery stands still meanwhile: ended for it, the same would be told again and again, and nothing behind it. */
    @Test
    void deliveryThatTakesLong_isToldOnce() {
        MigrationId id = placed(number);
        delivered(change(number, "PIN_RESET_REQUEST"));
        var kept = database.kept("migrations");

        assertThat(listening(database.impatient()).readOne()).isTrue();

        assertThat(heard(id)).containsExactly("security:PIN_RESET_REQUEST");
        assertThat(waiting()).isZero();
        kept.join();
    }

    @Test
    void deliveryThatCannotBeToldOf_keepsNoOtherWaiting() {
        MigrationId broken = placed(number);
        sql.sql("update migrations set route = 'nowhere' where id = ?").param(broken.value()).update();
        MigrationId id = placed(other);
        delivered(change(number, "PIN_RESET_REQUEST"));
        delivered(change(other, "PIN_RESET_REQUEST"));
        Listening listening = listening(database.source());

        assertThat(List.of(listening.readOne(), listening.readOne(), listening.readOne())).containsExactly(true, true, false);
        assertThat(heard(id)).hasSize(1);
        assertThat(waiting()).isEqualTo(1);

        sql.sql("update migrations set route = 'migrate' where id = ?").param(broken.value()).update();
        sql.sql("update webhook_delivery set not_before = now() where tries = 1").update();
        assertThat(listening.readOne()).isTrue();
        assertThat(heard(broken)).hasSize(1);
        assertThat(waiting()).isZero();
    }

    private Listening listening(DataSource source) {
        var jdbc = JdbcClient.create(source);
        return new Listening(new Deliveries(jdbc), Desks.on(source), new DataSourceTransactionManager(source));
    }

    private MigrationId placed(PhoneNumber moving) {
        var order = new Order(List.of(moving), Optional.of(new WabaId("100001")), SourceAccess.READ, Optional.of(new WabaId("200002")),
                Proving.BEFORE_WINDOW, Duration.ZERO, Order.PATIENCE, Optional.empty());
        var placed = Desks.on(database.source()).place(HERE, Routes.named("migrate").orElseThrow(), order, List.of(), Source.person("ana"));
        return ((Desk.Placed.New) placed).card().migration().id();
    }

    private List<String> heard(MigrationId id) {
        return Desks.on(database.source())
                .events(HERE, id, 0, 100)
                .stream()
                .filter(event -> event.name().equals("heard"))
                .map(event -> event.data().get("about"))
                .toList();
    }

    private void delivered(String... changes) {
        String body = "{\"entry\":[{\"id\":\"100001\",\"time\":1748811473,\"changes\":[" + String.join(",", changes) + "]}]}";
        new Deliveries(sql).add(HERE, "700000000000001", body.getBytes(StandardCharsets.UTF_8));
    }

    private static String change(PhoneNumber number, String event) {
        return "{\"field\":\"security\",\"value\":{\"display_phone_number\":\"%s\",\"event\":\"%s\"}}".formatted(number.e164(), event);
    }

    private long waiting() {
        return sql.sql("select count(*) from webhook_delivery where processed_at is null").query(Long.class).single();
    }
}
