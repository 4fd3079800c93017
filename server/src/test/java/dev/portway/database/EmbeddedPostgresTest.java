package dev.portway.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded server from outside; each test has a folder and a port of its own. */
class EmbeddedPostgresTest {

    @TempDir
    Path folder;

    @Test
    void whatIsCommitted_isOnDisk() throws Exception {
        try (var postgres = start(); var connection = connect(postgres.address())) {
            for (var setting : new String[]{"fsync", "synchronous_commit", "full_page_writes"}) {
                assertThat(show(connection, setting)).as(setting).isEqualTo("on");
            }
        }
    }

    @Test
    void settingsInItsFiles_cannotTurnDurabilityOff() throws Exception {
        start().close();
        var file = folder.resolve("data/postgresql.auto.conf");
        Files.writeString(file, Files.readString(file) + "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\n");
        try (var postgres = start(); var connection = connect(postgres.address())) {
            assertThat(show(connection, "fsync")).isEqualTo("on");
            assertThat(show(connection, "synchronous_commit")).isEqualTo("on");
            assertThat(show(connection, "full_page_writes")).isEqualTo("on");
        }
    }

    @Test
    void nobodyGetsIn_withoutThePassword() throws Exception {
        try (var postgres = start()) {
            for (var user : new String[]{"portway", "postgres"}) {
                assertThatThrownBy(() -> connect(new DatabaseAddress(postgres.address().jdbcUrl(), user, "guess")))
                        .hasMessageContaining("password");
            }
        }
    }

    @Test
    void onlyThisUser_mayReadTheFolder() throws Exception {
        start().close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))).isEqualTo("rwx------");
        for (var secret : new String[]{"password", "superuser-password"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(secret)))).isEqualTo("rw-------");
        }
    }

    @Test
    void roleOfTheServer_isNoSuperuser() throws Exception {
        try (var postgres = start(); var connection = connect(postgres.address())) {
            assertThat(show(connection, "is_superuser")).isEqualTo("off");
        }
    }

    @Test
    void data_areThereAfterARestart() throws Exception {
        try (var postgres = start(); var connection = connect(postgres.address()); var statement = connection.createStatement()) {
            statement.execute("create table kept (n int)");
            statement.execute("insert into kept values (7)");
        }
        try (var postgres = start(null); var connection = connect(postgres.address())) {
            assertThat(number(connection, "select n from kept")).isEqualTo(7);
        }
    }

    @Test
    void killedPortway_leavesItsServerForTheNextOne() throws Exception {
        var child = ChildPostgres.start(folder, FreePort.find());
        var committed = child.committedBeforeKill(50);
        var orphan = Postmaster.on(folder.resolve("data")).orElseThrow().process().pid();
        try (var postgres = start(null); var connection = connect(postgres.address())) {
            assertThat(Postmaster.on(folder.resolve("data")).orElseThrow().process().pid()).isEqualTo(orphan);
            assertThat(number(connection, "select max(n) from kept")).isGreaterThanOrEqualTo(committed);
        }
    }

    @Test
    void killedPortway_andItsServerKilledToo_loseNothing() throws Exception {
        var child = ChildPostgres.start(folder, FreePort.find());
        var committed = child.committedBeforeKill(50);
        var orphan = Postmaster.on(folder.resolve("data")).orElseThrow().process();
        orphan.destroyForcibly();
        orphan.onExit().join();
        try (var postgres = start(null); var connection = connect(postgres.address())) {
            assertThat(number(connection, "select count(*) from kept")).isGreaterThanOrEqualTo(committed);
        }
    }

    @Test
    void orphanOnAnotherPort_isStoppedAndStartedWhereItShould() throws Exception {
        ChildPostgres.start(folder, FreePort.find()).committedBeforeKill(1);
        var orphan = Postmaster.on(folder.resolve("data")).orElseThrow().process();
        var port = FreePort.find();
        try (var postgres = start(port); var connection = connect(postgres.address())) {
            assertThat(orphan.onExit()).succeedsWithin(Duration.ofSeconds(10));
            assertThat(show(connection, "port")).isEqualTo(Integer.toString(port));
        }
    }

    @Test
    void secondStart_isRefusedWithTheProcessThatHasIt() throws Exception {
        try (var postgres = start()) {
            assertThat(postgres.address()).isNotNull();
            assertThatThrownBy(() -> start(null)).isInstanceOf(CannotStart.class)
                    .hasMessageContaining("Another Portway (process " + ProcessHandle.current().pid() + ")")
                    .hasMessageContaining("--data");
        }
    }

    @Test
    void secondStart_fromAnotherProcessIsRefusedBeforeItTouchesAnything() throws Exception {
        try (var postgres = start(); var connection = connect(postgres.address())) {
            assertThat(ChildPostgres.refusal(folder)).contains("Another Portway");
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    @Test
    void takenPort_isNamed() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            assertThatThrownBy(() -> start(taken.getLocalPort())).isInstanceOf(CannotStart.class)
                    .hasMessageContaining("Port " + taken.getLocalPort())
                    .hasMessageContaining("PORTWAY_POSTGRES_PORT");
        }
        start().close();
    }

    @Test
    void programs_areUnpackedOnceIntoTheFolder() throws Exception {
        EmbeddedPostgres.start(folder, FreePort.find()).close();
        try (var children = Files.list(folder)) {
            assertThat(children.map(child -> child.getFileName().toString()))
                    .filteredOn(name -> name.startsWith("binaries-") || name.startsWith("unpacking-"))
                    .hasSize(1);
        }
        var initdb = PostgresBinaries.unpack(folder).program("initdb");
        assertThat(Path.of(initdb)).startsWith(folder).isExecutable();
    }

    @Test
    void twoStartsAtOnce_useWhatTheFirstUnpacked() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<PostgresBinaries> unpack = () -> PostgresBinaries.unpack(folder);
            var both = threads.invokeAll(List.of(unpack, unpack));

            assertThat(both.getFirst().get().program("initdb")).isEqualTo(both.getLast().get().program("initdb"));
        }
        try (var children = Files.list(folder)) {
            assertThat(children).hasSize(1);
        }
    }

    @Test
    void creationCutShort_isBegunAgain() throws Exception {
        Files.createDirectories(folder.resolve("data-being-made"));
        Files.writeString(folder.resolve("data-being-made/PG_VERSION"), "half");
        try (var postgres = start(); var connection = connect(postgres.address())) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    @Test
    void dataOfAnotherMajorVersion_areLeftAlone() throws Exception {
        start().close();
        Files.writeString(folder.resolve("data/PG_VERSION"), "15\n");
        assertThatThrownBy(this::start).isInstanceOf(CannotStart.class).hasMessageContaining("PostgreSQL 15");
    }

    @Test
    void processNumberOfAnotherProgram_isNoOrphan() throws Exception {
        start().close();
        Files.writeString(folder.resolve("data/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + folder.resolve("data") + "\n1\n8422\n\n127.0.0.1\n\nready\n");
        try (var postgres = start(); var connection = connect(postgres.address())) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    @Test
    void commands_findTheServerThatRuns() throws Exception {
        assertThat(EmbeddedPostgres.running(folder)).isEmpty();
        try (var postgres = start()) {
            assertThat(EmbeddedPostgres.running(folder)).contains(postgres.address());
        }
        assertThat(EmbeddedPostgres.running(folder)).isEmpty();
    }

    private EmbeddedPostgres start() throws IOException {
        return start(FreePort.find());
    }

    private EmbeddedPostgres start(@Nullable Integer port) {
        return EmbeddedPostgres.start(folder, PostgresForTests.PROGRAMS, port);
    }

    private static Connection connect(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
    }

    private static String show(Connection connection, String setting) throws SQLException {
        try (var statement = connection.createStatement(); var row = statement.executeQuery("show " + setting)) {
            row.next();
            return row.getString(1);
        }
    }

    private static int number(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement(); var row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }
}
