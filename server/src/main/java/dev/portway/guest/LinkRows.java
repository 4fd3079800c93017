package dev.portway.guest;

import dev.portway.account.Tokens;
import dev.portway.migration.Action;
import dev.portway.migration.HumanTask.Kind;
import dev.portway.migration.MigrationId;
import dev.portway.migration.ProviderId;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.Secret;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows of guest links.
 *
 * <pre>
 * /g/ 45 letters and digits       (over 256 bits; we keep its SHA-256)
 *       └─▶ provider · migration · what it asks · until when · revoked · opened · answered · refused
 * </pre>
 */
final class LinkRows {
    private static final int TOKEN_LETTERS = 45;
    private static final int ID_LETTERS = 12;

    private final JdbcClient sql;

    LinkRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** The token of a link that was just made, and the link. */
    record Fresh(Secret token, GuestLink link) {}

    /** In a transaction; empty when the migration has as many as it may have. */
    Optional<Fresh> insert(ProviderId provider, MigrationId migration, Question question, Wish wish, String by) {
        if (full(provider, migration)) {
            return Optional.empty();
        }
        var token = new Secret(Tokens.random(TOKEN_LETTERS));
        GuestLink link = sql
                .sql("""
                        insert into guest_links (id, provider_id, migration_id, token_hash, task, subject, number, action, to_name, reason, made_by, expires_at, most_uses)
                        values (:id, :provider, :migration, :hash, :task, :subject, :number, :action, :to, :reason, :by,
                                portway_now() + make_interval(secs => :seconds), :uses)
                        returning *
                        """)
                .param("id", "gl_" + Tokens.random(ID_LETTERS))
                .param("provider", provider.value())
                .param("migration", migration.value())
                .param("hash", Tokens.hash(token.reveal()))
                .param("task", question.task().word())
                .param("subject", question.subject())
                .param("number", question.number().map(PhoneNumber::e164).orElse(""))
                .param("action", question.action().word())
                .param("to", wish.to())
                .param("reason", wish.reason())
                .param("by", by)
                .param("seconds", Math.toIntExact(wish.validFor().toSeconds()))
                .param("uses", question.mostUses())
                .query((row, _) -> link(row))
                .single();
        return Optional.of(new Fresh(token, link));
    }

    /** Whoever else makes one for this migration waits until ours is counted. */
    private boolean full(ProviderId provider, MigrationId migration) {
        sql.sql("select 1 from migrations where provider_id = ? and id = ? for update")
                .params(provider.value(), migration.value())
                .query(Integer.class)
                .optional();
        return sql
                .sql("""
                        select count(*) >= ? or count(*) filter (where revoked_at is null and refused_at is null and expires_at > portway_now() and uses < most_uses) >= ?
                          from guest_links where provider_id = ? and migration_id = ?
                        """)
                .params(GuestLinks.MOST, GuestLinks.MOST_OPEN, provider.value(), migration.value())
                .query(Boolean.class)
                .single();
    }

    /** Those that can still be answered first, then newest first. */
    List<GuestLink> of(ProviderId provider, MigrationId migration) {
        return sql
                .sql("""
                        select * from guest_links where provider_id = ? and migration_id = ?
                         order by (revoked_at is null and refused_at is null and expires_at > portway_now() and uses < most_uses) desc, made_at desc, id limit ?
                        """)
                .params(provider.value(), migration.value(), GuestLinks.MOST)
                .query((row, _) -> link(row))
                .list();
    }

    /** Whatever became of it. */
    Optional<GuestLink> find(ProviderId provider, MigrationId migration, String id) {
        return sql.sql("select * from guest_links where provider_id = ? and migration_id = ? and id = ?")
                .params(provider.value(), migration.value(), id)
                .query((row, _) -> link(row))
                .optional();
    }

    /** By its token alone, which says whose it is. Empty for one that is unknown, revoked or expired; which of these is nobody's business. */
    Optional<GuestLink> open(Secret token) {
        return sql.sql("select * from guest_links where token_hash = ? and revoked_at is null and expires_at > portway_now()")
                .param(Tokens.hash(token.reveal()))
                .query((row, _) -> link(row))
                .optional();
    }

    /** Takes one of its uses; false when there is none left, or it was closed meanwhile. Whoever comes first has it. */
    boolean use(GuestLink link, String language) {
        return sql
                .sql("""
                        update guest_links set uses = uses + 1, answered_at = portway_now(), answered_in = ?, opened_at = coalesce(opened_at, portway_now())
                         where provider_id = ? and id = ? and uses < most_uses and revoked_at is null and refused_at is null and expires_at > portway_now()
                        """)
                .params(language, link.provider().value(), link.id())
                .update() == 1;
    }

    /** Closes it for good; false when it was answered or closed meanwhile. */
    boolean refuse(GuestLink link, SaidNo.Why why, String words, String language) {
        return sql
                .sql("""
                        update guest_links set refused_at = portway_now(), refused_why = ?, refused_words = ?, answered_in = ?,
                               opened_at = coalesce(opened_at, portway_now())
                         where provider_id = ? and id = ? and uses < most_uses and revoked_at is null and refused_at is null and expires_at > portway_now()
                        """)
                .params(why.name(), words, language, link.provider().value(), link.id())
                .update() == 1;
    }

    /** True the first time. */
    boolean opened(GuestLink link) {
        return sql.sql("update guest_links set opened_at = portway_now() where provider_id = ? and id = ? and opened_at is null")
                .params(link.provider().value(), link.id())
                .update() == 1;
    }

    /** Empty when there is none of this migration, or it is revoked already. */
    Optional<GuestLink> revoke(ProviderId provider, MigrationId migration, String id, String by) {
        return sql.sql("""
                update guest_links set revoked_at = portway_now(), revoked_by = ?
                 where provider_id = ? and migration_id = ? and id = ? and revoked_at is null and refused_at is null returning *
                """).params(by, provider.value(), migration.value(), id).query((row, _) -> link(row)).optional();
    }

    private static GuestLink link(ResultSet row) throws SQLException {
        var question = new Question(Kind.valueOf(constant(row.getString("task"))), row.getString("subject"),
                Optional.of(row.getString("number")).filter(number -> !number.isEmpty()).map(PhoneNumber::new),
                Action.valueOf(constant(row.getString("action"))));
        return new GuestLink(row.getString("id"), new ProviderId(row.getString("provider_id")),
                new MigrationId(row.getString("migration_id")),
                question, row.getString("to_name"), row.getString("reason"), row.getString("made_by"),
                row.getTimestamp("made_at").toInstant(), row.getTimestamp("expires_at").toInstant(), at(row.getTimestamp("revoked_at")),
                at(row.getTimestamp("opened_at")), at(row.getTimestamp("answered_at")), Optional.ofNullable(row.getString("answered_in")),
                row.getInt("uses"), saidNo(row));
    }

    private static Optional<SaidNo> saidNo(ResultSet row) throws SQLException {
        Optional<Instant> at = at(row.getTimestamp("refused_at"));
        return at.isEmpty()
                ? Optional.empty()
                : Optional.of(new SaidNo(SaidNo.Why.valueOf(row.getString("refused_why")), row.getString("refused_words"), at.get()));
    }

    private static Optional<Instant> at(@Nullable Timestamp timestamp) {
        return Optional.ofNullable(timestamp).map(Timestamp::toInstant);
    }

    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
