package dev.portway.runner;

import dev.portway.migration.Event;
import dev.portway.migration.MigrationId;
import dev.portway.migration.ProviderId;
import dev.portway.migration.fact.Source;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/** What happened to migrations, numbered per migration; a feed over all of a provider's that skips none. */
final class EventRows {
    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {
    };

    private final JdbcClient sql;

    EventRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** With the migration's row locked, so that numbers follow each other. */
    private static final String NEW = """
            insert into events (migration_id, provider_id, no, name, step, number, data, by_kind, by_who, at)
            select :migration, :provider, (select coalesce(max(no), 0) from events where migration_id = :migration) + place,
                   new ->> 'name', new ->> 'step', new ->> 'number', new -> 'data', new ->> 'kind', new ->> 'who', :at
              from written, jsonb_array_elements(cast(:eventsNew as jsonb)) with ordinality as list (new, place)""";

    static Part rows(List<Event> events) {
        return new Part("eventsNew", NEW, events.stream()
                .map(event -> Map.of("name", event.name(), "step", event.step(), "number", FactRows.text(event.number()), "data",
                        event.data(), "kind", event.by().kind().name(), "who", event.by().by()))
                .toList());
    }

    List<Desk.Entry> of(ProviderId provider, MigrationId id, long afterNo, int limit) {
        return sql.sql("select * from events where provider_id = ? and migration_id = ? and no > ? order by no limit ?")
                .params(provider.value(), id.value(), afterNo, limit)
                .query((row, _) -> entry(row))
                .list();
    }

    List<Desk.Entry> feed(ProviderId provider, String cursor, int limit) {
        String[] place = cursor.isEmpty() ? new String[]{"0", "0"} : cursor.split("-", 2);
        return sql.sql("""
                select * from events
                 where provider_id = ? and tx < pg_snapshot_xmin(pg_current_snapshot()) and (tx, id) > (cast(? as xid8), ?)
                 order by tx, id limit ?
                """)
                .params(provider.value(), place[0], Long.parseLong(place[1]), limit)
                .query((row, _) -> entry(row))
                .list();
    }

    private static Desk.Entry entry(ResultSet row) throws SQLException {
        return new Desk.Entry(new MigrationId(row.getString("migration_id")), row.getLong("no"), row.getString("name"),
                row.getString("step"),
                Optional.ofNullable(FactRows.number(row.getString("number"))), AsJson.JSON.readValue(row.getString("data"), WORDS),
                new Source(Source.Kind.valueOf(row.getString("by_kind")), row.getString("by_who")), row.getTimestamp("at").toInstant(),
                row.getString("tx") + "-" + row.getLong("id"));
    }
}
