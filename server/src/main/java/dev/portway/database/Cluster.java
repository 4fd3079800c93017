package dev.portway.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The files of the embedded database:
 *
 * <pre>
 * postgres/            0700
 *   lock               the process that uses it
 *   port               chosen once, kept
 *   password           of the role portway, which owns the tables                 0600
 *   superuser-password of the role postgres, which only creates that role         0600
 *   data/              PostgreSQL's own
 *   postgres.log
 *   binaries-…/
 * </pre>
 */
record Cluster(Path folder) {

    private static final int DEFAULT_PORT = 8422;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** No account of this machine gets in without a password, and nobody from outside at all. */
    private static final String WHO_MAY_CONNECT = """
            # TYPE  DATABASE  USER  ADDRESS       METHOD
            host    all       all   127.0.0.1/32  scram-sha-256
            """;

    private static final String SETTINGS = """

            # Set by Portway. Durability is set on its command line, where nothing here can undo it.
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            timezone = 'UTC'
            log_timezone = 'UTC'
            log_min_messages = warning
            """;

    Path data() {
        return folder.resolve("data");
    }

    Path log() {
        return folder.resolve("postgres.log");
    }

    String password() throws IOException {
        return Files.readString(folder.resolve("password"));
    }

    String superuserPassword() throws IOException {
        return Files.readString(folder.resolve("superuser-password"));
    }

    /** The data appear under their name only when they are whole. */
    void createUnlessThere(PostgresBinaries binaries, Programs programs) throws IOException {
        if (Files.exists(data())) {
            return;
        }
        var fresh = folder.resolve("data-being-made");
        Folders.delete(fresh);
        PrivateFiles.write(folder.resolve("password"), randomPassword());
        PrivateFiles.write(folder.resolve("superuser-password"), randomPassword());
        var shown = Files.copy(folder.resolve("superuser-password"), folder.resolve("password-for-initdb"),
                StandardCopyOption.REPLACE_EXISTING);
        try {
            programs.letRead(shown);
            programs.mustRun("Creating the database", binaries.program("initdb"), "-D", fresh.toString(), "-U", "postgres", "-A",
                    "scram-sha-256",
                    "--pwfile=" + shown, "-E", "UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C",
                    "--no-instructions");
        } finally {
            Files.deleteIfExists(shown);
        }
        Files.writeString(fresh.resolve("pg_hba.conf"), WHO_MAY_CONNECT);
        Files.writeString(fresh.resolve("postgresql.conf"), Files.readString(fresh.resolve("postgresql.conf")) + SETTINGS);
        Files.move(fresh, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** A PostgreSQL does not read the data of another major version. */
    void checkVersion(String major) throws IOException {
        var has = Files.readString(data().resolve("PG_VERSION")).strip();
        if (!has.equals(major)) {
            throw new CannotStart("The data in " + data() + " are of PostgreSQL " + has + ", and this Portway brings PostgreSQL " + major
                    + ". Move them with pg_dump, or run the Portway that made them");
        }
    }

    /** A port that is asked for is kept from then on. */
    int port(@Nullable Integer asked) throws IOException {
        var file = folder.resolve("port");
        if (asked == null && Files.exists(file)) {
            return Integer.parseInt(Files.readString(file).strip());
        }
        var port = asked == null ? DEFAULT_PORT : asked;
        PrivateFiles.write(file, Integer.toString(port));
        return port;
    }

    private static String randomPassword() {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
