package dev.portway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What whoever runs the service types on its machine, beside a running server and without one. */
class AdminTest {
    private static final String APP_SECRET = "app-secret-0123456789abcdefghij";
    private static final String SYSTEM_TOKEN = "EAAGsystemTokenThatNobodyMaySee";
    private static final String SOURCE_TOKEN = "EAAGsourceTokenThatNobodyMaySee";

    @TempDir
    static Path folder;

    private static Server server;
    private static Operator operator;

    @BeforeAll
    static void start() {
        server = Server.start(folder, Map.of());
        operator = Operator.of(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void commandLine_findsTheServerAndItsKeyInAFileOfItsOwner() throws IOException {
        Path kept = server.data().resolve("cli.json");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept))).isEqualTo("rw-------");
        JsonNode address = new JsonMapper().readTree(Files.readString(kept));
        assertThat(address.path("server").asString()).isEqualTo("http://127.0.0.1:" + server.port());
        assertThat(operator.portway("list")).satisfies(said -> {
            assertThat(said.exitCode()).as(said.err()).isZero();
            assertThat(said.out()).contains("no migrations yet");
        });
        Operator.Said elsewhere = operator.portway("list", "--server", "http://localhost:" + server.port());
        assertThat(elsewhere.exitCode()).as("the key is for the address it was written down for").isNotZero();
        assertThat(elsewhere.out() + elsewhere.err()).contains("PORTWAY_API_KEY").doesNotContain(address.path("key").asString());
    }

    @Test
    void key_opensTheRunningServerUntilItIsRevoked() {
        Operator.Said created = operator.portway("key", "create", "--name", "ci", "--scope", "read");
        assertThat(created.out()).as(created.err()).matches("pk_[A-Za-z0-9]{12}_[A-Za-z0-9]{32}\\R");
        Http caller = server.http().with("Authorization", "Bearer " + created.out().strip());
        assertThat(caller.get("/v1/migrations").status()).isEqualTo(200);

        String id = created.out().substring(3, 15);
        assertThat(operator.portway("key", "list").out()).contains(id, "ci", "read").doesNotContain(created.out().strip().substring(16));
        assertThat(operator.portway("key", "revoke", id).exitCode()).isZero();

        assertThat(caller.get("/v1/migrations").status()).isEqualTo(401);
        assertThat(operator.portway("key", "revoke", id).exitCode()).as("revoked already").isEqualTo(1);
    }

    @Test
    void person_signsInUntilDisabled() {
        String first = operator.portway("user", "add", "maria", "--scope", "write").out().strip();
        new Visitor(server, "en").signedIn("maria", first);
        String second = operator.portway("user", "reset-password", "maria").out().strip();
        assertThatThrownBy(() -> new Visitor(server, "en").signedIn("maria", first)).as("the password before")
                .hasMessageContaining("Not let in");
        new Visitor(server, "en").signedIn("maria", second);

        assertThat(operator.portway("user", "list").out()).contains("maria", "write", "to be changed").doesNotContain(first, second);
        assertThat(operator.portway("user", "disable", "maria").exitCode()).isZero();

        assertThatThrownBy(() -> new Visitor(server, "en").signedIn("maria", second)).hasMessageContaining("Not let in");
    }

    @Test
    void secrets_areTakenFromStandardInputAndNeverShown() {
        Operator.Said set = operator.given(
                "app-secret=" + APP_SECRET + "\nsystem-token=" + SYSTEM_TOKEN + "\nwebhook-verify-token=verify-0123456789-abcdef\n",
                "credentials", "set", "--app-id", "400000000000001");
        assertThat(set.err()).contains("/webhooks/400000000000001");
        Operator.Said source = operator.given("token=" + SOURCE_TOKEN + "\n", "credentials", "source", "--waba", "200000000000001");
        Operator.Said shown = operator.portway("credentials", "show");
        assertThat(shown.out()).contains("400000000000001", "200000000000001", "ends in ");
        assertThat(set + " " + source + shown).doesNotContain(APP_SECRET, SYSTEM_TOKEN, SOURCE_TOKEN);

        Operator.Said refused = operator.portway("credentials", "set", "--system-token", SYSTEM_TOKEN);
        assertThat(refused.exitCode()).as("arguments are for everybody on the machine to read").isEqualTo(2);

        assertThat(operator.portway("rotate-key").err()).contains("restart every node");
        assertThat(server.http().get("/health/ready").status()).isEqualTo(200);
        assertThat(operator.portway("credentials", "show").out()).as("sealed anew, and still what was given").isEqualTo(shown.out());
    }

    @Test
    void withoutAServer_theDatabaseIsStartedAndStopped(@TempDir Path empty) {
        Operator alone = Operator.of(empty);

        assertThat(alone.portway("key", "create", "--name", "ci", "--scope", "write")).satisfies(said -> {
            assertThat(said.exitCode()).as(said.err()).isZero();
            assertThat(said.out()).startsWith("pk_");
        });
        alone.given("app-secret=" + APP_SECRET + "\nsystem-token=" + SYSTEM_TOKEN + "\nwebhook-verify-token=verify\n", "credentials", "set",
                "--app-id", "400000000000001");
        assertThat(alone.portway("rotate-key").exitCode()).isZero();
        assertThat(alone.portway("rotate-key", "--forget-older").exitCode()).isZero();
        assertThat(alone.portway("credentials", "show").out()).contains("400000000000001", "ends in ");
        assertThat(alone.data().resolve("postgres/data/postmaster.pid")).doesNotExist();
    }
}
