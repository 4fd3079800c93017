package dev.portway.runner;

import dev.portway.migration.MigrationId;
import dev.portway.migration.ProviderId;
import dev.portway.migration.Status;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.problem.Party;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds migrations by what is known of them: a number, a WABA, where they stand. Reads what {@link Migrations} writes. */
final class Directory {
    private final JdbcClient sql;

    Directory(JdbcClient sql) {
        this.sql = sql;
    }

    boolean hasEnded(ProviderId provider, MigrationId id) {
        return !sql.sql("select exists (select from migrations where provider_id = ? and id = ? and ending is null)")
                .params(provider.value(), id.value())
                .query(Boolean.class)
                .single();
    }

    List<Desk.Line> list(ProviderId provider, Desk.Filter filter) {
        return sql
                .sql("""
                        select m.*, array(select number from migration_numbers n where n.migration_id = m.id order by place) as numbers
                          from migrations m
                         where m.provider_id = :provider
                           and (:anyStatus or m.status in (:status))
                           and (:waitsFor = '' or m.waits_for = :waitsFor)
                           and (:number = '' or exists (select 1 from migration_numbers n where n.migration_id = m.id and portway_line(n.number) = portway_line(:number)))
                           and (:digits = '' or exists (select 1 from migration_numbers n where n.migration_id = m.id and n.number like '%' || :digits || '%'))
                           and (:after = '' or (m.created_at, m.id) < (select created_at, id from migrations where provider_id = :provider and id = :after))
                         order by m.created_at desc, m.id desc
                         limit :limit
                        """)
                .param("provider", provider.value())
                .param("anyStatus", filter.status().isEmpty())
                .param("status", filter.status().isEmpty() ? List.of("") : filter.status().stream().map(Status::word).toList())
                .param("waitsFor", filter.waitsFor().map(Party::word).orElse(""))
                .param("number", filter.number().map(PhoneNumber::e164).orElse(""))
                .param("digits", filter.digits().replaceAll("[^0-9]", ""))
                .param("after", filter.after().map(MigrationId::value).orElse(""))
                .param("limit", Math.clamp(filter.limit(), 1, 101))
                .query((row, _) -> line(row))
                .list();
    }

    private static Desk.Line line(ResultSet row) throws SQLException {
        var numbers = List.of((String[]) row.getArray("numbers").getArray()).stream().map(PhoneNumber::new).toList();
        return new Desk.Line(new MigrationId(row.getString("id")), row.getString("route"), numbers, Status.named(row.getString("status")),
                Optional.ofNullable(row.getString("waits_for")).map(word -> Party.valueOf(word.toUpperCase(Locale.ROOT))),
                row.getString("step"),
                row.getTimestamp("created_at").toInstant(), row.getTimestamp("changed_at").toInstant());
    }

    /** Those not ended that a message about this number or this WABA may concern: one that was ordered, or found on the way. */
    List<MigrationId> concerned(ProviderId provider, Optional<PhoneNumber> number, Optional<String> waba) {
        return sql
                .sql("""
                        select m.id from migrations m
                         where m.provider_id = :provider and m.ending is null
                           and ((:number <> '' and exists (select 1 from migration_numbers n where n.migration_id = m.id and portway_line(n.number) = portway_line(:number)))
                             or (:number = '' and :waba <> '' and (m.asked #>> '{destination,value}' = :waba or m.asked #>> '{source,value}' = :waba
                               or exists (select 1 from facts f
                                           where f.migration_id = m.id and f.name = :found and f.number = '' and f.value ->> 'value' = :waba))))
                        """)
                .param("provider", provider.value())
                .param("number", number.map(PhoneNumber::e164).orElse(""))
                .param("waba", waba.orElse(""))
                .param("found", Fact.DESTINATION_WABA.name())
                .query((row, _) -> new MigrationId(row.getString("id")))
                .list();
    }

    /** The number whose migration has not ended, if one of these has one. */
    Optional<Desk.Placed.NumberBusy> busy(ProviderId provider, List<PhoneNumber> numbers) {
        return sql.sql(
                "select number, migration_id from migration_numbers where provider_id = :provider and active and portway_line(number) in (:lines) order by place limit 1")
                .param("provider", provider.value())
                .param("lines", numbers.stream().map(PhoneNumber::line).toList())
                .query((row, _) -> new Desk.Placed.NumberBusy(new PhoneNumber(row.getString("number")),
                        new MigrationId(row.getString("migration_id"))))
                .optional();
    }
}
