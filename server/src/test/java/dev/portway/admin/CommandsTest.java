package dev.portway.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portway.account.Providers;
import dev.portway.account.SetUps;
import dev.portway.database.PostgresForTests;
import dev.portway.database.TestDatabase;
import dev.portway.migration.ProviderId;
import dev.portway.vault.GraphApps;
import dev.portway.vault.KeyRing;
import dev.portway.vault.Seals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Commands of whoever runs the server, on a real database. */
@ExtendWith(PostgresForTests.class)
class CommandsTest {

    private static final String SECRETS = """
            # of the app
            app-secret=the-app-secret-0123456789abcdef
            system-token=EAAG-system-token-that-nobody-may-see
            webhook-verify-token=short-verify
            """;

    private final TestDatabase database;
    private final JdbcClient jdbc;
    private Given given;

    CommandsTest(TestDatabase database, JdbcClient jdbc, @TempDir Path folder) {
        this.database = database;
        this.jdbc = jdbc;
        this.given = new Given(database, folder);
    }

    @BeforeEach
    void emptyDatabase(@TempDir Path folder) {
        jdbc.sql("truncate providers cascade").update();
        jdbc.sql("delete from key_checks").update();
        given = new Given(database, folder);
    }

    @Test
    void key_isPrintedOnce_andWorksUntilItIsRevoked() {
        var created = given.run("key", "create", "--name", "ci", "--scope", "write");

        assertThat(created.exitCode()).isZero();
        assertThat(created.out()).matches("pk_[A-Za-z0-9]{12}_[A-Za-z0-9]{32}\\R");
        assertThat(created.err()).contains("only time");
        var id = created.out().substring(3, 15);
        assertThat(given.run("key", "list").out()).contains(id, "ci", "write").doesNotContain(created.out().strip().substring(16));
        assertThat(given.run("key", "revoke", id).exitCode()).isZero();
        assertThat(given.run("key", "list").out()).matches("(?s).*write +\\S+Z +- +\\S+Z\\R");
        assertThat(given.run("key", "revoke", id).exitCode()).isEqualTo(1);
    }

    @Test
    void partner_hasClientsUntilTheyAreAssignedElsewhere() {
        assertThat(given.run("partner", "add", "aurora", "--name", "Aurora Parceira").exitCode()).isZero();
        assertThat(given.run("partner", "assign", "--partner", "aurora", "+5511987650001", "+5511987650002").exitCode()).isZero();
        assertThat(given.run("partner", "list").out()).contains("aurora", "Aurora Parceira", "wants to be asked", " 2");
        assertThat(given.run("partner", "list", "aurora").out()).contains("+5511987650001", "+5511987650002");

        given.run("partner", "add", "aurora", "--approves-all");
        assertThat(given.run("partner", "list").out()).as("the name stays").contains("Aurora Parceira", "takes all");
        assertThat(given.run("partner", "remove", "aurora")).satisfies(ran -> {
            assertThat(ran.exitCode()).isEqualTo(1);
            assertThat(ran.err()).contains("still has clients");
        });
        given.run("partner", "assign", "+5511987650001", "+5511987650002");
        assertThat(given.run("partner", "remove", "aurora").exitCode()).isZero();
        assertThat(given.run("partner", "list", "aurora").exitCode()).as("is gone").isEqualTo(1);
        assertThat(given.run("partner", "add", "Aurora").exitCode()).isEqualTo(2);
        assertThat(given.run("partner", "assign", "11 98765").exitCode()).isNotZero();
    }

    @Test
    void setUp_isEachProvidersOwn_andCanBeGivenBack() {
        new Providers(jdbc).addUnlessThere(new Providers.Provider(new ProviderId("acme"), "Acme"));
        new Providers(jdbc).addUnlessThere(new Providers.Provider(new ProviderId("zeta"), "Zeta"));
        var setUps = new SetUps(jdbc, SetUps.SetUp.OPEN);

        assertThat(given.run("credentials", "set-up", "--provider", "acme", "--signup-config", "77", "--credit-line", "yes").exitCode())
                .isZero();
        assertThat(given.run("credentials", "set-up", "--provider", "acme", "--solution", "yes").exitCode()).isZero();

        assertThat(setUps.of(new ProviderId("acme"))).isEqualTo(new SetUps.SetUp("77", "yes", "yes", ""));
        assertThat(setUps.of(new ProviderId("zeta"))).isEqualTo(SetUps.SetUp.OPEN);
        given.run("credentials", "set-up", "--provider", "acme", "--credit-line", "server");
        assertThat(setUps.of(new ProviderId("acme")).creditLine()).isEmpty();
        assertThat(given.run("credentials", "set-up", "--provider", "acme", "--credit-line", "perhaps").exitCode()).isNotZero();
    }

    @Test
    void partners_areTheirProvidersAlone() {
        new Providers(jdbc).addUnlessThere(new Providers.Provider(new ProviderId("acme"), "Acme"));
        new Providers(jdbc).addUnlessThere(new Providers.Provider(new ProviderId("zeta"), "Zeta"));
        given.run("partner", "add", "aurora", "--provider", "acme");

        assertThat(given.run("partner", "list", "--provider", "zeta").out()).doesNotContain("aurora");
        assertThat(given.run("partner", "assign", "--partner", "aurora", "+5511987650001", "--provider", "zeta").exitCode()).isEqualTo(1);
    }

    @Test
    void commandsBeforeTheFirstStart_workForTheProviderItWouldMake() {
        given.run("key", "create", "--name", "ci", "--scope", "read");

        assertThat(new Providers(jdbc).all()).containsExactly(new ProviderId("here"));
    }

    @Test
    void severalProviders_areAskedFor() {
        new Providers(jdbc).addUnlessThere(new Providers.Provider(new ProviderId("acme"), "Acme"));
        new Providers(jdbc).addUnlessThere(new Providers.Provider(new ProviderId("zeta"), "Zeta"));

        assertThat(given.run("key", "list")).satisfies(ran -> {
            assertThat(ran.exitCode()).isEqualTo(1);
            assertThat(ran.err()).contains("--provider").contains("acme, zeta");
        });
        assertThat(given.run("key", "create", "--provider", "acme", "--name", "a", "--scope", "read").exitCode()).isZero();
        assertThat(given.run("key", "list", "--provider", "zeta").out()).doesNotContain("read");
        assertThat(given.run("key", "list", "--provider", "nobody").err()).contains("\"nobody\"").contains("acme, zeta");
    }

    @Test
    void wrongUsage_isToldWithExitCodeTwo() {
        assertThat(given.run("key", "create", "--name", "ci").exitCode()).isEqualTo(2);
        assertThat(given.run("key", "create", "--name", "ci", "--scope", "everything")).satisfies(ran -> {
            assertThat(ran.exitCode()).isEqualTo(2);
            assertThat(ran.err()).contains("read, write or admin").contains("everything");
        });
        assertThat(given.run("key", "crate").exitCode()).isEqualTo(2);
        assertThat(given.run("key", "create", "--name", "a\nb", "--scope", "read").exitCode()).isEqualTo(1);
        assertThat(given.run("credentials", "source", "--waba", "x").err()).contains("A WABA id is a number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"key", "key create", "key list", "key revoke", "credentials", "credentials set", "credentials show",
        "credentials source", "rotate-key", "user", "user add", "user list", "user allow", "user reset-password", "user disable",
        "user enable",
        "explain"})
    void everyCommand_tellsHowItIsUsed(String command) {
        var ran = given.run((command + " --help").split(" "));

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).startsWith("Usage: portway " + command);
    }

    @Test
    void credentials_comeFromStandardInput_andAreShownAsFingerprints() {
        var set = given.withInput(SECRETS, "credentials", "set", "--app-id", "400000000000001", "--business-id", "77");
        assertThat(set.exitCode()).as(set.err()).isZero();
        assertThat(set.err()).contains("/webhooks/400000000000001");

        var shown = given.run("credentials", "show");
        assertThat(shown.out()).contains("400000000000001", "v26.0", "https://graph.facebook.com", "77", "ends in cdef", "ends in -see",
                "sha256 ");
        for (var ran : new Given.Ran[]{set, shown}) {
            assertThat(ran.out() + ran.err()).doesNotContain("the-app-secret", "EAAG-system", "short-verify");
        }
    }

    @Test
    void credentials_keepWhatIsNotGivenAnew() {
        given.withInput(SECRETS, "credentials", "set", "--app-id", "400000000000001");
        assertThat(given.withInput("system-token=another-token", "credentials", "set", "--graph-version", "v27.0").exitCode()).isZero();

        var app = new GraphApps(jdbc, new Seals(KeyRing.of(given.settings()))).of(new ProviderId("here")).orElseThrow();
        assertThat(app.appId()).isEqualTo("400000000000001");
        assertThat(app.apiVersion()).isEqualTo("v27.0");
        assertThat(app.systemToken().reveal()).isEqualTo("another-token");
        assertThat(app.appSecret().reveal()).isEqualTo("the-app-secret-0123456789abcdef");
    }

    @Test
    void credentialsThatMakeNoSense_areRefused_andNeverRepeated() {
        assertThat(given.withInput(SECRETS, "credentials", "set").err()).contains("--app-id is needed");
        assertThat(given.withInput("", "credentials", "set", "--app-id", "1").err()).contains("app secret is missing");
        assertThat(given.withInput("EAAG-pasted-alone", "credentials", "set", "--app-id", "1")).satisfies(ran -> {
            assertThat(ran.exitCode()).isEqualTo(1);
            assertThat(ran.err()).contains("NAME=SECRET").doesNotContain("EAAG");
        });
        assertThat(given.withInput(SECRETS, "credentials", "set", "--app-id", "x").exitCode()).isEqualTo(2);
        assertThat(given.withInput(SECRETS, "credentials", "set", "--app-id", "1", "--base-url", "ftp://graph").err()).contains("http(s)");
        assertThat(given.withInput(SECRETS, "credentials", "set", "--app-id", "1", "--base-url", "not a url").exitCode()).isEqualTo(2);
        assertThat(given.run("credentials", "show").err()).contains("no credentials yet");
    }

    @Test
    void appOfAnotherProvider_isRefused() {
        new Providers(jdbc).addUnlessThere(new Providers.Provider(new ProviderId("acme"), "Acme"));
        new Providers(jdbc).addUnlessThere(new Providers.Provider(new ProviderId("zeta"), "Zeta"));
        given.withInput(SECRETS, "credentials", "set", "--app-id", "1", "--provider", "acme");

        var ran = given.withInput(SECRETS, "credentials", "set", "--app-id", "1", "--provider", "zeta");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains("Another provider");
    }

    @Test
    void sourceAccess_isSetShownAndForgotten() {
        given.withInput(SECRETS, "credentials", "set", "--app-id", "1");
        assertThat(given.withInput("token=token-of-the-client-1234", "credentials", "source", "--waba", "200000000000001").exitCode())
                .isZero();
        assertThat(given.run("credentials", "show").out()).contains("source WABA 200000000000001").contains("ends in 1234");

        assertThat(given.run("credentials", "source", "--waba", "200000000000001", "--forget").exitCode()).isZero();
        assertThat(given.run("credentials", "show").out()).doesNotContain("200000000000001");
    }

    @Test
    void rotation_keepsEverySecret_andDropsTheOlderKeyWhenTold() throws IOException {
        given.withInput(SECRETS, "credentials", "set", "--app-id", "1");
        var before = Files.readString(given.settings().keyFile());

        assertThat(given.run("rotate-key").err()).contains("A new key; sealed anew: 4");
        assertThat(given.run("rotate-key", "--forget-older").err()).contains("Sealed anew: 0");

        assertThat(given.run("credentials", "show").out()).contains("ends in cdef");
        var sealed = jdbc.sql("select app_secret_sealed from graph_apps").query(byte[].class).single();
        assertThatThrownBy(() -> new Seals(KeyRing.of(before)).unseal(new ProviderId("here"), "app-secret", sealed))
                .isInstanceOf(Seals.SealBroken.class);
    }

    @Test
    void people_areAddedDisabledAndGivenAnotherPassword() {
        var added = given.run("user", "add", "Ana", "--scope", "read");
        assertThat(added.out()).matches("[A-Za-z0-9]{16}\\R");
        assertThat(given.run("user", "add", "ana", "--scope", "read").err()).contains("taken");
        assertThat(given.run("user", "list").out()).contains("ana", "to be changed").doesNotContain(added.out().strip());

        assertThat(given.run("user", "reset-password", "ana").out()).matches("[A-Za-z0-9]{16}\\R").isNotEqualTo(added.out());
        assertThat(given.run("user", "reset-password", "bob").exitCode()).isEqualTo(1);
        assertThat(given.run("user", "disable", "ana").exitCode()).isZero();
        assertThat(given.run("user", "disable", "ana").exitCode()).isEqualTo(1);
        assertThat(given.run("user", "enable", "ana").exitCode()).isZero();
        assertThat(given.run("user", "enable", "bob").exitCode()).isEqualTo(1);
    }

    @Test
    void people_haveAScope_thatCanBeChanged() {
        given.run("user", "add", "ana", "--scope", "read");
        assertThat(given.run("user", "list").out()).containsPattern("ana +read ");

        assertThat(given.run("user", "allow", "Ana", "--scope", "admin").exitCode()).isZero();
        assertThat(given.run("user", "list").out()).containsPattern("ana +admin ");
        assertThat(given.run("user", "allow", "bob", "--scope", "read").exitCode()).isEqualTo(1);
        assertThat(given.run("user", "allow", "ana", "--scope", "everything").exitCode()).isEqualTo(2);
        assertThat(given.run("user", "add", "eve").exitCode()).as("nobody gets one by leaving it out").isEqualTo(2);
    }

    @Test
    void textsWithSqlAndMarkup_areTextsAndNoMore() {
        var name = "Robert'); drop table api_keys;-- <script>";
        assertThat(given.run("key", "create", "--name", name, "--scope", "read").exitCode()).isZero();
        assertThat(given.run("key", "list").out()).contains(name);
        assertThat(given.run("user", "add", name, "--scope", "write").exitCode()).isZero();
        assertThat(given.run("user", "list").out()).contains("robert'); drop table");
    }
}
