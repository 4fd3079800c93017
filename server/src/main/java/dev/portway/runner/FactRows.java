package dev.portway.runner;

import dev.portway.migration.Fact;
import dev.portway.migration.Facts;
import dev.portway.migration.Migration;
import dev.portway.migration.MigrationId;
import dev.portway.migration.PhoneNumber;
import dev.portway.migration.ProviderId;
import dev.portway.migration.Secret;
import dev.portway.migration.Seen;
import dev.portway.migration.Source;
import dev.portway.vault.Seals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The facts of migrations.
 *
 * <pre>
 * facts (migration, name, number | '')  value jsonb  or  value_sealed  · as_of · at · source
 * </pre>
 *
 * A fact whose name nobody knows any more is left in its row and not read.
 */
final class FactRows {
    private final JdbcClient sql;
    private final Seals seals;

    FactRows(JdbcClient sql, Seals seals) {
        this.sql = sql;
        this.seals = seals;
    }

    Facts read(ProviderId provider, MigrationId id) {
        var seen = new HashMap<Facts.Key, Seen<?>>();
        sql.sql("select * from facts where provider_id = ? and migration_id = ?")
                .params(provider.value(), id.value())
                .query((ResultSet row) -> {
                    Optional<Fact<?>> fact = Fact.named(row.getString("name"));
                    if (fact.isPresent()) {
                        seen.put(new Facts.Key(fact.get(), number(row.getString("number"))), seen(provider, fact.get(), row));
                    }
                });
        return Facts.of(seen);
    }

    private Seen<?> seen(ProviderId provider, Fact<?> fact, ResultSet row) throws SQLException {
        Object value = fact.secret()
                ? seals.unseal(provider, purpose(fact), row.getBytes("value_sealed"))
                : Asked.JSON.readValue(row.getString("value"), fact.type());
        return new Seen<>(value, row.getLong("as_of"), row.getTimestamp("at").toInstant(),
                new Source(Source.Kind.valueOf(row.getString("source_kind")), row.getString("source_by")));
    }

    /** Writes what differs. */
    void write(Migration before, Migration after) {
        var old = map(before.facts());
        var now = map(after.facts());
        var gone = new HashSet<>(old.keySet());
        gone.removeAll(now.keySet());
        gone.forEach(key -> sql.sql("delete from facts where provider_id = ? and migration_id = ? and name = ? and number = ?")
                .params(after.provider().value(), after.id().value(), key.fact().name(), text(key.number()))
                .update());
        now.forEach((key, seen) -> {
            if (!seen.equals(old.get(key))) {
                write(after, key, seen);
            }
        });
    }

    private void write(Migration migration, Facts.Key key, Seen<?> seen) {
        boolean secret = key.fact().secret();
        sql.sql("""
                insert into facts (migration_id, provider_id, name, number, value, value_sealed, as_of, at, source_kind, source_by)
                values (:migration, :provider, :name, :number, cast(:value as jsonb), :sealed, :asOf, :at, :kind, :by)
                on conflict (migration_id, name, number) do update
                   set value = excluded.value, value_sealed = excluded.value_sealed, as_of = excluded.as_of, at = excluded.at,
                       source_kind = excluded.source_kind, source_by = excluded.source_by
                """)
                .param("migration", migration.id().value())
                .param("provider", migration.provider().value())
                .param("name", key.fact().name())
                .param("number", text(key.number()))
                .param("value", secret ? null : Asked.write(seen.value()))
                .param("sealed", secret ? seals.seal(migration.provider(), purpose(key.fact()), (Secret) seen.value()) : null)
                .param("asOf", seen.asOf())
                .param("at", Timestamp.from(seen.at()))
                .param("kind", seen.source().kind().name())
                .param("by", seen.source().by())
                .update();
    }

    private static Map<Facts.Key, Seen<?>> map(Facts facts) {
        var map = new HashMap<Facts.Key, Seen<?>>();
        facts.forEach(map::put);
        return map;
    }

    private static String purpose(Fact<?> fact) {
        return "fact." + fact.name();
    }

    static @Nullable PhoneNumber number(String text) {
        return text.isEmpty() ? null : new PhoneNumber(text);
    }

    static String text(@Nullable PhoneNumber number) {
        return number == null ? "" : number.e164();
    }
}
