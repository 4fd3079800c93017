package dev.portway.runner;

import dev.portway.migration.Migration;
import dev.portway.migration.MigrationId;
import dev.portway.migration.ProviderId;
import dev.portway.migration.fact.Finding;
import dev.portway.migration.fact.History;
import dev.portway.migration.fact.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the checks of migrations said over time: a row from when it was new until the next one of the same check and number.
 *
 * <pre>
 * findings_said (migration, check_name, number | '', id)  finding jsonb · at
 * </pre>
 */
final class FindingRows {
    private final JdbcClient sql;

    FindingRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** What Graph could not show for a while has no row, so what it says afterwards may be what the last row says: that is nothing new. */
    private static final String NEW = """
            insert into findings_said (migration_id, provider_id, check_name, number, finding, at)
            select :migration, :provider, new ->> 'check', new ->> 'number', new -> 'finding', :at
              from written, jsonb_array_elements(cast(:findingsNew as jsonb)) as list (new)
             where (new -> 'finding') - 'at' is distinct from (select last.finding - 'at' from findings_said last
                    where last.migration_id = :migration and last.check_name = new ->> 'check' and last.number = new ->> 'number'
                    order by last.id desc limit 1)""";

    /** All but the newest, the one that is being written among them. */
    private static final String OLD = """
            delete from findings_said using written, jsonb_to_recordset(cast(:findingsOld as jsonb)) as said ("check" text, number text)
             where findings_said.migration_id = :migration and findings_said.check_name = said."check" and findings_said.number = said.number
               and (select count(*) from findings_said newer where newer.migration_id = :migration and newer.check_name = said."check"
                    and newer.number = said.number and newer.id > findings_said.id) >= %d"""
            .formatted(Desk.MOST_SAID - 1);

    static List<Part> changes(Migration before, Migration after) {
        List<Finding> news = History.news(before.facts(), after.facts());
        return List.of(new Part("findingsNew", NEW, news.stream().map(FindingRows::row).toList()),
                new Part("findingsOld", OLD, news.stream().map(FindingRows::key).toList()));
    }

    private static Map<String, Object> row(Finding finding) {
        Map<String, Object> row = key(finding);
        row.put("finding", finding);
        return row;
    }

    private static Map<String, Object> key(Finding finding) {
        var key = new HashMap<String, Object>();
        key.put("check", finding.check());
        key.put("number", finding.number().map(PhoneNumber::e164).orElse(""));
        return key;
    }

    /** What was said after the first instant until the other, and for each check what it said last until the first. */
    History between(ProviderId provider, MigrationId id, Instant from, Instant to) {
        return new History(sql.sql("""
                select * from findings_said said
                 where provider_id = :provider and migration_id = :migration and at <= :to
                   and (at > :from or not exists (select 1 from findings_said later
                        where later.migration_id = said.migration_id and later.check_name = said.check_name and later.number = said.number
                          and later.at <= :from and later.id > said.id))
                 order by id
                """)
                .param("provider", provider.value())
                .param("migration", id.value())
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query((row, _) -> entry(row))
                .list());
    }

    List<History.Entry> said(ProviderId provider, MigrationId id, String check, long before, int limit) {
        return sql.sql("""
                select * from findings_said
                 where provider_id = ? and migration_id = ? and id < ? and (? = '' or check_name = ?)
                 order by id desc limit ?
                """)
                .params(provider.value(), id.value(), before, check, check, limit)
                .query((row, _) -> entry(row))
                .list();
    }

    private static History.Entry entry(ResultSet row) throws SQLException {
        return new History.Entry(row.getLong("id"), AsJson.JSON.readValue(row.getString("finding"), Finding.class),
                row.getTimestamp("at").toInstant());
    }
}
