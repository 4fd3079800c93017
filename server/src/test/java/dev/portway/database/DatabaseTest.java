package dev.portway.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A PostgreSQL of one's own, as PORTWAY_DATABASE_URL names it. */
@ExtendWith(PostgresForTests.class)
class DatabaseTest {

    private final TestDatabase given;

    @TempDir
    Path folder;

    DatabaseTest(TestDatabase given) {
        this.given = given;
    }

    @Test
    void ownServer_isUsed_andNothingIsStartedOrLeftBehind() {
        try (var database = Database.open(settings(given.address().jdbcUrl(), given.address().password()))) {
            var jdbc = JdbcClient.create(database.source());
            assertThat(jdbc.sql("select current_database()").query(String.class).single()).isEqualTo(given.name());
            assertThat(jdbc.sql("show timezone").query(String.class).single()).isEqualTo("UTC");
            assertThat(jdbc.sql("select count(*) from schema_steps where success").query(Long.class).single()).isPositive();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void formThatHostsHandOut_isUnderstood() {
        var address = given.address();
        var url = address.jdbcUrl().replace("jdbc:postgresql://", "postgres://" + address.user() + ":" + address.password() + "@");

        try (var database = Database.open(new Settings(folder, folder.resolve("key"), null, null, Duration.ZERO, url, null, null))) {
            assertThat(JdbcClient.create(database.source()).sql("select 1").query(Integer.class).single()).isEqualTo(1);
        }
    }

    @Test
    void twoNodes_shareIt() {
        try (var one = Database.open(own()); var other = Database.open(own()); var command = Database.join(own())) {
            assertThat(one.address()).isEqualTo(other.address()).isEqualTo(command.address());
        }
    }

    @Test
    void roleThatDoesNotWaitForTheDisk_isMadeTo() {
        var jdbc = JdbcClient.create(given.source());
        jdbc.sql("alter database " + given.name() + " set synchronous_commit = off").update();
        try (var database = Database.open(own())) {
            assertThat(JdbcClient.create(database.source()).sql("show synchronous_commit").query(String.class).single()).isEqualTo("on");
        } finally {
            jdbc.sql("alter database " + given.name() + " reset synchronous_commit").update();
        }
    }

    @Test
    void inARehearsal_theClockOfDecisionsMayRunAhead() {
        var address = given.address();
        Map<String, String> rehearsal = Map.of("portway.rehearsal", "true", "portway.ahead", "P40D", "portway.database.url",
                address.jdbcUrl(), "portway.database.user", address.user(), "portway.database.password", address.password(), "portway.data",
                folder.toString());
        try (var database = Database.open(Settings.from(rehearsal::get))) {
            assertThat(JdbcClient.create(database.source())
                    .sql("select round(extract(epoch from portway_now() - clock_timestamp()) / 86400)")
                    .query(Integer.class)
                    .single()).isEqualTo(40);
        }
        for (var wrong : List.of(Map.of("portway.ahead", "P40D"), Map.of("portway.ahead", "soon", "portway.rehearsal", "true"),
                Map.of("portway.ahead", "-P1D", "portway.rehearsal", "true"))) {
            assertThatThrownBy(() -> Settings.from(wrong::get)).isInstanceOf(CannotStart.class).hasMessageContaining("PORTWAY_AHEAD");
        }
    }

    @Test
    void serverThatIsNotThere_isNamed_withoutThePassword() {
        assertThatThrownBy(() -> Database.open(settings("jdbc:postgresql://127.0.0.1:1/portway?connectTimeout=1", "the-password")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("jdbc:postgresql://127.0.0.1:1/portway")
                .hasMessageNotContaining("the-password");
    }

    @Test
    void missingUser_isAskedFor() {
        assertThatThrownBy(() -> Database
                .open(new Settings(folder, folder.resolve("key"), null, null, Duration.ZERO, "jdbc:postgresql://db/portway", null,
                        "p")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("PORTWAY_DATABASE_USER");
    }

    private Settings own() {
        return settings(given.address().jdbcUrl(), given.address().password());
    }

    private Settings settings(@Nullable String url, String password) {
        return new Settings(folder, folder.resolve("key"), null, null, Duration.ZERO, url, given.address().user(), password);
    }
}
