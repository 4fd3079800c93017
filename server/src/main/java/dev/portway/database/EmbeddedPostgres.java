package dev.portway.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL of our own, on 127.0.0.1, with its data in the data folder. It is a process apart: it survives when we are killed, and is found again
 * ("adopted") at the next start. Committed means on disk: fsync, synchronous_commit and full_page_writes are on and checked at each start.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String MAJOR = "18";

    private final Cluster cluster;
    private final PostgresBinaries binaries;
    private final Programs programs;
    private final FolderLock lock;
    private final int port;

    private EmbeddedPostgres(Cluster cluster, PostgresBinaries binaries, Programs programs, FolderLock lock, int port) {
        this.cluster = cluster;
        this.binaries = binaries;
        this.programs = programs;
        this.lock = lock;
        this.port = port;
    }

    /** @param port null: the one chosen when the data were created */
    public static EmbeddedPostgres start(Path folder, @Nullable Integer port) {
        return start(folder, folder, port);
    }

    /** @param programs where PostgreSQL is unpacked, unless it was before */
    static EmbeddedPostgres start(Path folder, Path programs, @Nullable Integer port) {
        try {
            PrivateFiles.folder(folder);
            var lock = FolderLock.take(folder)
                    .orElseThrow(() -> new CannotStart("Another Portway (" + FolderLock.holder(folder) + ") uses " + folder
                            + ". Stop it first, or choose another data folder with --data or PORTWAY_DATA"));
            try {
                return start(new Cluster(folder), programs, lock, port);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new CannotStart("The embedded database in " + folder + " cannot be started: " + e, e);
        }
    }

    /** Where a database is reached that another process of ours has started; empty when none has. */
    public static Optional<DatabaseAddress> running(Path folder) {
        try {
            var cluster = new Cluster(folder);
            var postmaster = Postmaster.on(cluster.data());
            return postmaster.isEmpty()
                    ? Optional.empty()
                    : Optional.of(address(postmaster.get().port(), "portway", "portway", cluster.password()));
        } catch (IOException e) {
            throw new CannotStart("The embedded database in " + folder + " cannot be read: " + e, e);
        }
    }

    private static EmbeddedPostgres start(Cluster cluster, Path unpacked, FolderLock lock, @Nullable Integer askedPort) throws IOException {
        var binaries = PostgresBinaries.unpack(unpacked);
        var programs = Programs.in(cluster.folder());
        cluster.createUnlessThere(binaries, programs);
        cluster.checkVersion(MAJOR);
        var postgres = new EmbeddedPostgres(cluster, binaries, programs, lock, cluster.port(askedPort));
        if (!postgres.adopt()) {
            postgres.startProcess();
        }
        postgres.prepare();
        return postgres;
    }

    /** Keeps a server that outlived its Portway, if it is the one we would start; stops it otherwise. */
    private boolean adopt() throws IOException {
        var found = Postmaster.on(cluster.data());
        if (found.isEmpty()) {
            return false;
        }
        if (found.get().ready() && found.get().port() == port && answers()) {
            LOG.info("PostgreSQL (process {}) was still running and is used on", found.get().process().pid());
            return true;
        }
        LOG.info("Stopping the PostgreSQL (process {}) that an earlier Portway left behind", found.get().process().pid());
        stopProcess();
        return false;
    }

    private boolean answers() throws IOException {
        try (var connection = superuser()) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    private void startProcess() {
        requireFreePort();
        programs.mustRun("Starting PostgreSQL (see " + cluster.log() + ")", binaries.program("pg_ctl"), "start", "-w", "-t", "100", "-D",
                cluster.data().toString(), "-l", cluster.log().toString(), "-o",
                "-p " + port + " -c fsync=on -c synchronous_commit=on -c full_page_writes=on");
    }

    private void requireFreePort() {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
        } catch (IOException e) {
            throw new CannotStart(
                    "Port " + port + " of 127.0.0.1, where the embedded database should listen, is taken: by a Portway or a demo "
                            + "that runs already, or by another program. Stop that, or choose a free port with PORTWAY_POSTGRES_PORT",
                    e);
        }
    }

    /** What a creation that was cut short may have left out, and the promise everything here rests on. */
    private void prepare() throws IOException {
        try (var connection = superuser(); var statement = connection.createStatement()) {
            for (var setting : new String[]{"fsync", "synchronous_commit", "full_page_writes"}) {
                try (var row = statement.executeQuery("show " + setting)) {
                    if (!row.next() || !row.getString(1).equals("on")) {
                        throw new CannotStart("PostgreSQL runs with " + setting + " off, and would lose what it has confirmed");
                    }
                }
            }
            createUnlessThere(connection, "select from pg_roles where rolname = 'portway'",
                    "create role portway login password '" + cluster.password() + "'");
            createUnlessThere(connection, "select from pg_database where datname = 'portway'", "create database portway owner portway");
        } catch (SQLException e) {
            throw new CannotStart("The embedded database does not answer as it should: " + e.getMessage(), e);
        }
    }

    private static void createUnlessThere(Connection connection, String question, String creation) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(question)) {
            if (!rows.next()) {
                statement.execute(creation);
            }
        }
    }

    /** The database that the server works in, as its owner. */
    public DatabaseAddress address() {
        try {
            return address(port, "portway", "portway", cluster.password());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** May create databases and roles; for tests. */
    DatabaseAddress superuserAddress() {
        try {
            return address(port, "postgres", "postgres", cluster.superuserPassword());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DatabaseAddress address(int port, String database, String user, String password) {
        return new DatabaseAddress("jdbc:postgresql://127.0.0.1:" + port + "/" + database, user, password);
    }

    private Connection superuser() throws IOException, SQLException {
        var address = superuserAddress();
        return DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
    }

    private void stopProcess() {
        var stop = new String[]{binaries.program("pg_ctl"), "stop", "-w", "-t", "60", "-D", cluster.data().toString(), "-m", "fast"};
        if (programs.run(stop).code() != 0) {
            stop[stop.length - 1] = "immediate";
            programs.mustRun("Stopping PostgreSQL", stop);
        }
    }

    /** Ends open connections, writes a checkpoint and stops. */
    @Override
    public void close() {
        try (lock) {
            if (Postmaster.on(cluster.data()).isPresent()) {
                stopProcess();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
