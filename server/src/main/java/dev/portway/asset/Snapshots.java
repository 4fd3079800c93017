package dev.portway.asset;

import dev.portway.graphclient.node.Template;
import dev.portway.migration.MigrationId;
import dev.portway.migration.ProviderId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Templates and numbers as they were before the move, and what became of each.
 *
 * <pre>
 * snapshot_templates (migration, name, language)  before: id · status · quality · category · content   after: id · status · fate
 * snapshot_numbers   (migration, number)          before: verification                             after: verification · place
 * </pre>
 */
@Component
class Snapshots implements Assets {
    private final JdbcClient sql;

    Snapshots(JdbcClient sql) {
        this.sql = sql;
    }

    void before(ProviderId provider, MigrationId id, List<Template> templates) {
        templates.forEach(template -> sql
                .sql("""
                        insert into snapshot_templates (migration_id, provider_id, name, language, category, source_id, source_status, source_quality,
                                                        source_content, fate)
                        values (:migration, :provider, :name, :language, :category, :id, :status, :quality, :content, 'PENDING')
                        on conflict (migration_id, name, language) do update
                           set category = excluded.category, source_id = excluded.source_id, source_status = excluded.source_status,
                               source_quality = excluded.source_quality, source_content = excluded.source_content
                        """)
                .param("migration", id.value())
                .param("provider", provider.value())
                .param("name", template.name())
                .param("language", template.language())
                .param("category", template.category() == null ? "" : template.category().text())
                .param("id", template.id().value())
                .param("status", template.status() == null ? "" : template.status().text())
                .param("quality", template.quality() == null ? "" : template.quality().text())
                .param("content", TemplateMark.of(template).content())
                .update());
    }

    void after(ProviderId provider, MigrationId id, TemplateLine line) {
        sql.sql("""
                update snapshot_templates set destination_id = nullif(:id, ''), destination_status = nullif(:status, ''), fate = :fate
                 where provider_id = :provider and migration_id = :migration and name = :name and language = :language
                """)
                .param("id", line.destinationId().orElse(""))
                .param("status", line.after().orElse(""))
                .param("fate", line.fate().name())
                .param("provider", provider.value())
                .param("migration", id.value())
                .param("name", line.name())
                .param("language", line.language())
                .update();
    }

    /** What was written before is written anew. */
    void beforeNumbers(ProviderId provider, MigrationId id, List<NumberLine> numbers) {
        sql.sql("delete from snapshot_numbers where provider_id = ? and migration_id = ?").params(provider.value(), id.value()).update();
        numbers.forEach(line -> sql.sql("""
                insert into snapshot_numbers (migration_id, provider_id, number, source_verification, place)
                values (?, ?, ?, ?, 'UNKNOWN') on conflict do nothing
                """).params(id.value(), provider.value(), line.number(), line.before()).update());
    }

    void afterNumber(ProviderId provider, MigrationId id, NumberLine line) {
        sql.sql("""
                update snapshot_numbers set verification = :verification, place = :place
                 where provider_id = :provider and migration_id = :migration and number = :number
                """)
                .param("verification", line.after().orElse(null))
                .param("place", line.place().name())
                .param("provider", provider.value())
                .param("migration", id.value())
                .param("number", line.number())
                .update();
    }

    @Override
    public List<NumberLine> numbers(ProviderId provider, MigrationId id) {
        return sql.sql("select * from snapshot_numbers where provider_id = ? and migration_id = ? order by number")
                .params(provider.value(), id.value())
                .query((row, _) -> new NumberLine(row.getString("number"), row.getString("source_verification"),
                        Optional.ofNullable(row.getString("verification")), Place.valueOf(row.getString("place"))))
                .list();
    }

    @Override
    public List<TemplateMark> marks(ProviderId provider, MigrationId id) {
        return sql.sql("""
                select name, language, source_status, source_content from snapshot_templates
                 where provider_id = ? and migration_id = ? order by name, language
                """)
                .params(provider.value(), id.value())
                .query((row, _) -> new TemplateMark(row.getString("name"), row.getString("language"), row.getString("source_status"),
                        row.getString("source_content")))
                .list();
    }

    @Override
    public List<TemplateLine> templates(ProviderId provider, MigrationId id) {
        return sql.sql("select * from snapshot_templates where provider_id = ? and migration_id = ? order by name, language")
                .params(provider.value(), id.value())
                .query((row, _) -> new TemplateLine(row.getString("name"), row.getString("language"), row.getString("category"),
                        row.getString("source_status"), row.getString("source_quality"), row.getString("source_id"),
                        Optional.ofNullable(row.getString("destination_status")), Optional.ofNullable(row.getString("destination_id")),
                        Fate.valueOf(row.getString("fate"))))
                .list();
    }
}
