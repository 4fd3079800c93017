package dev.portway.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DatabaseAddressTest {

    @Test
    void jdbcForm_takesUserAndPasswordFromBeside() {
        var address = DatabaseAddress.parse("jdbc:postgresql://db:5433/portway?sslmode=require", "u", "p");
        assertThat(address.jdbcUrl()).isEqualTo("jdbc:postgresql://db:5433/portway?sslmode=require");
        assertThat(address.user()).isEqualTo("u");
        assertThat(address.password()).isEqualTo("p");
    }

    @Test
    void uriForm_carriesUserAndPasswordDecoded() {
        var address = DatabaseAddress.parse("postgres://ana%40x:p%2Fq+r@db.example:5433/portway?sslmode=require", null, null);
        assertThat(address.jdbcUrl()).isEqualTo("jdbc:postgresql://db.example:5433/portway?sslmode=require");
        assertThat(address.user()).isEqualTo("ana@x");
        assertThat(address.password()).isEqualTo("p/q+r");
    }

    @Test
    void userBeside_winsOverTheOneInTheAddress() {
        assertThat(DatabaseAddress.parse("postgresql://a:b@h/d", "u", "p").user()).isEqualTo("u");
        assertThat(DatabaseAddress.parse("postgresql://a:b@h/d", null, "p").password()).isEqualTo("p");
    }

    @Test
    void missingPassword_isNamed() {
        assertThatThrownBy(() -> DatabaseAddress.parse("postgres://ana@h/d", null, null)).isInstanceOf(CannotStart.class)
                .hasMessageContaining("PORTWAY_DATABASE_PASSWORD");
    }

    @Test
    void otherDatabases_areRefused() {
        assertThatThrownBy(() -> DatabaseAddress.parse("jdbc:mysql://h/d", "u", "p")).isInstanceOf(CannotStart.class)
                .hasMessageContaining("PORTWAY_DATABASE_URL");
    }

    @Test
    void printing_showsNeitherPasswordNorQuery() {
        assertThat(DatabaseAddress.parse("postgres://a:topsecret@h/d?password=topsecret", null, null).toString())
                .doesNotContain("topsecret");
    }
}
