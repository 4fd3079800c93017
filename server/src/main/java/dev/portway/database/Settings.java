package dev.portway.database;

import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the person who starts Portway may choose about its data.
 *
 * @param dataFolder holds the embedded database and the key that seals secrets
 * @param postgresPort of the embedded database; null: the one chosen when it was created, or 8422
 * @param keyFile holds the key that seals secrets
 * @param key that key itself; null: the one in the file
 * @param ahead how far the clock of decisions runs ahead of the machine's: in a rehearsal, to live through a wait of weeks
 * @param databaseUrl of a PostgreSQL server of one's own; null: the embedded one
 */
public record Settings(Path dataFolder, Path keyFile, @Nullable String key, @Nullable Integer postgresPort, Duration ahead,
        @Nullable String databaseUrl,
        @Nullable String databaseUser,
        @Nullable String databasePassword) {

    private static final Duration FURTHEST_AHEAD = Duration.ofDays(3660);

    /** @param property looks up names like {@code portway.data}; see {@link #fromProcess()} */
    public static Settings from(Function<String, @Nullable String> property) {
        var data = property.apply("portway.data");
        var port = property.apply("portway.postgres.port");
        var folder = (data == null ? Path.of(System.getProperty("user.home"), ".portway") : Path.of(data)).toAbsolutePath().normalize();
        var keyFile = property.apply("portway.vault.key.file");
        return new Settings(folder, keyFile == null ? folder.resolve("key") : Path.of(keyFile), property.apply("portway.vault.key"),
                port == null ? null : parsePort(port),
                ahead(property.apply("portway.ahead"), "true".equals(property.apply("portway.rehearsal"))),
                property.apply("portway.database.url"),
                property.apply("portway.database.user"),
                property.apply("portway.database.password"));
    }

    /** For commands that run beside the server: system properties like {@code portway.data}, else the environment's PORTWAY_DATA. */
    public static Settings fromProcess() {
        return from(Settings::ofProcess);
    }

    /** @param data the folder that was chosen for this command; null: as the process says */
    public static Settings fromProcess(@Nullable Path data) {
        return from(name -> data != null && name.equals("portway.data") ? data.toString() : ofProcess(name));
    }

    private static @Nullable String ofProcess(String name) {
        var property = System.getProperty(name);
        return property == null ? System.getenv(name.toUpperCase(Locale.ROOT).replace('.', '_')) : property;
    }

    /** With real numbers nobody wants another time than everybody else's. */
    private static Duration ahead(@Nullable String text, boolean rehearsal) {
        if (text == null || text.isBlank()) {
            return Duration.ZERO;
        }
        try {
            var ahead = Duration.parse(text);
            if (rehearsal && !ahead.isNegative() && ahead.compareTo(FURTHEST_AHEAD) <= 0) {
                return ahead;
            }
        } catch (DateTimeParseException unreadable) {
            // told below, together with what is out of range
        }
        throw new CannotStart(
                "PORTWAY_AHEAD is a duration up to ten years, such as P40D, and only with PORTWAY_REHEARSAL=true; not \"" + text + "\"");
    }

    private static int parsePort(String text) {
        try {
            var port = Integer.parseInt(text);
            if (port > 0 && port < 65_536) {
                return port;
            }
        } catch (NumberFormatException e) {
            // told below, together with numbers out of range
        }
        throw new CannotStart("PORTWAY_POSTGRES_PORT must be a number from 1 to 65535, not \"" + text + "\"");
    }

    /** Everything but the key and the password. */
    @Override
    public String toString() {
        return "Settings[dataFolder=" + dataFolder + ", database=" + (databaseUrl == null ? "embedded" : "own server") + "]";
    }
}
