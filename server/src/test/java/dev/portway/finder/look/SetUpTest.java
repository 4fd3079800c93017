package dev.portway.finder.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portway.account.SetUps;
import dev.portway.database.PostgresForTests;
import dev.portway.finder.Known;
import dev.portway.finder.Value;
import dev.portway.migration.ProviderId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a provider says of itself wins over what the server says of all. */
@ExtendWith(PostgresForTests.class)
class SetUpTest {
    private static final ProviderId HERE = new ProviderId("set-up-here");
    private static final ProviderId THERE = new ProviderId("set-up-there");

    private final JdbcClient sql;
    private final SetUps setUps;

    SetUpTest(JdbcClient sql) {
        this.sql = sql;
        this.setUps = new SetUps(sql, new SetUps.SetUp("", "no", "no", ""));
    }

    @BeforeEach
    void providers() {
        sql.sql("insert into providers (id, name) values (?, 'Here'), (?, 'There') on conflict do nothing")
                .params(HERE.value(), THERE.value())
                .update();
        setUps.set(HERE, setUps.version(HERE), SetUps.SetUp.OPEN, "ana");
    }

    private static List<Value> known(SetUp setUp, ProviderId provider) {
        return setUp.known(provider).stream().map(Known::value).toList();
    }

    @Test
    void whatAProviderLeavesOpen_isAsTheServerSays_andEachHasItsOwn() {
        var setUp = new SetUp(setUps);
        assertThat(known(setUp, HERE)).containsExactlyInAnyOrder(Value.NO_LINE, Value.IN_NO_SOLUTION);

        setUps.set(HERE, setUps.version(HERE), new SetUps.SetUp("123", "yes", "", "offered"), "ana");

        assertThat(known(setUp, HERE)).contains(Value.HAS_LINE, Value.IN_NO_SOLUTION).hasSize(3);
        assertThat(known(setUp, THERE)).as("another provider is another").containsExactlyInAnyOrder(Value.NO_LINE, Value.IN_NO_SOLUTION);
        assertThat(setUps.of(HERE).signUpConfig()).isEqualTo("123");
        assertThat(setUps.of(THERE)).isEqualTo(SetUps.SetUp.OPEN);
    }

    @Test
    void whoSaysIt_onWhatIsNotThereAnyMore_saysNothing_andAllThatWasSaidIsKept() {
        int seen = setUps.version(HERE);
        var first = new SetUps.SetUp("1", "", "", "");
        assertThat(setUps.set(HERE, seen, first, "ana").orElseThrow().version()).isEqualTo(seen + 1);

        assertThat(setUps.set(HERE, seen, new SetUps.SetUp("2", "", "", ""), "bia")).isEmpty();
        assertThat(setUps.set(HERE, seen + 7, new SetUps.SetUp("2", "", "", ""), "bia")).isEmpty();

        assertThat(setUps.of(HERE)).isEqualTo(first);
        assertThat(setUps.changes(HERE).getFirst()).satisfies(change -> {
            assertThat(change.by()).isEqualTo("ana");
            assertThat(change.version()).isEqualTo(seen + 1);
        });
        assertThat(setUps.changes(HERE)).hasSize(seen + 1);
        assertThat(setUps.set(HERE, seen + 1, first, "bia").orElseThrow().by()).as("says what holds already").isEqualTo("ana");
        assertThat(setUps.version(HERE)).isEqualTo(seen + 1);
    }

    @Test
    void whatMeansNothing_isNotTaken() {
        assertThatThrownBy(() -> new SetUps.SetUp("abc", "", "", "")).hasMessageContaining("number");
        assertThatThrownBy(() -> new SetUps.SetUp("", "maybe", "", "")).hasMessageContaining("yes or no");
        assertThatThrownBy(() -> new SetUps.SetUp("", "", "", "yes")).hasMessageContaining("offered");
    }
}
