package dev.portway.console;

import dev.portway.migration.ProviderId;
import java.nio.charset.StandardCharsets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Forms that were sent, by the key each form carries: a double click does what it says once.
 *
 * <pre>
 * provider, form:key ──▶ when it was first sent · whether it was taken
 * </pre>
 *
 * Kept where answers to requests with an Idempotency-Key are kept.
 */
@Repository
class Submissions {
    private static final String TAKEN = "taken";

    private final JdbcClient sql;

    Submissions(JdbcClient sql) {
        this.sql = sql;
    }

    /** Whether it is to be carried out: nobody has sent it, or whoever did was cut off a minute ago and took nothing. */
    boolean first(ProviderId provider, String key) {
        return sql.sql("""
                insert into idempotency (provider_id, key, body_hash, claimed_at) values (?, ?, ?, portway_now())
                on conflict (provider_id, key) do update set claimed_at = excluded.claimed_at
                 where idempotency.answer is null and idempotency.claimed_at < portway_now() - interval '1 minute'
                """).params(provider.value(), row(key), key.getBytes(StandardCharsets.UTF_8)).update() == 1;
    }

    /** It was taken: sent again, it does nothing. */
    void taken(ProviderId provider, String key) {
        sql.sql("update idempotency set answer = ? where provider_id = ? and key = ?").params(TAKEN, provider.value(), row(key)).update();
    }

    /** Nothing came of it: it may be sent again. */
    void release(ProviderId provider, String key) {
        sql.sql("delete from idempotency where provider_id = ? and key = ? and answer is null").params(provider.value(), row(key)).update();
    }

    private static String row(String key) {
        return "form:" + key;
    }
}
