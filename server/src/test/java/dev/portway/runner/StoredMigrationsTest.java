package dev.portway.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.GeneratedDoc;
import dev.portway.database.PostgresForTests;
import dev.portway.database.TestDatabase;
import dev.portway.migration.Migration;
import dev.portway.migration.MigrationId;
import dev.portway.migration.Next;
import dev.portway.migration.ProviderId;
import dev.portway.migration.Renamed;
import dev.portway.migration.Route;
import dev.portway.migration.Step;
import dev.portway.migration.route.Routes;
import dev.portway.migration.standing.Standing;
import dev.portway.vault.KeyRing;
import dev.portway.vault.Seals;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Migrations that were stored at each step of their route are loaded again and stand where they stood. Rows in {@code stored/<version>} are never
 * changed once that version is released; {@code stored/unreleased} is written anew with {@code -Dportway.docs=write} and renamed at a release. Where
 * they stand may change on purpose: the same property writes it down, and the difference is there to be read.
 */
@ExtendWith(PostgresForTests.class)
class StoredMigrationsTest {
    private static final Path KEY = Stored.FOLDER.resolve("key-of-this-corpus.json");

    private final JdbcClient sql;
    private final DataSourceTransactionManager manager;
    private final TransactionTemplate transactions;
    private final Stored stored;

    StoredMigrationsTest(TestDatabase database, JdbcClient sql) {
        this.sql = sql;
        manager = new DataSourceTransactionManager(database.source());
        transactions = new TransactionTemplate(manager);
        stored = new Stored(sql);
    }

    @BeforeEach
    void world() {
        sql.sql("insert into providers (id, name) values ('here', 'Here') on conflict do nothing").update();
        sql.sql("delete from events").update();
        sql.sql("delete from migrations").update();
        sql.sql("create table if not exists test_clock (at timestamptz not null)").update();
        sql.sql("delete from test_clock").update();
        sql.sql("insert into test_clock values ('2026-11-20T12:00:00Z')").update();
        sql.sql("create or replace function portway_now() returns timestamptz language sql volatile as 'select at from test_clock'")
                .update();
    }

    static List<Path> files() {
        return Stored.files();
    }

    static List<String> stories() {
        return Story.names();
    }

    /** The corpus of this version is told by its code; a route that changed says so here. */
    @ParameterizedTest
    @MethodSource("stories")
    void story_isStoredAsItIsToldToday(String name) throws IOException {
        var migrations = migrations();
        var story = new Story(sql, migrations, new PostgresDesk(migrations, new Directory(sql), manager, new Poke(sql)),
                new PostgresJournal(migrations, transactions, Carrier.SETTLES_AFTER));
        Path file = Stored.FOLDER.resolve("unreleased/" + name + ".jsonl");
        List<Stored.Line> told = story.tell(name);
        if (GeneratedDoc.writing()) {
            Stored.write(file, told);
        }
        assertThat(stands(told)).isEqualTo(stands(Stored.read(file)));
    }

    private static List<Stored.Stand> stands(List<Stored.Line> lines) {
        return lines.stream().flatMap(line -> Optional.ofNullable(line.stands()).stream()).toList();
    }

    @ParameterizedTest
    @MethodSource("files")
    void storedMigration_standsWhereItStood(Path file) {
        var rows = new LinkedHashMap<String, JsonNode>();
        var lines = new ArrayList<Stored.Line>();
        for (Stored.Line line : Stored.read(file)) {
            lines.add(line.stands() == null ? line : new Stored.Line(null, null, standing(file, rows, line.stands())));
            if (line.row() != null && line.is() == null) {
                rows.remove(line.row());
            } else if (line.row() != null) {
                rows.put(line.row(), Objects.requireNonNull(line.is()));
            }
        }
        if (GeneratedDoc.writing()) {
            Stored.write(file, lines);
        }
    }

    private Stored.Stand standing(Path file, Map<String, JsonNode> rows, Stored.Stand stood) {
        Migration migration = load(rows, stood.at());
        var stands = Stored.Stand.of(migration, stood.at());
        if (!GeneratedDoc.writing()) {
            assertThat(stands).as(file.getFileName() + " at " + stood.step()).isEqualTo(stood);
        }
        promises(migration, stood.at(), file + " at " + stood.step());
        assertThat(Renamed.stepNow(migration, stood.at())).as("renamed, " + file + " at " + stood.step()).isEqualTo(stands.step());
        return stands;
    }

    /** Whatever changed on purpose: past the pivot there is only forward, and what is done is not done again. */
    private static void promises(Migration migration, Instant at, String which) {
        Standing standing = Standing.of(migration, at);
        Route route = migration.route();
        int pivot = route.steps().stream().map(Step::isPivot).toList().indexOf(true);
        if (migration.order().numbers().stream().allMatch(migration::pivotCrossed)) {
            assertThat(standing.step().map(route.steps()::indexOf).orElse(pivot)).as(which).isGreaterThanOrEqualTo(pivot);
        }
        if (standing.next() instanceof Next.Call(_, var number, var act, _) && act.isEffect()) {
            assertThat(migration.facts().is(act.establishes(), number)).as(which).isFalse();
        }
    }

    private Migration load(Map<String, JsonNode> rows, Instant at) {
        String id = rows.keySet()
                .stream()
                .filter(key -> key.startsWith("migrations "))
                .findFirst()
                .orElseThrow()
                .substring("migrations ".length());
        return Objects.requireNonNull(transactions.execute(open -> {
            open.setRollbackOnly();
            stored.insert(rows);
            sql.sql("update test_clock set at = ?").param(Timestamp.from(at)).update();
            var migrations = migrations();
            return migrations.whole(migrations.read(new ProviderId("here"), new MigrationId(id)).orElseThrow());
        }));
    }

    private Migrations migrations() {
        try {
            if (GeneratedDoc.writing() && !Files.exists(KEY)) {
                Files.writeString(KEY, KeyRing.newKeyset() + "\n");
            }
            return new Migrations(sql, new Seals(KeyRing.of(Files.readString(KEY))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyStepOfEveryRoute_hasAMigrationStoredAtIt() {
        var stoodAt = Stored.files()
                .stream()
                .flatMap(file -> Stored.read(file).stream())
                .flatMap(line -> Optional.ofNullable(line.stands()).stream())
                .map(Stored.Stand::step)
                .toList();
        Routes.all().forEach(route -> assertThat(stoodAt).as(route.name()).containsAll(route.steps().stream().map(Step::name).toList()));
    }
}
