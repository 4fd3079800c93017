package dev.portway.runner;

import dev.portway.migration.Migration;
import dev.portway.migration.MigrationId;
import dev.portway.migration.ProviderId;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Facts;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.Secret;
import dev.portway.migration.fact.Seen;
import dev.portway.migration.fact.Source;
import dev.portway.vault.Seals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
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
                : AsJson.JSON.readValue(row.getString("value"), fact.type());
        return new Seen<>(value, row.getLong("as_of"), row.getTimestamp("at").toInstant(),
                new Source(Source.Kind.valueOf(row.getString("source_kind")), row.getString("source_by")));
    }

    private static final String GONE = """
            delete from facts using written, jsonb_to_recordset(cast(:factsGone as jsonb)) as gone (name text, number text)
             where facts.migration_id = :migration and facts.name = gone.name and facts.number = gone.number""";

    private static final String NEW = """
            insert into facts (migration_id, provider_id, name, number, value, value_sealed, as_of, at, source_kind, source_by)
            select :migration, :provider, name, number, value, decode(sealed, 'base64'), as_of, at, kind, by
              from written, jsonb_to_recordset(cast(:factsNew as jsonb))
                   as new (name text, number text, value jsonb, sealed text, as_of bigint, at timestamptz, kind text, by text)
            on conflict (migration_id, name, number) do update
               set value = excluded.value, value_sealed = excluded.value_sealed, as_of = excluded.as_of, at = excluded.at,
                   source_kind = excluded.source_kind, source_by = excluded.source_by""";

    /** Those that are no longer known, and those that are new or differ. */
    List<Part> changes(Migration before, Migration after) {
        var old = map(before.facts());
        var now = map(after.facts());
        var gone = old.keySet().stream().filter(key -> !now.containsKey(key)).map(FactRows::row).toList();
        var changed = now.entrySet()
                .stream()
                .filter(known -> !known.getValue().equals(old.get(known.getKey())))
                .map(known -> row(after.provider(), known.getKey(), known.getValue()))
                .toList();
        return List.of(new Part("factsGone", GONE, gone), new Part("factsNew", NEW, changed));
    }

    private static Map<String, Object> row(Facts.Key key) {
        var row = new HashMap<String, Object>();
        row.put("name", key.fact().name());
        row.put("number", text(key.number()));
        return row;
    }

    private Map<String, Object> row(ProviderId provider, Facts.Key key, Seen<?> seen) {
        var row = row(key);
        if (key.fact().secret()) {
            row.put("sealed", Base64.getEncoder().encodeToString(seals.seal(provider, purpose(key.fact()), (Secret) seen.value())));
        } else {
            row.put("value", seen.value());
        }
        row.put("as_of", seen.asOf());
        row.put("at", seen.at().toString());
        row.put("kind", seen.source().kind().name());
        row.put("by", seen.source().by());
        return row;
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
