package dev.portway.runner;

import dev.portway.migration.Action;
import dev.portway.migration.Migration;
import dev.portway.migration.Next;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.standing.Allowed;
import dev.portway.migration.standing.Standing;
import dev.portway.migration.standing.Why;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Migrations as a database holds them, written down from the first step to the last.
 *
 * <pre>
 * server/src/test/resources/stored/&lt;version&gt;/&lt;story&gt;.jsonl
 *   {"row":"facts two-step +5511…","is":{…}}    a row since the last stand; "is":null when it is gone
 *   {"stands":{"at":…,"step":…,"next":…,…}}     with the rows up to here, this is where it stands
 * </pre>
 */
final class Stored {
    private static final Path HOME = Path.of(Objects.requireNonNull(System.getProperty("portway.home")));
    static final Path FOLDER = HOME.resolve("server/src/test/resources/stored");
    private static final List<String> TABLES = List.of("migrations", "migration_numbers", "facts", "attempts");

    private final JdbcClient sql;

    Stored(JdbcClient sql) {
        this.sql = sql;
    }

    /** One line: a row, or where the migration stands with those before it. */
    record Line(@Nullable String row, @Nullable JsonNode is, @Nullable Stand stands) {
        static Line of(String text) {
            JsonNode line = AsJson.JSON.readTree(text);
            return line.has("stands")
                    ? new Line(null, null, AsJson.JSON.treeToValue(line.get("stands"), Stand.class))
                    : new Line(line.get("row").asString(), line.get("is").isNull() ? null : line.get("is"), null);
        }

        String text() {
            if (stands != null) {
                return AsJson.write(Map.of("stands", stands));
            }
            var line = new LinkedHashMap<String, @Nullable Object>();
            line.put("row", row);
            line.put("is", is);
            return AsJson.write(line);
        }
    }

    /** Where a migration stands, in words. */
    record Stand(Instant at, String step, String number, String status, String waitsFor, String next, String because,
            List<String> allowed) {
        static Stand of(Migration migration, Instant at) {
            Standing standing = Standing.of(migration, at);
            return new Stand(at, standing.step().map(Object::toString).orElse(""), e164(standing.number()), standing.status().word(),
                    standing.waitsFor().map(party -> party.word()).orElse(""), words(standing.next()), words(standing.why()),
                    Allowed.of(migration, at).stream().map(Action::word).toList());
        }

        private static String words(Next next) {
            return switch (next) {
                case Next.Call(_, var number, var act, long looksFor) ->
                    "call " + act.word() + " " + e164(number) + (looksFor > 0 ? " to end the doubt" : "");
                case Next.Ask(var task, var by, var lookAgain, _) ->
                    "ask " + task.owner().word() + " " + task.kind().word() + " " + task.subject()
                            + by.map(at -> " by " + at).orElse("") + lookAgain.map(at -> " look again " + at).orElse("");
                case Next.Wait(var until, var reason) -> "wait for " + reason + " until " + until;
                case Next.Done(var ending) -> "done " + ending;
            };
        }

        private static String words(Why why) {
            return why.fact() + " " + why.saw();
        }

        private static String e164(@Nullable PhoneNumber number) {
            return number == null ? "" : number.e164();
        }
    }

    /** The rows of one migration as they are now, by table and key. */
    Map<String, JsonNode> rows(String migration) {
        var rows = new LinkedHashMap<String, JsonNode>();
        for (String table : TABLES) {
            String key = table.equals("migrations") ? "id" : "migration_id";
            sql.sql("select to_jsonb(t)::text from %s t where %s = ?".formatted(table, key))
                    .param(migration)
                    .query(String.class)
                    .list()
                    .stream()
                    .sorted()
                    .map(AsJson.JSON::readTree)
                    .forEach(row -> rows.put(table + " " + key(table, row), row));
        }
        return rows;
    }

    private static String key(String table, JsonNode row) {
        return switch (table) {
            case "facts" -> row.get("name").asString() + " " + row.get("number").asString();
            case "migration_numbers" -> row.get("number").asString();
            default -> row.get("id").asString();
        };
    }

    /** What differs, as lines. */
    static List<Line> difference(Map<String, JsonNode> before, Map<String, JsonNode> after) {
        var lines = new ArrayList<Line>();
        before.keySet().stream().filter(key -> !after.containsKey(key)).forEach(key -> lines.add(new Line(key, null, null)));
        after.forEach((key, row) -> {
            if (!row.equals(before.get(key))) {
                lines.add(new Line(key, row, null));
            }
        });
        return lines;
    }

    /** Puts these rows into the tables, with the columns they were stored with. */
    void insert(Map<String, JsonNode> rows) {
        for (String table : TABLES) {
            List<JsonNode> own = rows.entrySet()
                    .stream()
                    .filter(row -> row.getKey().startsWith(table + " "))
                    .map(Map.Entry::getValue)
                    .toList();
            if (own.isEmpty()) {
                continue;
            }
            String columns = String.join(", ", own.getFirst().propertyNames());
            sql.sql("insert into %1$s (%2$s) overriding system value select %2$s from jsonb_populate_recordset(null::%1$s, cast(? as jsonb))"
                    .formatted(table, columns)).param(own.toString()).update();
        }
    }

    /** By version and story. */
    static List<Path> files() {
        try (Stream<Path> found = Files.walk(FOLDER)) {
            return found.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Line> read(Path file) {
        try {
            return Files.readAllLines(file).stream().map(Line::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, List<Line> lines) {
        try {
            Files.createDirectories(Optional.ofNullable(file.getParent()).orElseThrow());
            Files.write(file, lines.stream().map(Line::text).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
