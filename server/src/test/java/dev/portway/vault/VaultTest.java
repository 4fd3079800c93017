package dev.portway.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portway.database.CannotStart;
import dev.portway.database.PostgresForTests;
import dev.portway.database.TestDatabase;
import dev.portway.migration.ProviderId;
import dev.portway.migration.fact.Secret;
import dev.portway.vault.KeyRotation.Rotated;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is sealed, with which key, and what becomes of both when the key is changed. */
@ExtendWith(PostgresForTests.class)
class VaultTest {

    private static final ProviderId HERE = new ProviderId("here");
    private static final ProviderId THERE = new ProviderId("there");
    private static final Secret TOKEN = new Secret("EAAG-a-token");

    private final TestDatabase database;
    private final JdbcClient jdbc;

    @TempDir
    Path folder;

    private Path file;
    private Seals seals;

    VaultTest(TestDatabase database, JdbcClient jdbc) {
        this.database = database;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void begin() {
        jdbc.sql("truncate providers cascade").update();
        jdbc.sql("delete from key_checks").update();
        jdbc.sql("insert into providers (id, name) values ('here', 'Here'), ('there', 'There')").update();
        file = folder.resolve("key");
        seals = Seals.checked(KeyRing.in(file), jdbc);
    }

    @Test
    void sealedValue_opensForItsOwnerAndPurposeOnly() {
        var sealed = seals.seal(HERE, "system-token", TOKEN);

        assertThat(seals.unseal(HERE, "system-token", sealed)).isEqualTo(TOKEN);
        assertThatThrownBy(() -> seals.unseal(THERE, "system-token", sealed)).isInstanceOf(Seals.SealBroken.class);
        assertThatThrownBy(() -> seals.unseal(HERE, "app-secret", sealed)).isInstanceOf(Seals.SealBroken.class)
                .hasMessageNotContaining("EAAG");
    }

    /** The purpose stands in clear before what is sealed: changing it there helps nobody. */
    @Test
    void purposeWrittenOver_opensNothing() {
        var sealed = seals.seal(HERE, "pin-a", TOKEN);
        var forged = sealed.clone();
        forged[6] = 'b';

        assertThatThrownBy(() -> seals.unseal(HERE, "pin-b", forged)).isInstanceOf(Seals.SealBroken.class);
    }

    @Test
    void everyBitChanged_isNoticed() {
        var sealed = seals.seal(HERE, "pin", TOKEN);
        for (int at = 0; at < sealed.length; at++) {
            var changed = sealed.clone();
            changed[at] ^= 1;
            assertThatThrownBy(() -> seals.unseal(HERE, "pin", changed)).as("byte %d", at).isInstanceOf(Seals.SealBroken.class);
        }
        assertThatThrownBy(() -> seals.unseal(HERE, "pin", new byte[0])).isInstanceOf(Seals.SealBroken.class);
        assertThatThrownBy(() -> seals.unseal(HERE, "pin", new byte[]{1, 127, 'p'})).isInstanceOf(Seals.SealBroken.class);
        assertThatThrownBy(() -> seals.unseal(HERE, "pin", new byte[]{1, -1, 'p'})).isInstanceOf(Seals.SealBroken.class);
    }

    @Test
    void sameSecretTwice_doesNotShow() {
        assertThat(seals.seal(HERE, "pin", TOKEN)).isNotEqualTo(seals.seal(HERE, "pin", TOKEN));
    }

    @Test
    void rowCopiedToAnotherProvider_opensNothing() {
        var apps = new GraphApps(jdbc, seals);
        apps.set(app(HERE, "1"));
        apps.set(app(THERE, "2"));
        jdbc.sql(
                "update graph_apps set system_token_sealed = (select system_token_sealed from graph_apps where app_id = '1') where app_id = '2'")
                .update();

        assertThatThrownBy(() -> apps.of(THERE)).isInstanceOf(Seals.SealBroken.class);
    }

    @Test
    void tables_holdNoSecretInClear() {
        new GraphApps(jdbc, seals).set(app(HERE, "1"));
        new SourceAccesses(jdbc, seals).set(new SourceAccesses.SourceAccess(HERE, "7", TOKEN, null, new Secret("source-secret")));

        var all = jdbc.sql(
                "select encode(convert_to(g::text || s::text, 'UTF8'), 'escape') || encode(system_token_sealed, 'escape') from graph_apps g, "
                        + "source_accesses s")
                .query(String.class)
                .single();
        assertThat(all).doesNotContain("EAAG", "the-app-secret", "verify-me", "source-secret");
    }

    @Test
    void keyFile_isMadeForItsOwnerAlone() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        KeyRing.in(file).add();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).as("after another key was added")
                .isEqualTo("rw-------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r--r--", "rw----r--", "rw-r-----", "rw--w----", "rw-----w-"})
    void keyFileThatOthersMayRead_isRefused(String permissions) throws Exception {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));

        assertThatThrownBy(() -> KeyRing.in(file)).isInstanceOf(CannotStart.class)
                .hasMessageContaining("chmod 600 " + file)
                .hasMessageContaining("rotate-key");
    }

    @Test
    void keyOfAnotherInstallation_isFoundOutAtTheStart() {
        assertThatThrownBy(() -> Seals.checked(KeyRing.in(folder.resolve("another")), jdbc)).isInstanceOf(CannotStart.class)
                .hasMessageContaining("PORTWAY_VAULT_KEY_FILE");
        assertThatCode(() -> Seals.checked(KeyRing.in(file), jdbc)).doesNotThrowAnyException();
    }

    @Test
    void textThatIsNoKey_isRefused_andNotRepeated() {
        assertThatThrownBy(() -> KeyRing.of("pk_abcdefghijkl_secret")).isInstanceOf(CannotStart.class)
                .hasMessageContaining("PORTWAY_VAULT_KEY")
                .hasMessageNotContaining("pk_");
        assertThat(KeyRing.in(file).toString()).doesNotContain("keyData", "value");
    }

    @Test
    void rotation_sealsEverythingAnew_whileANodeGoesOnWithTheOldKey() throws Exception {
        var node = new GraphApps(jdbc, seals);
        node.set(app(HERE, "1"));

        assertThat(rotation().rotate()).isEqualTo(new Rotated.Anew(4));
        assertThat(node.of(HERE).orElseThrow().systemToken()).as("read by a node that has not looked at the file since").isEqualTo(TOKEN);

        var stale = new GraphApps(jdbc, new Seals(KeyRing.of(Files.readString(file))));
        stale.set(app(THERE, "2"));
        assertThat(rotation().forgetOlderKeys()).isZero();
        assertThat(new GraphApps(jdbc, Seals.checked(KeyRing.in(file), jdbc)).of(THERE)).isPresent();
    }

    @Test
    void valuesSealedLate_areSealedAnewBeforeTheOlderKeyIsDropped() throws Exception {
        var old = new Seals(KeyRing.of(Files.readString(file)));
        rotation().rotate();
        new GraphApps(jdbc, old).set(app(HERE, "1"));

        assertThat(rotation().forgetOlderKeys()).isEqualTo(3);

        assertThat(new GraphApps(jdbc, Seals.checked(KeyRing.in(file), jdbc)).of(HERE).orElseThrow().systemToken()).isEqualTo(TOKEN);
        assertThatThrownBy(() -> new GraphApps(jdbc, old).of(HERE)).isInstanceOf(Seals.SealBroken.class);
    }

    /** Killed after the new key was written to the file, before any row was sealed with it. */
    @Test
    void rotationCutShort_goesOnWithTheKeyItHadMade() throws Exception {
        new GraphApps(jdbc, seals).set(app(HERE, "1"));
        KeyRing.in(file).add();
        var made = Files.readString(file);

        assertThat(new GraphApps(jdbc, Seals.checked(KeyRing.in(file), jdbc)).of(HERE)).as("in between").isPresent();
        assertThat(rotation().rotate()).isEqualTo(new Rotated.Continued(4));
        assertThat(Files.readString(file)).as("no third key").isEqualTo(made);
        assertThat(rotation().rotate()).isEqualTo(new Rotated.Anew(4));
    }

    @Test
    void secondRotationAtOnce_isRefused() {
        new TransactionTemplate(transactions()).executeWithoutResult(_ -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtext('portway.rotate-key'))").query((_, _) -> true).single();
            assertThat(CompletableFuture.supplyAsync(this::refusal).join()).contains("under way");
        });
    }

    /** What holds the lock stands still meanwhile: ended for it, the lock would be gone and the work end as a mistake. */
    @Test
    void rotationThatTakesLong_endsWell() throws Exception {
        new GraphApps(jdbc, seals).set(app(HERE, "1"));
        var impatient = database.impatient();
        var kept = database.kept("graph_apps");

        var rotated = new KeyRotation(JdbcClient.create(impatient), new DataSourceTransactionManager(impatient), KeyRing.in(file)).rotate();

        assertThat(rotated).isInstanceOf(KeyRotation.Rotated.Anew.class);
        kept.join();
    }

    @Test
    void keyFromTheEnvironment_cannotBeRotatedThere() throws Exception {
        var ring = KeyRing.of(Files.readString(file));

        assertThatThrownBy(() -> new KeyRotation(jdbc, transactions(), ring).rotate()).isInstanceOf(CannotStart.class)
                .hasMessageContaining("PORTWAY_VAULT_KEY_FILE");
    }

    @Test
    void everySealedColumn_isFoundByRotation() {
        assertThat(jdbc
                .sql("""
                        select table_name || '.' || column_name from information_schema.columns where table_schema = 'public' and column_name like '%sealed%'
                        """)
                .query(String.class)
                .list()).isNotEmpty().allMatch(column -> column.endsWith("_sealed"));
        assertThat(List.of("facts", "graph_apps", "key_checks", "source_accesses")).allSatisfy(table -> assertThat(jdbc.sql("""
                select count(*) from information_schema.columns where table_name = ? and column_name = 'provider_id'
                """).param(table).query(Long.class).single()).isEqualTo(1));
    }

    private String refusal() {
        try {
            return rotation().rotate().toString();
        } catch (CannotStart e) {
            return String.valueOf(e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private KeyRotation rotation() {
        return new KeyRotation(jdbc, transactions(), KeyRing.in(file));
    }

    private DataSourceTransactionManager transactions() {
        return new DataSourceTransactionManager(database.source());
    }

    private static GraphApp app(ProviderId provider, String appId) {
        return new GraphApp(provider, appId, "v26.0", URI.create("https://graph.facebook.com"), null, new Secret("the-app-secret"), TOKEN,
                new Secret("verify-me"));
    }
}
