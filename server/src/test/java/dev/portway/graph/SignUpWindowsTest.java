package dev.portway.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.account.SetUps;
import dev.portway.account.SetUps.SetUp;
import dev.portway.database.PostgresForTests;
import dev.portway.migration.ProviderId;
import dev.portway.migration.fact.Secret;
import dev.portway.migration.route.Routes;
import dev.portway.vault.GraphApp;
import dev.portway.vault.GraphApps;
import dev.portway.vault.KeyRing;
import dev.portway.vault.Seals;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each provider's clients sign up by the configuration of its own app; whoever names none has the server's. */
@ExtendWith(PostgresForTests.class)
class SignUpWindowsTest {
    private final SetUps setUps;
    private final GraphApps apps;
    private final JdbcClient sql;

    SignUpWindowsTest(JdbcClient sql) {
        this.sql = sql;
        this.setUps = new SetUps(sql, new SetUp("1111", "", "", ""));
        this.apps = new GraphApps(sql, new Seals(KeyRing.of(KeyRing.newKeyset())));
    }

    private ProviderId provider(String id, String appId) {
        sql.sql("insert into providers (id, name) values (?, ?) on conflict do nothing").params(id, id).update();
        var provider = new ProviderId(id);
        apps.set(new GraphApp(provider, appId, "v26.0", URI.create("https://graph.facebook.com"), null, new Secret("secret"),
                new Secret("token"), new Secret("verify")));
        return provider;
    }

    @Test
    void configurationIsTheProvidersOwn_elseTheServers() {
        ProviderId own = provider("windows-own", "778800001");
        ProviderId none = provider("windows-none", "778800002");
        setUps.set(own, 0, new SetUp("4242", "", "", ""), "ana");
        var windows = new SignUpWindows(apps, setUps);
        var signup = Routes.named("signup").orElseThrow();

        assertThat(windows.of(own, signup).orElseThrow().config()).isEqualTo("4242");
        assertThat(windows.of(none, signup).orElseThrow().config()).isEqualTo("1111");
        assertThat(new SignUpWindows(apps, new SetUps(sql, SetUp.OPEN)).of(none, signup).orElseThrow().isReady()).isFalse();
    }
}
